import Foundation
import Testing

/// A table of `Data/`: comment lines, one header line, then rows of decimal text.
struct ReferenceTable {
  /// One row, with its place for messages.
  struct Row: CustomStringConvertible {
    let place: String
    let cells: [String: String]

    var description: String { place }

    /// A number that must be there.
    func number(_ column: String) throws -> Double {
      let text = try #require(cells[column], "no column \(column)")
      return try #require(Double(text), "\(place): \(column) is \"\(text)\"")
    }

    /// Whether a cell is empty.
    func isEmpty(_ column: String) -> Bool { cells[column, default: ""].isEmpty }
  }

  let rows: [Row]

  /// Reads a table of `Data/` by file name.
  init(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("Data/\(name)"), encoding: .utf8)
    var header: [String] = []
    var rows: [Row] = []
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
            cells: Dictionary(uniqueKeysWithValues: zip(header, cells))))
      }
    }
    self.rows = rows
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
