public import ContactCenter
public import Queueing

/// Why no requirement can be made.
public enum StaffingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// None of the forecast's queues is among those to staff.
  case noQueue(found: [String])
  /// Contacts are forecast, but neither forecast nor plan says how long one takes.
  case noHandleTime(queue: String, start: Instant)
  /// A forecast number is negative, infinite or not a number.
  case badForecast(queue: String, start: Instant, quantity: String, value: Double)
  /// The shrinkage ledger leaves nobody on contacts.
  case nobodyLeft(shrinkage: Double)
  /// A queue lets one agent take fewer than one contact at a time.
  case badSessions(queue: String, sessions: Int)
  /// The forecast of a queue has no such interval.
  case noInterval(queue: String, start: Instant)
  /// An option is outside its range.
  case badOption(name: String, value: Double, expected: String)
  /// A queue cannot be simulated.
  case simulation(queue: String, message: String)
  /// Iterative staffing sizes intervals, and the target is one of the day or week.
  case spanBySimulation(queue: String, span: TargetSpan)
  /// A formula gives no answer.
  case queueing(queue: String, start: Instant?, QueueingError)

  /// What happened, where, with its value.
  public var message: String {
    switch self {
    case .noQueue(let found):
      "none of the forecast's queues is to be staffed; it has \(found.joined(separator: ", "))"
    case .noHandleTime(let queue, let start):
      "queue \(queue): no handle time for the interval at \(Self.text(start))"
    case .badForecast(let queue, let start, let quantity, let value):
      "queue \(queue): \(quantity) is \(value) in the interval at \(Self.text(start))"
    case .nobodyLeft(let shrinkage):
      "shrinkage is \(shrinkage * 100) %: nobody is left to take contacts"
    case .badSessions(let queue, let sessions):
      "queue \(queue): \(sessions) sessions per agent, expected 1 or more"
    case .noInterval(let queue, let start):
      "queue \(queue): the forecast has no interval at \(Self.text(start))"
    case .badOption(let name, let value, let expected):
      "\(name) is \(value), expected \(expected)"
    case .simulation(let queue, let message): "queue \(queue): \(message)"
    case .spanBySimulation(let queue, let span):
      "queue \(queue): isa sizes each interval, and the target is one of the \(span.rawValue)"
    case .queueing(let queue, let start, let error):
      "queue \(queue)\(start.map { " at " + Self.text($0) } ?? ""): \(error.message)"
    }
  }

  /// What to try next, beginning with "Maybe".
  public var hint: String {
    switch self {
    case .noQueue: "Maybe the queues of the plan are spelled otherwise."
    case .noHandleTime: "Maybe give the queue a handle_time in the plan."
    case .badForecast: "Maybe the forecast file was edited by hand; volumes are 0 or more."
    case .nobodyLeft: "Maybe a share of the ledger is in percent where a fraction was meant."
    case .badSessions: "Maybe leave sessions out: the channel knows how many are usual."
    case .noInterval: "Maybe the interval is outside the horizon, or the offset is another."
    case .badOption: "Maybe the unit is wrong: shares lie between 0 and 1."
    case .simulation: "Maybe another method over time: mol needs no simulation."
    case .spanBySimulation: "Maybe use another method over time, such as mol."
    case .queueing(_, _, let error): error.hint
    }
  }

  /// The message and the hint, one line each.
  public var description: String { "\(message)\n\(hint)" }

  private static func text(_ start: Instant) -> String {
    LocalDateTime(wallSeconds: start.secondsSinceEpoch).text + "Z"
  }
}
