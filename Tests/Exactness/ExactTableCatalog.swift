public import Foundation

/// The tables of exact values.
public enum ExactTableCatalog {
  /// All tables, read from a folder.
  ///
  /// *Throws*: what reading a file throws.
  public static func all(in folder: URL) throws -> [ExactTable] {
    [
      try .multiskill(folder), try .timeVarying(folder), try .staffingMethods(folder),
      try .periodic(folder), try .chat(folder), try .redials(folder),
      try .sharedLines(folder), try .trunks(folder), try .patience(folder),
    ]
  }
}
