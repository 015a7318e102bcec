/// A wide table whose columns are cut into blocks that fit the screen, each with the label of its rows.
struct BlockTable {
  /// What one row says.
  struct Row {
    /// The label at its left.
    var label: String
    /// A cell for each column; empty for a row that is a heading.
    var cells: [String]
    /// Whether its cells are worth a warning.
    var isAlarming = false
  }

  /// The heading of the labels.
  let title: String
  /// The headings of the columns.
  let columns: [String]
  var rows: [Row] = []
  /// Labels longer than this are cut.
  private static let longestLabel = 24

  init(_ title: String, columns: [String]) {
    self.title = title
    self.columns = columns
  }

  mutating func add(_ label: String, _ cells: [String], isAlarming: Bool = false) {
    rows.append(Row(label: label, cells: cells, isAlarming: isAlarming))
  }

  /// The table, without a line end.
  ///
  /// - Parameters:
  ///   - width: columns of text that fit; nil for as many as it takes. One column of the table is shown whatever fits.
  ///   - hasColor: whether alarming cells are red.
  func text(width: Int?, hasColor: Bool = false) -> String {
    let labels = ([title] + rows.map(\.label)).map { min($0.count, Self.longestLabel) }.max() ?? 0
    let widths = columns.indices.map { column in
      rows.reduce(columns[column].count) { max($0, $1.cells.isEmpty ? 0 : $1.cells[column].count) }
    }
    let blocks = blocks(of: widths, room: width.map { $0 - labels })
    return blocks.map { columns in
      ([line(header, labels, widths, columns, false)]
        + rows.map { line($0, labels, widths, columns, hasColor) })
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private var header: Row { Row(label: title, cells: columns) }

  /// Ranges of columns that fit, as even as they can be.
  private func blocks(of widths: [Int], room: Int?) -> [Range<Int>] {
    guard let room else { return [0..<widths.count] }
    func fitting(_ limit: Int) -> [Range<Int>] {
      var blocks: [Range<Int>] = []
      var start = 0
      while start < widths.count {
        var end = start + 1
        var used = widths[start] + 2
        while end < widths.count, end - start < limit, used + widths[end] + 2 <= room {
          used += widths[end] + 2
          end += 1
        }
        blocks.append(start..<end)
        start = end
      }
      return blocks
    }
    let fewest = fitting(widths.count).count
    guard fewest > 1 else { return fitting(widths.count) }
    let even = (widths.count + fewest - 1) / fewest
    return (even...widths.count).lazy.map(fitting).first { $0.count == fewest } ?? fitting(even)
  }

  private func line(
    _ row: Row, _ labels: Int, _ widths: [Int], _ columns: Range<Int>, _ hasColor: Bool
  ) -> String {
    let label =
      row.label.count > Self.longestLabel
      ? row.label.prefix(Self.longestLabel - 1) + "…" : row.label[...]
    var out = label + String(repeating: " ", count: labels - label.count)
    if !row.cells.isEmpty {
      for column in columns {
        let cell = row.cells[column]
        let pad = String(repeating: " ", count: widths[column] - cell.count + 2)
        out += pad + (row.isAlarming && hasColor && !cell.isEmpty ? Terminal.red(cell) : cell)
      }
    }
    while out.last == " " { out.removeLast() }
    return String(out)
  }
}
