internal import ContactCenter
internal import Queueing

/// What an offer to be called back does to the work of a queue.
///
/// Who accepts keeps the agent's time and gives up the wait. The offer is made where the expected wait is long: at the
/// agents required that is the tail of the wait, P(W > limit), of the queue's own formula.
/// *Assumption*: the requirement is not lowered for those who no longer wait in line; at a target worth staffing for
/// few are asked. *Formula*: the mean handle time is h (1 − a (1 − r)) + a (1 − r) · attempt with a the share called
/// back and r the share of calls that reach the customer.
enum CallbackInflow {
  /// The share of contacts that accept, at what staffing gives.
  static func accepted(
    _ offer: CallbackOffer, queue: Queue, options: StaffingOptions, contacts: Double,
    seconds: Double, handleSeconds: Double, agents: Int
  ) -> Double {
    guard agents > 0, contacts > fewestContacts, handleSeconds > 0 else { return 0 }
    do {
      let traffic = try Traffic(
        contacts: contacts, inSeconds: seconds, meanHandleSeconds: handleSeconds,
        meanPatienceSeconds: queue.patience?.value ?? .infinity)
      let formula: any QueueingFormula.Type =
        queue.patience == nil ? ErlangC.self : ErlangA.self
      let measures = try formula.measures(
        of: traffic, agents: Double(agents * queue.sessions), threshold: offer.expectedWait.value,
        shortThreshold: 0)
      let level = measures.serviceLevel(.virtual)
      return level.isFinite ? offer.acceptance.value * min(1, max(0, 1 - level)) : 0
    } catch {
      // A load that no number of agents carries is refused where it is staffed.
      return 0
    }
  }

  /// The mean handle time with the calls that reach nobody.
  static func handleSeconds(_ handle: Double, offer: CallbackOffer, calledBack: Double) -> Double {
    let missed = calledBack * (1 - offer.reached.value)
    return handle * (1 - missed) + missed * offer.attempt.value
  }
}
