import ContactCenter
import Testing

@testable import Planning

@Suite struct ReplayHandleTimesTests {
  private static let queue = Past.plan.queues[0]

  @Test(
    "What is chance in an interval's mean is left out: of constant handle times one mean is left")
  func chance() throws {
    let history = try Past(days: 20).history().queues[0]
    let service = ReplayEvidenceTests.service(offered: history.offered, history.measures)
    let times = try #require(ReplayHandleTimes(service, of: Self.queue))
    let means = times.means
    #expect(times.isKnown)
    // Means of 40 exponential handle times spread by 300/√40 = 47 seconds; what is kept must be far less.
    let spread = (means.map { ($0 - 300) * ($0 - 300) }.reduce(0, +) / Double(means.count))
      .squareRoot()
    #expect(spread < 15, "\(spread)")
  }

  @Test("What belongs to the hour is kept")
  func kept() throws {
    let count = 200
    // Mornings of 200 and afternoons of 400 seconds; handle times themselves spread little.
    let hour = (0..<count).map { $0 < 100 ? 200.0 : 400.0 }
    let noise = (0..<count).map { $0 % 2 == 0 ? 5.0 : -5.0 }
    let service = ReplayEvidenceTests.service(
      offered: Array(repeating: 50, count: count),
      [
        .answered: Array(repeating: 50, count: count),
        .handleSeconds: zip(hour, noise).map { 50 * ($0 + $1) },
      ])
    let means = try #require(ReplayHandleTimes(service, of: Self.queue)).means
    #expect(zip(means, hour).allSatisfy { abs($0 - $1) < 8 })
  }

  @Test("Without any in the history the plan's is taken, and without that there is none")
  func unknown() throws {
    let service = ReplayEvidenceTests.service(offered: [5, 6], [.answered: [5, 6]])
    #expect(ReplayHandleTimes(service, of: Self.queue) == nil)
    var queue = Self.queue
    queue.handleTime = Seconds(240)
    let times = try #require(ReplayHandleTimes(service, of: queue))
    #expect(times.means == [240, 240])
    #expect(!times.isKnown)
  }
}
