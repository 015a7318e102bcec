import Tables

/// A whole table as texts, for tests.
struct TableText: Equatable {
  var columns: [String]
  var rows: [[String]]

  /// Reads everything; `chunk` bytes at a time through a buffer that starts with `buffer` bytes.
  static func read(
    _ bytes: [UInt8], format: TableFormat = TableFormat(), chunk: Int = 1 << 20,
    buffer: Int = 1 << 18
  ) throws -> TableText {
    var format = format
    format.bufferBytes = buffer
    var position = 0
    let source = ByteChunks {
      if position == bytes.count { return nil }
      let end = min(bytes.count, position + chunk)
      defer { position = end }
      return Array(bytes[position..<end])
    }
    var table = try TableReader.open(source, format: format)
    var rows: [[String]] = []
    while try table.next() {
      var row: [String] = []
      for column in table.columns.indices { row.append(table.text(column)) }
      rows.append(row)
    }
    return TableText(columns: table.columns, rows: rows)
  }

  /// Reads a text.
  static func read(_ text: String, format: TableFormat = TableFormat()) throws -> TableText {
    try read(Array(text.utf8), format: format)
  }

  /// The letter that reading a text ends with, or nil when it can be read.
  static func letter(_ bytes: [UInt8], format: TableFormat = TableFormat()) -> String? {
    do {
      _ = try read(bytes, format: format)
      return nil
    } catch let error as TableError {
      return error.rendered(file: "t.csv")
    } catch {
      return "\(error)"
    }
  }

  /// The letter for a text.
  static func letter(_ text: String, format: TableFormat = TableFormat()) -> String? {
    letter(Array(text.utf8), format: format)
  }
}
