/// Why a queueing formula gives no answer.
public enum QueueingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A formula without abandonment was asked for a load its agents cannot carry.
  case unstable(formula: String, loadErlangs: Double, agents: Double)
  /// A quantity lies outside what the formula is defined for.
  case outOfRange(quantity: String, value: Double, expected: String)
  /// No number of agents meets the goal.
  case unreachable(goal: String, loadErlangs: Double)
  /// A catalog has no formula of this name.
  case unknownFormula(name: String, nearest: String?)

  /// What happened, with its value.
  public var message: String {
    switch self {
    case .unstable(let formula, let load, let agents):
      "\(formula): \(agents) agents cannot carry \(load) erlangs, the queue grows without end"
    case .outOfRange(let quantity, let value, let expected):
      "\(quantity) is \(value), expected \(expected)"
    case .unreachable(let goal, let load):
      "no number of agents meets \(goal) at \(load) erlangs"
    case .unknownFormula(let name, _):
      "there is no queueing formula \"\(name)\""
    }
  }

  /// What to try next, beginning with "Maybe".
  public var hint: String {
    switch self {
    case .unstable(_, let load, _):
      "Maybe give more than \(load) agents, or a patience so that customers give up (erlang-a)."
    case .outOfRange:
      "Maybe the unit is wrong: times are in seconds, rates per second, shares between 0 and 1."
    case .unreachable:
      "Maybe the threshold is shorter, or the share higher, than the formula can reach."
    case .unknownFormula(_, let nearest):
      nearest.map { "Maybe \"\($0)\" was meant." } ?? "Maybe look at the list of formulas."
    }
  }

  /// The message and the hint, one line each.
  public var description: String { "\(message)\n\(hint)" }
}
