public import MathematicalProgramming

/// What makes a schedule impossible to begin with.
///
/// A need that cannot be covered is no error: it is priced, reported in the result, and explained by findings.
public enum SchedulingError: Error, Equatable, CustomStringConvertible {
  /// A length in the rules does not fit on a grid of five minutes or more.
  case gridTooFine(minutes: Int)
  /// A number in the rules is out of range.
  case badRule(what: String, value: String)
  /// A contract is named and not described.
  case unknownContract(name: String, place: String)
  /// A group is named and not described.
  case unknownGroup(name: String, place: String)
  /// The need of a queue has another number of intervals than the grid.
  case wrongIntervalCount(queue: String, found: Int, expected: Int)
  /// A need is negative or no number.
  case badNeed(queue: String, interval: Int, value: Double)
  /// The shifts a solver chose do not have the breaks it chose.
  case breaksDoNotMatch(group: String, slot: Int)
  /// The solver.
  case solver(MathematicalProgrammingError)

  /// What happened, where, the value, and a line that begins "Maybe".
  public var description: String {
    switch self {
    case .gridTooFine(let minutes):
      """
      shift starts, lengths and breaks only fit on a grid of \(minutes) minutes, expected 5 or more
      Maybe one of them is not a multiple of 5 minutes
      """
    case .badRule(let what, let value):
      """
      \(what) is \(value)
      Maybe a number in the shift rules or contracts is mistyped
      """
    case .unknownContract(let name, let place):
      """
      \(place) has contract \(name), which the plan does not describe
      Maybe it is spelled differently under contracts
      """
    case .unknownGroup(let name, let place):
      """
      \(place) is in group \(name), which the plan does not describe
      Maybe it is spelled differently under groups
      """
    case .wrongIntervalCount(let queue, let found, let expected):
      """
      the need of queue \(queue) has \(found) intervals, expected \(expected)
      Maybe the requirement covers another horizon or interval length than the plan
      """
    case .badNeed(let queue, let interval, let value):
      """
      the need of queue \(queue) in interval \(interval) is \(value), expected 0 or more
      Maybe the requirement file was edited
      """
    case .breaksDoNotMatch(let group, let slot):
      """
      the breaks chosen for group \(group) at slot \(slot) belong to no shift
      Maybe this is a bug in Muster; please report it with the plan
      """
    case .solver(let error): error.description
    }
  }
}
