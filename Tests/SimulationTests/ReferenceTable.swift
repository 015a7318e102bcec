import Foundation

/// A reference file of Data/: rows by column name, comments left out.
enum ReferenceTable {
  static func rows(_ name: String) -> [[String: String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data/\(name)")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard let header = lines.first?.split(separator: ",").map(String.init) else { return [] }
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first })
    }
  }
}
