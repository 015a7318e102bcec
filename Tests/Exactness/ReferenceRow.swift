public import Foundation

/// One row of a reference file, by column name.
public struct ReferenceRow: Sendable {
  /// The cells as they stand in the file.
  public let cells: [String: String]

  /// A cell as text; empty where the column is missing.
  public subscript(_ column: String) -> String { cells[column] ?? "" }

  /// A cell as a number; NaN where it is none.
  public func number(_ column: String) -> Double { Double(self[column]) ?? .nan }

  /// A cell as a whole number; 0 where it is none.
  public func whole(_ column: String) -> Int { Int(self[column]) ?? 0 }
}

/// The files of exact values.
public enum ReferenceFolder {
  /// The rows of a file, comment lines left out.
  ///
  /// *Throws*: what reading the file throws.
  public static func rows(_ name: String, in folder: URL) throws -> [ReferenceRow] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard let header = lines.first?.split(separator: ",").map(String.init) else { return [] }
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return ReferenceRow(
        cells: Dictionary(zip(header, cells), uniquingKeysWith: { one, _ in one }))
    }
  }
}
