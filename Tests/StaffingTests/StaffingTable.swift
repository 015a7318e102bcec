import Foundation
import Testing

/// The rows of a table of `Data/`, by column name.
func staffingTable(_ name: String) throws -> [[String: String]] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let text = try String(
    contentsOf: folder.appendingPathComponent("Data/\(name)"), encoding: .utf8)
  let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  let header = try #require(lines.first)
  return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
}
