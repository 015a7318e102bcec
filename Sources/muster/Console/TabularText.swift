import Foundation
import Tables

/// A CSV record in the other formats: aligned table, Markdown, JSON, JSON lines.
enum TabularText {
  static func convert(_ csv: [UInt8], to format: OutputFormat) throws -> [UInt8] {
    if format == .csv { return csv }
    let (header, rows) = try cells(of: csv)
    switch format {
    case .csv: return csv
    case .table:
      var table = TextTable(header)
      rows.forEach { table.add($0) }
      return Array((table.text + "\n").utf8)
    case .md: return Array(markdown(header, rows).utf8)
    case .jsonl: return Array(rows.map { object(header, $0) + "\n" }.joined().utf8)
    case .json:
      let list = rows.map { "    " + object(header, $0) }.joined(separator: ",\n")
      return Array("{\n  \"schema_version\": 1,\n  \"rows\": [\n\(list)\n  ]\n}\n".utf8)
    }
  }

  private static func markdown(_ header: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacingOccurrences(of: "|", with: "\\|") }.joined(separator: " | ")
        + " |\n"
    }
    return line(header) + line(header.map { _ in "---" }) + rows.map(line).joined()
  }

  /// One row as a JSON object; numbers stay numbers, empty cells are null.
  private static func object(_ header: [String], _ row: [String]) -> String {
    let members = zip(header, row).map { name, cell in
      let value = cell.isEmpty ? "null" : isNumber(cell) ? cell : quoted(cell)
      return "\(quoted(name)): \(value)"
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  /// Whether a cell is a number as JSON writes it, an exponent allowed.
  private static func isNumber(_ cell: String) -> Bool {
    var rest = cell.utf8[...]
    func digits() -> Int {
      let run = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(run.count)
      return run.count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if digits() == 0 { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if digits() == 0 { return false }
    }
    if rest.first == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  /// A text as a JSON string.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case let s where s.value < 0x20:
        let hex = String(s.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

extension TabularText {
  /// The header and rows of a CSV text.
  static func cells(of csv: [UInt8]) throws -> (header: [String], rows: [[String]]) {
    var reader = try TableReader.open(
      ByteChunks(csv), format: TableFormat(delimiter: UInt8(ascii: ","), decimalSign: .point))
    let header = reader.columns
    var rows: [[String]] = []
    while try reader.next() { rows.append(header.indices.map { reader.text($0) }) }
    return (header, rows)
  }
}
