/// Rows of text in columns: the first to the left, the others to the right.
struct Table {
  private var rows: [[String]]

  /// Creates a table with a header.
  init(_ header: [String]) { rows = [header] }

  /// Adds a row of as many cells as the header has.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table, each line ended.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { cells in
      zip(cells, widths).enumerated()
        .map { column, cell in
          let padding = String(repeating: " ", count: cell.1 - cell.0.count)
          return column == 0 ? cell.0 + padding : padding + cell.0
        }
        .joined(separator: "  ") + "\n"
    }.joined()
  }
}

/// A number with so many decimals.
func decimals(_ value: Double, _ places: Int) -> String {
  guard value.isFinite else { return "–" }
  let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
  let whole = (value.magnitude * scale).rounded()
  guard whole < 1e15 else { return "\(value)" }
  let digits = String(Int(whole))
  let sign = value < 0 && whole > 0 ? "-" : ""
  guard places > 0 else { return sign + digits }
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return sign + padded.dropLast(places) + "." + padded.suffix(places)
}
