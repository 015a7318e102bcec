/// What the calculator answers: the output columns of its table, in order.
///
/// Shares are of offered contacts (of attempts, where customers redial), waits are in seconds. What a model does
/// not define has no value; what it defines as nothing, such as the wait of Erlang B, is 0.
public enum ErlangMeasure: String, Hashable, Sendable, CaseIterable {
  /// Offered load, of first attempts where customers redial.
  case loadErlangs = "load_erlangs"
  /// The share that enters and has to wait; none under Erlang B.
  case waitProbability = "wait_probability"
  /// The share that finds every line taken.
  case blockProbability = "block_probability"
  /// The share that gives up while waiting.
  case abandonment
  /// Mean wait of answered contacts.
  case asaAnsweredSeconds = "asa_answered_seconds"
  /// Mean wait of all contacts that enter, answered and abandoned.
  case asaAllSeconds = "asa_all_seconds"
  /// Answered within the threshold / offered.
  case serviceLevelOffered = "service_level_offered"
  /// Answered within the threshold / answered.
  case serviceLevelAnswered = "service_level_answered"
  /// Answered within the threshold / (offered − abandoned within it).
  case serviceLevelForgive = "service_level_forgive"
  /// (Answered + abandoned within the threshold) / offered.
  case serviceLevelCredit = "service_level_credit"
  /// The share that would be answered within the threshold if it never gave up.
  case serviceLevelVirtual = "service_level_virtual"
  /// The share abandoned within the threshold.
  case abandonedInThreshold = "abandoned_in_threshold"
  /// P(V > T): the share that would wait longer than the threshold if it never gave up.
  case waitTail = "wait_tail"
  /// Mean wait of those who have to wait.
  case asaDelayedSeconds = "asa_delayed_seconds"
  /// Attempts that one contact makes; 1 without redials.
  case attemptsPerContact = "attempts_per_contact"
  /// Mean number of waiting contacts.
  case queueLength = "queue_length"
  /// The share of time an agent is busy; where it holds several sessions, with at least one.
  case occupancy

  /// Whether it depends on the threshold.
  public var needsThreshold: Bool {
    switch self {
    case .serviceLevelOffered, .serviceLevelAnswered, .serviceLevelForgive, .serviceLevelCredit,
      .serviceLevelVirtual, .abandonedInThreshold, .waitTail:
      true
    default: false
    }
  }
}
