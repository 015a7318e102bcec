import ContactCenter
import Simulation
import Testing

@Suite struct WarmUpTests {
  /// Two days of two half-days.
  private static func model(_ change: (inout QueueModel) -> Void = { _ in }) -> SimulationModel {
    var queue = QueueModel(
      name: "q", expectedContacts: [1, 2, 3, 4], meanHandleSeconds: [60, 60, 60, 60])
    change(&queue)
    return SimulationModel(
      intervals: (0..<4).map {
        Interval(
          start: Instant(secondsSinceEpoch: $0 * 43_200),
          end: Instant(secondsSinceEpoch: ($0 + 1) * 43_200))
      }, days: [0..<2, 2..<4], queues: [queue], groups: [GroupModel(name: "g", queues: ["q"])],
      staffing: .counts(["g": [5, 6, 7, 8]]))
  }

  @Test("The first day comes before itself: volumes, paths and numbers of agents")
  func repeated() {
    let warm = Self.model { $0.arrivals = .paths([[1, 2, 3, 4], [5, 6, 7, 8]]) }.warmedUp(days: 2)
    #expect(warm.queues[0].expectedContacts == [1, 2, 1, 2, 1, 2, 3, 4])
    #expect(
      warm.queues[0].arrivals == .paths([[1, 2, 1, 2, 1, 2, 3, 4], [5, 6, 5, 6, 5, 6, 7, 8]]))
    #expect(warm.staffing == .counts(["g": [5, 6, 5, 6, 5, 6, 7, 8]]))
    #expect(warm.firstReportedInterval == 4)
    #expect(warm.days == [4..<6, 6..<8])
    #expect(warm.intervals.first?.start.secondsSinceEpoch == -2 * 86_400)
  }

  @Test("Recorded contacts of the first day come before themselves")
  func trace() {
    let contacts = [TracedContact(seconds: 100, handleSeconds: 9), TracedContact(seconds: 90_000)]
    let warm = Self.model { $0.arrivals = .trace(contacts) }.warmedUp(days: 1)
    #expect(
      warm.queues[0].arrivals
        == .trace([
          TracedContact(seconds: 100, handleSeconds: 9),
          TracedContact(seconds: 86_500, handleSeconds: 9), TracedContact(seconds: 176_400),
        ]))
  }

  @Test("Open hours of the first day come before themselves, joined over midnight")
  func openHours() {
    let night: [Range<Double>] = [0..<7200, 80_000..<90_000, 170_000..<172_800]
    let warm = Self.model { $0.openSeconds = night }.warmedUp(days: 1)
    #expect(
      warm.queues[0].openSeconds == [
        0..<7200, 80_000..<93_600, 166_400..<176_400, 256_400..<259_200,
      ])
    #expect(Self.model().warmedUp(days: 1).queues[0].openSeconds == nil)
  }

  @Test("Outages lie in the reported time and are not repeated")
  func outages() {
    var model = Self.model {
      $0.behavior.selfService = SelfService(
        time: Seconds(60), containment: Share(0.3),
        outages: [
          .init(start: Instant(secondsSinceEpoch: 50), end: Instant(secondsSinceEpoch: 90))
        ])
    }
    model.attendance.siteOutages = [.init(site: "Austin", start: 100, end: 200)]
    let warm = model.warmedUp(days: 1)
    #expect(warm.attendance.siteOutages == [.init(site: "Austin", start: 86_500, end: 86_600)])
    // Instants stay where they are while the model begins a day earlier.
    #expect(warm.queues[0].behavior == model.queues[0].behavior)
  }
}
