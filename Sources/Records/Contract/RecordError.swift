public import Tables

/// Why a file was refused: its first problems, and how many there are of each kind.
public struct RecordError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Problems kept for the message; the rest is counted.
  public static let kept = 20

  /// The file's name.
  public var file: String
  /// The record that was expected.
  public var record: String
  /// The first problems, in the order of the file.
  public private(set) var problems: [TableError]
  /// The number of problems of each kind.
  public private(set) var counts: [TableError.Code: Int]

  /// An error that begins with one problem.
  public init(file: String, record: String, problem: TableError) {
    self.init(file: file, record: record)
    add(problem)
  }

  init(file: String, record: String) {
    self.file = file
    self.record = record
    problems = []
    counts = [:]
  }

  /// The number of problems.
  public var count: Int { counts.values.reduce(0, +) }

  mutating func add(_ problem: TableError) {
    counts[problem.code, default: 0] += 1
    if problems.count < Self.kept { problems.append(problem) }
  }

  /// Every kept problem as its letter, then how many were left out, and what that means last.
  public var description: String {
    var parts = problems.map { $0.rendered(file: file) }
    if count > problems.count {
      let kinds = TableError.Code.allCases.compactMap { code in
        counts[code].map { "\(code.rawValue) \($0)" }
      }
      parts.append("… \(count - problems.count) more (\(kinds.joined(separator: ", ")))")
    }
    if count > 1 {
      parts.append("\(file): \(count) errors; it was not read as a record of \(record)")
    }
    return parts.joined(separator: "\n")
  }
}
