/// Where one cell stands, in bytes from the start of its row, without its quotes and outer blanks.
struct CellRange {
  var start: Int32
  var end: Int32
  /// Quoted in the file: then its blanks belong to it, and an empty one was meant.
  var isQuoted: Bool
  /// Holds doubled quotes that must be halved before use.
  var isEscaped: Bool
}

/// What makes a row unreadable, and at which byte from the start of the row.
struct ScanProblem: Error {
  enum Kind {
    case unclosedQuote, textAfterQuote, bareQuote, nul, invalidUTF8, cellTooLong, rowTooLong
    case tooManyColumns
  }
  var kind: Kind
  var at: Int
}

/// Cuts one row into cells.
///
/// Goals in order: refuse what is not RFC 4180, touch each byte once, allocate nothing per row.
struct RowScanner: ~Copyable {
  /// What a byte means outside quotes.
  private enum Meaning {
    static let plain: UInt8 = 0
    static let delimiter: UInt8 = 1
    static let quote: UInt8 = 2
    static let lineFeed: UInt8 = 3
    static let carriageReturn: UInt8 = 4
    static let nul: UInt8 = 5
    static let wide: UInt8 = 6
  }

  enum Outcome {
    /// A row ends before this position, line end included.
    case row(next: Int)
    /// The window ends first.
    case needsMore
  }

  private let meanings: UnsafeMutablePointer<UInt8>
  private let delimiter: UInt8
  private let maximumCellBytes: Int
  private let maximumColumns: Int
  /// The cells of the row, the first `count` of them.
  private(set) var cells: [CellRange] = []
  private(set) var count = 0
  /// Line ends inside the quotes of the row.
  private(set) var innerLineEnds = 0
  /// The end of the row's text, line end excluded.
  private(set) var textEnd = 0
  /// The row ended with CR at the window's edge: an LF that follows belongs to it.
  private(set) var endedWithCarriageReturn = false

  init(delimiter: UInt8, format: TableFormat) {
    self.delimiter = delimiter
    maximumCellBytes = format.maximumCellBytes
    maximumColumns = format.maximumColumns
    meanings = .allocate(capacity: 256)
    meanings.initialize(repeating: Meaning.plain, count: 256)
    for byte in 0x80...0xFF { meanings[byte] = Meaning.wide }
    meanings[0x00] = Meaning.nul
    meanings[0x0A] = Meaning.lineFeed
    meanings[0x0D] = Meaning.carriageReturn
    meanings[0x22] = Meaning.quote
    meanings[Int(delimiter)] = Meaning.delimiter
  }

  deinit { meanings.deallocate() }

  /// Scans the row that begins at `start`; `isLast` says that nothing follows `end`.
  mutating func scan(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isLast: Bool
  ) throws(ScanProblem) -> Outcome {
    count = 0
    innerLineEnds = 0
    endedWithCarriageReturn = false
    var index = start
    while true {
      let first = index
      if index < end && base[index] == UInt8(ascii: "\"") {
        guard let after = try quoted(base, row: start, from: index, to: end, isLast: isLast) else {
          return .needsMore
        }
        index = after
      } else {
        while true {
          while index < end && meanings[Int(base[index])] == Meaning.plain { index += 1 }
          if index == end { break }
          let meaning = meanings[Int(base[index])]
          if meaning == Meaning.wide {
            guard let next = try wide(base, row: start, at: index, end: end, isLast: isLast) else {
              return .needsMore
            }
            index = next
          } else if meaning == Meaning.quote {
            throw ScanProblem(kind: .bareQuote, at: index - start)
          } else if meaning == Meaning.nul {
            throw ScanProblem(kind: .nul, at: index - start)
          } else {
            break
          }
        }
        if index - first > maximumCellBytes {
          throw ScanProblem(kind: .cellTooLong, at: first - start)
        }
        if index == end && !isLast { return .needsMore }
        try append(trimmed(base, row: start, from: first, to: index))
      }
      if index == end {
        textEnd = index
        return .row(next: index)
      }
      let meaning = meanings[Int(base[index])]
      if meaning == Meaning.delimiter {
        index += 1
        continue
      }
      textEnd = index
      if meaning == Meaning.carriageReturn {
        if index + 1 < end {
          return .row(next: base[index + 1] == 0x0A ? index + 2 : index + 1)
        }
        endedWithCarriageReturn = true
      }
      return .row(next: index + 1)
    }
  }

  @inline(__always)
  private mutating func append(_ cell: CellRange) throws(ScanProblem) {
    if count < cells.count {
      cells[count] = cell
    } else {
      if count >= maximumColumns {
        throw ScanProblem(kind: .tooManyColumns, at: Int(cell.start))
      }
      cells.append(cell)
    }
    count += 1
  }

  /// An unquoted cell without its outer blanks, which planners' files have after commas.
  @inline(__always)
  private func trimmed(
    _ base: UnsafePointer<UInt8>, row: Int, from: Int, to: Int
  ) -> CellRange {
    var first = from
    var last = to
    while first < last && (base[first] == 0x20 || base[first] == 0x09) { first += 1 }
    while first < last && (base[last - 1] == 0x20 || base[last - 1] == 0x09) { last -= 1 }
    return CellRange(
      start: Int32(truncatingIfNeeded: first - row), end: Int32(truncatingIfNeeded: last - row),
      isQuoted: false, isEscaped: false)
  }

  /// Scans a quoted cell whose opening quote is at `open`; returns the position after its closing
  /// quote, or nil when the window ends first.
  private mutating func quoted(
    _ base: UnsafePointer<UInt8>, row: Int, from open: Int, to end: Int, isLast: Bool
  ) throws(ScanProblem) -> Int? {
    var index = open + 1
    var isEscaped = false
    while true {
      if index - open > maximumCellBytes + 1 {
        throw ScanProblem(kind: .cellTooLong, at: open - row)
      }
      if index >= end {
        if isLast { throw ScanProblem(kind: .unclosedQuote, at: open - row) }
        return nil
      }
      let byte = base[index]
      if byte == UInt8(ascii: "\"") {
        if index + 1 < end && base[index + 1] == byte {
          isEscaped = true
          index += 2
          continue
        }
        if index + 1 == end && !isLast { return nil }
        break
      }
      if byte == 0x0A || (byte == 0x0D && !(index + 1 < end && base[index + 1] == 0x0A)) {
        if byte == 0x0D && index + 1 == end && !isLast { return nil }
        innerLineEnds += 1
      } else if byte == 0 {
        throw ScanProblem(kind: .nul, at: index - row)
      } else if byte >= 0x80 {
        guard let next = try wide(base, row: row, at: index, end: end, isLast: isLast) else {
          return nil
        }
        index = next
        continue
      }
      index += 1
    }
    try append(
      CellRange(
        start: Int32(truncatingIfNeeded: open + 1 - row),
        end: Int32(truncatingIfNeeded: index - row), isQuoted: true, isEscaped: isEscaped))
    index += 1
    if index < end {
      let meaning = meanings[Int(base[index])]
      if meaning != Meaning.delimiter && meaning != Meaning.lineFeed
        && meaning != Meaning.carriageReturn
      {
        throw ScanProblem(kind: .textAfterQuote, at: index - row)
      }
    }
    return index
  }

  /// Steps over a character of several bytes, or returns nil when the window cuts it.
  @inline(__always)
  private func wide(
    _ base: UnsafePointer<UInt8>, row: Int, at index: Int, end: Int, isLast: Bool
  ) throws(ScanProblem) -> Int? {
    switch UTF8Sequence.judge(base, at: index, end: end) {
    case .valid(let length): return index + length
    case .truncated where !isLast: return nil
    default: throw ScanProblem(kind: .invalidUTF8, at: index - row)
    }
  }
}
