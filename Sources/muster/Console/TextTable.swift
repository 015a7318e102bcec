/// A table for people: columns aligned, numbers to the right.
struct TextTable {
  var header: [String]
  var rows: [[String]] = []

  init(_ header: [String]) { self.header = header }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The table as lines without trailing blanks.
  var text: String {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let isNumeric = header.indices.map { column in
      !rows.isEmpty
        && rows.allSatisfy { row in
          row[column].isEmpty || row[column].first.map { $0.isNumber || "-+–".contains($0) } == true
        }
    }
    func line(_ cells: [String]) -> String {
      var out = ""
      for (column, cell) in cells.enumerated() {
        if column > 0 { out += "  " }
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        out += isNumeric[column] ? pad + cell : cell + pad
      }
      while out.last == " " { out.removeLast() }
      return out
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([line(header), rule] + rows.map(line)).joined(separator: "\n")
  }
}
