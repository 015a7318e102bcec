import ContactCenter
import Probability
import Simulation
import TestSupport
import Testing

/// Days with known answers, interval by interval.
@Suite(.enabled(if: TestBuild.isOptimized, "millions of arrivals need an optimized build"))
struct TimeVaryingTheoryTests {
  static let volumes: [Double] = [
    10, 8, 6, 5, 4, 4, 4, 5, 6, 8, 12, 20, 40, 80, 140, 220, 300, 350, 380, 400, 410, 400, 380, 360,
    350, 360, 370, 380, 370, 350, 320, 290, 260, 230, 200, 180, 160, 140, 120, 100, 85, 70, 55, 45,
    35, 25, 18, 13,
  ]

  // 48 half-hours, 8078 contacts, handle time 240 s, patience 120 s, ⌈a + √a/2⌉ agents; leaving agents finish their
  // contact, idle ones leave first. Kolmogorov forward equations: P(abandon) .04010, E[wait] 4.8125 s.
  @Test("A whole day with changing staff agrees with its forward equations")
  func wholeDay() throws {
    let agents = Self.volumes.map { volume in
      let load = volume * 240 / 1800
      return Int((load + 0.5 * load.squareRoot()).rounded(.up))
    }
    let model = Self.day(
      volumes: Self.volumes, agents: agents, intervalSeconds: 1800, handle: 240, patience: 120,
      threshold: 20)
    let study = try Study(
      model, over: 0..<Self.volumes.count, seed: 20_261_101, replications: 5000)
    #expect(study.offered > 39_900_000)
    expect(study.queues[0].abandonment, equals: 0.04010, sharpness: 0.01, "P(abandon)")
    expect(study.queues[0].meanWait, equals: 4.8125, sharpness: 0.01, "E[wait]")
  }

  /// A day with one more interval without contacts, so that no measured contact is cut off.
  private static func day(
    volumes: [Double], agents: [Int], intervalSeconds: Int, handle: Double, patience: Double?,
    threshold: Double
  ) -> SimulationModel {
    let count = volumes.count + 1
    return SimulationModel(
      intervals: (0..<count).map {
        Interval(
          start: Instant(secondsSinceEpoch: $0 * intervalSeconds),
          end: Instant(secondsSinceEpoch: ($0 + 1) * intervalSeconds))
      },
      queues: [
        QueueModel(
          name: "q", expectedContacts: volumes + [0],
          meanHandleSeconds: Array(repeating: handle, count: count), meanPatienceSeconds: patience,
          target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(threshold)))
      ],
      groups: [GroupModel(name: "g", queues: ["q"])],
      staffing: .counts(["g": agents + [agents.last ?? 0]]))
  }
}
