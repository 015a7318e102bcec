/// The beginning of a file: byte order mark, Excel's `sep=` line, delimiter and decimal sign.
struct Opening {
  let dialect: TableDialect
  /// Where the first row begins, and on which line.
  let start: Int
  let line: Int

  init(window: borrowing ByteWindow, format: TableFormat) throws(TableError) {
    let bytes = UnsafeBufferPointer(start: window.base, count: window.end)
    try Self.refuseUTF16(bytes)
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var start = hasMark ? 3 : 0
    var line = 1
    var declared = format.delimiter
    if let (delimiter, length) = Self.separatorLine(UnsafeBufferPointer(rebasing: bytes[start...]))
    {
      declared = declared ?? delimiter
      start += length
      line = 2
    }
    let delimiter: UInt8
    if let declared {
      delimiter = declared
    } else {
      delimiter = try Self.sniffed(bytes, from: start, format: format)
    }
    dialect = TableDialect(
      delimiter: delimiter, isDelimiterSniffed: declared == nil,
      decimalSign: format.decimalSign ?? .point,
      refusesAmbiguousPoint: format.decimalSign == nil && delimiter == UInt8(ascii: ";"),
      hasByteOrderMark: hasMark)
    self.start = start
    self.line = line
  }

  private static func sniffed(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, format: TableFormat
  ) throws(TableError) -> UInt8 {
    let head = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + 65_536)])
    switch DelimiterSniffer.sniff(head, allowsComments: format.allowsComments) {
    case .found(let delimiter): return delimiter
    case .ambiguous(let one, let other):
      let names = [one, other].map { $0 == 9 ? "tab" : "\"\(Character(Unicode.Scalar($0)))\"" }
      throw TableError(
        code: .ambiguousDelimiter,
        message: "both \(names[0]) and \(names[1]) could stand between the cells",
        hint: "Maybe --delimiter can settle it.")
    }
  }

  private static func refuseUTF16(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return }
    throw TableError(
      code: .encoding, line: 1, column: 1, message: "the file is UTF-16, expected UTF-8",
      hint: "Maybe it was saved as \"Unicode text\": save it as \"CSV UTF-8\".", byteOffset: 0)
  }

  /// The delimiter that a first line `sep=;` declares, and the length of that line with its end.
  private static func separatorLine(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (delimiter: UInt8, length: Int)? {
    guard bytes.count >= 6, bytes.starts(with: Array("sep=".utf8)) else { return nil }
    if bytes[5] == 0x0A { return (bytes[4], 6) }
    guard bytes[5] == 0x0D else { return nil }
    return (bytes[4], bytes.count > 6 && bytes[6] == 0x0A ? 7 : 6)
  }
}
