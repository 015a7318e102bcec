/// A cursor over the rows of a CSV table: cells with line and column, numbers of our own, nothing guessed.
///
/// ```swift
/// var table = try TableReader.open(ByteChunks("queue,offered\nbilling,12.5\n"))
/// let offered = table.index(of: "offered")
/// while try table.next() {
///   if let offered { print(try table.number(offered)) }  // 12.5
/// }
/// ```
///
/// It reads RFC 4180 with UTF-8 (byte order mark or not), line ends LF, CRLF or CR, quoted cells with line
/// ends inside, and a delimiter given or sniffed. Outer blanks of unquoted cells do not count. Blank lines
/// and rows of nothing but delimiters are passed over and counted. It refuses ragged rows, stray quotes,
/// NUL, other encodings and whatever is longer than the limits.
///
/// *Complexity:* time linear in the bytes; memory of the longest row.
public struct TableReader: ~Copyable {
  /// How the file turned out to be written.
  public let dialect: TableDialect
  /// The names of the columns, in the order of the file.
  public private(set) var columns: [String] = []
  /// Rows of data returned so far.
  public private(set) var rowCount = 0
  /// Blank lines and rows of empty cells passed over so far.
  public private(set) var blankRowCount = 0
  /// The 1-based line on which the current row begins.
  public private(set) var line = 1

  var window: ByteWindow
  var scanner: RowScanner
  let format: TableFormat
  /// The current row in the window, and where the next begins.
  var rowStart = 0
  private var nextStart = 0
  private var nextLine = 1
  /// The line ended with CR at the window's edge: an LF that follows is part of it.
  private var skipsLineFeed = false

  /// Opens a table: decides the dialect and reads the header.
  ///
  /// *Throws:* `TableError` for an empty file, an encoding that is not UTF-8, an ambiguous delimiter, or an
  /// empty or repeated column name; whatever the source throws.
  public static func open(
    _ source: any ByteSource, format: TableFormat = TableFormat()
  ) throws -> TableReader {
    var window = ByteWindow(source, capacity: format.bufferBytes)
    try window.slide(to: 0)
    let opening = try Opening(window: window, format: format)
    var reader = TableReader(window: window, opening: opening, format: format)
    if format.columns == nil { try reader.readHeader() }
    return reader
  }

  private init(window: consuming ByteWindow, opening: Opening, format: TableFormat) {
    dialect = opening.dialect
    columns = format.columns ?? []
    nextStart = opening.start
    nextLine = opening.line
    scanner = RowScanner(delimiter: opening.dialect.delimiter, format: format)
    self.window = window
    self.format = format
  }

  /// Steps to the next row; false at the end of the file.
  ///
  /// *Throws:* `TableError` when the row cannot be cut or has another number of cells than the header;
  /// whatever the source throws. After an error the reader must not be used again.
  public mutating func next() throws -> Bool {
    while try scanRow() {
      if scanner.count > 1 && scanner.textEnd - rowStart == scanner.count - 1 {
        blankRowCount += 1
        continue
      }
      guard scanner.count == columns.count else { throw raggedRow() }
      rowCount += 1
      return true
    }
    return false
  }

  /// The position of the column of this name, or nil.
  public func index(of name: String) -> Int? {
    columns.firstIndex(of: name)
  }

  /// Bytes held in memory for the file.
  package var bufferCapacity: Int { window.capacity }

  /// Cuts the next row that is not blank and not a comment.
  private mutating func scanRow() throws -> Bool {
    while true {
      if nextStart == window.end {
        if window.isComplete { return false }
        try refill()
        continue
      }
      let byte = window.base[nextStart]
      if skipsLineFeed {
        skipsLineFeed = false
        if byte == 0x0A {
          nextStart += 1
          continue
        }
      }
      if byte == 0x0A || byte == 0x0D {
        skipsLineFeed = byte == 0x0D
        nextStart += 1
        nextLine += 1
        blankRowCount += 1
        continue
      }
      if byte == UInt8(ascii: "#") && format.allowsComments {
        try skipLine()
        continue
      }
      rowStart = nextStart
      line = nextLine
      if try scanWindow() { return true }
      try refill()
    }
  }

  /// Scans from `rowStart`; false when the window ends within the row.
  private mutating func scanWindow() throws -> Bool {
    do {
      let outcome = try scanner.scan(
        window.base, from: rowStart, to: window.end, isLast: window.isComplete)
      switch outcome {
      case .row(let next):
        nextStart = next
        nextLine += 1 + scanner.innerLineEnds
        skipsLineFeed = scanner.endedWithCarriageReturn
        return true
      case .needsMore:
        if window.end - rowStart > format.maximumRowBytes {
          throw ScanProblem(kind: .rowTooLong, at: 0)
        }
        return false
      }
    } catch let problem as ScanProblem {
      throw error(for: problem)
    }
  }

  private mutating func refill() throws {
    try window.slide(to: nextStart)
    nextStart = 0
    rowStart = 0
  }

  /// Passes over a comment up to its line end, however long it is.
  private mutating func skipLine() throws {
    while true {
      while nextStart < window.end {
        let byte = window.base[nextStart]
        nextStart += 1
        if byte == 0x0A || byte == 0x0D {
          skipsLineFeed = byte == 0x0D
          nextLine += 1
          return
        }
      }
      if window.isComplete { return }
      try refill()
    }
  }

  private mutating func readHeader() throws {
    guard try scanRow() else {
      throw TableError(
        code: .emptyFile, message: "the file is empty, expected a header row",
        hint: "Maybe the export failed or was interrupted.")
    }
    var names: [String] = []
    var seen: Set<String> = []
    for cell in 0..<scanner.count {
      let name = text(cell)
      if name.isEmpty {
        throw failure(
          .emptyHeader, cell, message: "column \(cell + 1) has no name",
          hint: "Maybe every line ends with a delimiter, or a title stands above the header.")
      }
      if !seen.insert(name).inserted {
        throw failure(
          .duplicateHeader, cell, message: "two columns are named \(TableError.quoted(name))",
          hint: "Maybe two exports were pasted side by side: rename one of them.")
      }
      names.append(name)
    }
    columns = names
    blankRowCount = 0
  }

  private func raggedRow() -> TableError {
    let isShort = scanner.count < columns.count
    let cells = scanner.count == 1 ? "1 cell" : "\(scanner.count) cells"
    return failure(
      isShort ? .tooFewCells : .tooManyCells, isShort ? scanner.count - 1 : columns.count,
      message: "the row has \(cells), the header has \(columns.count)",
      hint: isShort
        ? "Maybe the line was cut, or a title stands above the header."
        : "Maybe a text or number holds the delimiter and needs quotes.")
  }
}
