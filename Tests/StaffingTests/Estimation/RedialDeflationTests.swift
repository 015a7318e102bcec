import ContactCenter
import Testing

@testable import Staffing

@Suite struct RedialDeflationTests {
  private static func history(
    offered: [Double], abandoned: [Double?], starts: [Int]? = nil
  ) -> DemandHistory {
    let starts = starts ?? offered.indices.map { $0 * 1800 }
    return DemandHistory(
      queues: [
        QueueHistory(
          queue: "q", channel: "voice", starts: starts.map { Instant(secondsSinceEpoch: $0) },
          offered: offered,
          measures: [
            .abandoned: abandoned, .answered: offered.map { $0 / 2 },
            .agents: offered.map { _ in 9 },
          ])
      ], length: .thirtyMinutes)
  }

  private static let redial = [
    "q": Redial(afterAbandonment: Share(0.5), afterBlock: Share(0), delay: Seconds(600))
  ]

  @Test("Redials are taken out of the intervals in which they arrive")
  func shifted() {
    let result = RedialDeflation.run(
      Self.history(offered: [100, 100, 100, 100], abandoned: [40, 0, 0, 0]), redials: Self.redial)
    // x = 3: at once 1 − (1 − e⁻³)/3 = 0.683262; next (1 − e⁻³)²/3 = 0.300968; then times e⁻³.
    let offered = result.history.queues[0].offered
    let expected = [
      100 - 20 * 0.683262, 100 - 20 * 0.300968, 100 - 20 * 0.0149844, 100 - 20 * 0.00074603,
    ]
    for (value, other) in zip(offered, expected) { #expect(abs(value - other) < 1e-4) }
  }

  @Test("All redials are taken out in the end, and averages stay")
  func whole() throws {
    let result = RedialDeflation.run(
      Self.history(
        offered: Array(repeating: 50, count: 40),
        abandoned: Array(repeating: 10, count: 20) + Array(repeating: 0, count: 20)),
      redials: Self.redial)
    let queue = result.history.queues[0]
    #expect(abs(queue.offered.reduce(0, +) - (2000 - 100)) < 1e-6)
    let answered = try #require(queue.measures[.answered])
    for (count, offered) in zip(answered, queue.offered) {
      #expect(abs((count ?? 0) - offered / 2) < 1e-9)
    }
    #expect(queue.measures[.agents]?.first == 9)
    #expect(result.findings.count == 1)
  }

  @Test("Redials that would come while closed are not taken out of the next day")
  func closed() {
    let result = RedialDeflation.run(
      Self.history(offered: [100, 100], abandoned: [40, 0], starts: [0, 86_400]),
      redials: Self.redial)
    #expect(abs(result.history.queues[0].offered[1] - 100) < 1e-9)
  }

  @Test("More redials than contacts are told, and a history without abandons too")
  func findings() {
    let much = RedialDeflation.run(
      Self.history(offered: [100, 1], abandoned: [100, 0]), redials: Self.redial)
    #expect(much.findings.contains { $0.code == "fit.deflated-below-zero" })
    #expect(much.history.queues[0].offered[1] == 0)
    var history = Self.history(offered: [1], abandoned: [0])
    history.queues[0].measures = [:]
    let none = RedialDeflation.run(history, redials: Self.redial)
    #expect(none.findings.map(\.code) == ["fit.nothing-to-deflate"])
    #expect(none.history == history)
  }

  @Test("Redials come out of the queue to which they go")
  func elsewhere() throws {
    var history = Self.history(offered: [100, 100, 100], abandoned: [40, 0, 0])
    history.queues.append(
      QueueHistory(
        queue: "r", channel: "voice",
        starts: [0, 3600].map { Instant(secondsSinceEpoch: $0) }, offered: [50, 50]))
    var redial = try #require(Self.redial["q"])
    redial.queue = "r"
    let result = RedialDeflation.run(history, redials: ["q": redial])
    #expect(result.history.queues[0] == history.queues[0])
    // As in `shifted`; the second interval's are counted by nobody.
    let offered = result.history.queues[1].offered
    #expect(abs(offered[0] - (50 - 20 * 0.683262)) < 1e-4)
    #expect(abs(offered[1] - (50 - 20 * 0.0149844)) < 1e-4)
    #expect(result.findings.map(\.place) == ["r"])
    redial.queue = "s"
    let missing = RedialDeflation.run(history, redials: ["q": redial])
    #expect(missing.findings.map(\.code) == ["fit.redial-elsewhere"])
    #expect(missing.history == history)
  }

  @Test("Who makes one attempt does not redial; a higher limit is told to be ignored")
  func attempts() throws {
    let history = Self.history(offered: [100, 100], abandoned: [40, 0])
    var redial = try #require(Self.redial["q"])
    redial.maximumAttempts = 1
    let none = RedialDeflation.run(history, redials: ["q": redial])
    #expect(none.history == history)
    #expect(none.findings.map(\.code) == ["fit.no-redials"])
    redial.maximumAttempts = 3
    let some = RedialDeflation.run(history, redials: ["q": redial])
    #expect(some.history == RedialDeflation.run(history, redials: Self.redial).history)
    #expect(some.findings.map(\.code) == ["fit.attempts-ignored", "fit.deflated"])
  }
}
