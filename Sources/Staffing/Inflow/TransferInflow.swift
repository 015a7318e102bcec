internal import ContactCenter

/// Contacts handed to another queue when the agent is done with them.
enum TransferInflow {
  /// What one queue hands to another, on the timeline: a share of its answered contacts, a handle time later.
  static func handedOn(
    answered: [Double], share: Double, meanHandleSeconds: Double, on timeline: InflowTimeline
  ) -> [Double] {
    DelayedArrivals.steady(
      answered.map { $0 * share }, meanSeconds: meanHandleSeconds, on: timeline)
  }
}
