/// Why a model cannot be simulated.
public struct SimulationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, with the value.
  public var message: String
  /// The queue, group or agent it concerns.
  public var place: String
  /// What to do about it, beginning with "Maybe".
  public var advice: String

  init(_ message: String, place: String, advice: String) {
    self.message = message
    self.place = place
    self.advice = advice
  }

  /// The error as one short letter.
  public var description: String { "\(place): \(message)\n\(advice)" }
}
