public import Queueing

/// Why a case of the calculator has no answer.
public enum ErlangCaseError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The model needs a parameter that is not given.
  case missing(ErlangParameter, model: ErlangModel)
  /// A parameter is given that the model cannot use as it is.
  case unusable(ErlangParameter, value: String, expected: String)
  /// Neither agents nor a target: nothing to answer.
  case noAgents
  /// More than one of volume, handle time and agents is to be found.
  case severalUnknown([ErlangParameter])
  /// A volume or a handle time is to be found, and no target says by what.
  case noTarget(ErlangParameter)
  /// The formula refuses.
  case queueing(QueueingError)

  /// What is wrong, with its value, in one line.
  public var message: String {
    switch self {
    case .missing(let parameter, let model):
      "\(model.rawValue) needs \(parameter.rawValue), which is not given"
    case .unusable(let parameter, let value, let expected):
      "\(parameter.rawValue) is \(value), expected \(expected)"
    case .noAgents: "neither agents nor a target are given"
    case .severalUnknown(let parameters):
      parameters.map(\.rawValue).joined(separator: " and ")
        + " are not given; a target finds one of them"
    case .noTarget(let parameter):
      "\(parameter.rawValue) is not given, and no target to find it by"
    case .queueing(let error): error.message
    }
  }

  /// What to try next, beginning with "Maybe".
  public var hint: String {
    switch self {
    case .missing(let parameter, let model):
      "Maybe give \(parameter.rawValue), or another model than \(model.rawValue)."
    case .unusable: "Maybe another model is meant."
    case .noAgents: "Maybe give agents, or a target such as 0.8 with threshold_seconds."
    case .severalUnknown: "Maybe give all but one of contacts_per_hour, handle_seconds and agents."
    case .noTarget: "Maybe give a target such as 0.8 with threshold_seconds."
    case .queueing(let error): error.hint
    }
  }

  /// The message and the hint, one line each.
  public var description: String { "\(message)\n\(hint)" }
}
