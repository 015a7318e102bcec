/// A plan that cannot be carried out, with the place in the file.
public struct PlanError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The plan's file name; empty for a plan made from flags.
  public var file: String
  /// 1-based line; 0 where there is no one place.
  public var line: Int
  /// 1-based column; 0 where there is no one place.
  public var column: Int
  /// What is wrong, with the value.
  public var message: String
  /// What to do, beginning with "Maybe"; empty where the message says it.
  public var hint: String

  /// Creates an error.
  public init(
    file: String = "", line: Int = 0, column: Int = 0, _ message: String, hint: String = ""
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }

  /// The letter: place, message and hint.
  public var description: String {
    let place = line > 0 ? "\(file):\(line):\(column): " : file.isEmpty ? "" : "\(file): "
    return "\(place)error: \(message)" + (hint.isEmpty ? "" : "\n\(hint)")
  }
}
