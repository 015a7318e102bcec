internal import ContactCenter

/// What is known of a row's arrivals before anything is simulated.
struct ArrivalControl {
  private let layout: ModelLayout

  init(_ layout: ModelLayout) { self.layout = layout }

  /// The contacts expected of some queues; nil where one of them has no known mean.
  ///
  /// Busyness has mean one and changes no expectation. Sample paths and recorded contacts are what they are, and when
  /// a campaign dials depends on its agents.
  func expected(_ queues: [Int], over intervals: Range<Int>) -> Double? {
    guard !queues.isEmpty else { return nil }
    var sum = 0.0
    for queue in queues {
      let model = layout.queues[queue]
      guard case .rates = model.arrivals, model.behavior.outbound == nil else { return nil }
      for interval in intervals { sum += model.expectedContacts[interval] }
    }
    return sum
  }
}
