import ContactCenter
import Testing

@testable import Planning

@Suite struct ReplayEvidenceTests {
  static func service(
    offered: [Double], _ measures: [HistoryMeasure: [Double?]]
  ) -> ActualService {
    let starts = offered.indices.map { Instant(secondsSinceEpoch: 1800 * $0) }
    return ActualService(
      QueueHistory(
        queue: "q", channel: "voice", starts: starts, offered: offered, measures: measures),
      queue: Past.plan.queues[0],
      indexOf: Dictionary(uniqueKeysWithValues: starts.enumerated().map { ($1, $0) }),
      count: offered.count)
  }

  @Test("Patience is all seconds waited over the number who gave up")
  func patience() {
    let service = Self.service(
      offered: [20, 20, 20],
      [
        .abandoned: [4, 6, 5], .answeredWaitSeconds: [600, 400, nil],
        .abandonedWaitSeconds: [100, 100, 100],
      ])
    #expect(ReplayEvidence.patience(service) == .init(value: 120, count: 10))
    #expect(ReplayEvidence.patience(Self.service(offered: [1], [:])) == nil)
  }

  @Test(
    "Counts on a line have no dispersion, counts that alternate have much, and openings count as neither"
  )
  func dispersion() throws {
    #expect(ReplayEvidence.dispersion((0..<30).map { 10 + Double($0) })?.value == 0)
    let alternating = (0..<42).map { $0 % 2 == 0 ? 10.0 : 30.0 }
    // (10 - 60 + 10)² / 140 and (30 - 20 + 30)² / 100 in turn.
    let index = try #require(ReplayEvidence.dispersion(alternating))
    #expect(abs(index.value - (1600.0 / 140 + 16) / 2) < 1e-12)
    let day: [Double] = [0, 20, 20, 20, 0]
    let days = Array(repeating: day, count: 10).flatMap { $0 }
    #expect(ReplayEvidence.dispersion(days) == nil)
  }

  // 1,440 Poisson counts of mean 40: the mean of the quotients has a standard deviation of about 2·√(2/1440) = 0.075.
  @Test("Poisson counts have a dispersion of one")
  func poisson() throws {
    let history = try Past(days: 30).history()
    let index = try #require(ReplayEvidence.dispersion(history.queues[0].offered))
    #expect(abs(index.value - 1) < 3.3 * 0.075)
  }

  @Test(
    "The spread of handle times is read from the means of neighboring intervals, whatever the hour does to them"
  )
  func variation() throws {
    for truth in [0.5, 1, 2] {
      let service = try self.service(Past(days: 20, handleTimeVariation: truth))
      let estimate = try #require(ReplayEvidence.variation(service))
      #expect(abs(estimate.value / truth - 1) < 0.15, "\(estimate.value) for \(truth)")
    }
    let drifting = Self.service(
      offered: Array(repeating: 40, count: 100),
      [
        .answered: Array(repeating: 40, count: 100),
        .handleSeconds: (0..<100).map { 40 * (200 + Double($0)) },
      ])
    #expect(try #require(ReplayEvidence.variation(drifting)).value < 0.02)
  }

  private func service(_ past: Past) throws -> ActualService {
    let queue = try past.history().queues[0]
    return Self.service(offered: queue.offered, queue.measures)
  }
}
