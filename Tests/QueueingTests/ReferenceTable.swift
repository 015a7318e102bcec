import Foundation
import Testing

/// A table of `Data/`: comment lines, one header line, then rows of decimal text.
struct ReferenceTable {
  /// One row, with its place for messages.
  struct Row: CustomStringConvertible {
    let place: String
    let cells: [String: String]
    fileprivate let read: ReadColumns

    var description: String { place }

    /// A number that must be there.
    func number(_ column: String) throws -> Double {
      let text = try text(column)
      return try #require(Double(text), "\(place): \(column) is \"\(text)\"")
    }

    /// The text of a cell.
    func text(_ column: String) throws -> String {
      read.columns.insert(column)
      return try #require(cells[column], "no column \(column)")
    }

    /// Whether a cell is empty.
    func isEmpty(_ column: String) -> Bool {
      read.columns.insert(column)
      return cells[column, default: ""].isEmpty
    }

    /// The same row with cells of another one in place of its own.
    func replacing(_ other: Row?) -> Row {
      Row(place: place, cells: cells.merging(other?.cells ?? [:]) { _, new in new }, read: read)
    }
  }

  let rows: [Row]
  private let read: ReadColumns
  private let header: [String]

  /// The columns that some test has looked at.
  fileprivate final class ReadColumns {
    var columns: Set<String> = []
  }

  /// Fails where a column has been compared by nobody.
  func expectAllRead(
    besides known: [String] = [], location: SourceLocation = #_sourceLocation
  ) {
    let unread = header.filter { !read.columns.contains($0) && !known.contains($0) }
    #expect(unread == [], "columns without a test", sourceLocation: location)
  }

  /// Reads a table of `Data/` by file name.
  init(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("Data/\(name)"), encoding: .utf8)
    var header: [String] = []
    var rows: [Row] = []
    let read = ReadColumns()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if header.isEmpty {
        header = cells
      } else {
        #expect(cells.count == header.count, "\(name):\(index + 1)")
        rows.append(
          Row(
            place: "\(name):\(index + 1)",
            cells: Dictionary(uniqueKeysWithValues: zip(header, cells)), read: read))
      }
    }
    self.rows = rows
    self.read = read
    self.header = header
  }
}

/// Compares with a reference value: |x − ref| ≤ 1e-9 max(1, |ref|).
func expectClose(
  _ value: Double, _ column: String, _ row: ReferenceTable.Row,
  location: SourceLocation = #_sourceLocation
) throws {
  let reference = try row.number(column)
  #expect(
    abs(value - reference) <= 1e-9 * max(1, abs(reference)),
    "\(row) \(column): \(value), reference \(reference)", sourceLocation: location)
}

/// Compares with a reference value where there is one, and asks for none where the cell is empty.
func expectClose(
  _ value: Double?, orEmpty column: String, _ row: ReferenceTable.Row,
  location: SourceLocation = #_sourceLocation
) throws {
  if row.isEmpty(column) {
    #expect(value == nil, "\(row) \(column)", sourceLocation: location)
  } else {
    try expectClose(
      try #require(value, sourceLocation: location), column, row, location: location)
  }
}

/// Compares with 1 − a reference value.
func expectClose(
  _ value: Double, complementOf column: String, _ row: ReferenceTable.Row,
  location: SourceLocation = #_sourceLocation
) throws {
  let reference = try 1 - row.number(column)
  #expect(
    abs(value - reference) <= 1e-9, "\(row) 1 - \(column): \(value)", sourceLocation: location)
}

/// Compares a tail: relative 1e-6 down to 1e-300, below that anything below 1e-300.
func expectTail(
  _ value: Double, _ column: String, _ row: ReferenceTable.Row,
  location: SourceLocation = #_sourceLocation
) throws {
  let reference = try row.number(column)
  let isClose =
    reference >= 1e-300 ? abs(value / reference - 1) <= 1e-6 : value >= 0 && value < 1.1e-300
  #expect(isClose, "\(row) \(column): \(value), reference \(reference)", sourceLocation: location)
}
