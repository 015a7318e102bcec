import ContactCenter
import MathematicalProgramming
import TestSupport
import Testing

@testable import Scheduling

/// Rosters of 1,000 centers made up from seeds, judged from their entries alone.
@Suite(.enabled(if: TestBuild.isOptimized && Fixture.library != nil, "\(Fixture.skipReason)"))
struct RandomRosterTheoryTests {
  let library: HiGHSLibrary

  init() throws { library = try #require(Fixture.library) }

  @Test(
    "Every hard rule is kept, by whoever can keep their own, and the cost is that of the rules",
    arguments: 0..<40)
  func hardRules(block: Int) throws {
    for seed in block * 25..<(block + 1) * 25 {
      let center = RandomCenter(seed: seed)
      let rostered = try RosteredCenter(center, library: library)
      let judgment = try RosterJudgment(rostered.roster, of: center)
      let contradicted = rostered.contradicted
      #expect(
        judgment.offenders.isSubset(of: contradicted), "seed \(seed): \(judgment.broken.prefix(4))")
      if case .noLine(let agent, _)? = center.trouble {
        #expect(contradicted.contains(agent), "seed \(seed)")
      }
      guard contradicted.isEmpty else { continue }
      let short = judgment.uncovered.reduce(0) { $0 + Double($1.paidMinutes) / 60 }
      let cost = judgment.ruleCost + judgment.wishCost + 40 * short
      #expect(abs(cost - rostered.cost) <= 1e-4 * max(1, cost), "seed \(seed)")
      for answer in rostered.answers {
        #expect(answer.bound <= answer.cost + 1e-6 * max(1, answer.cost), "seed \(seed)")
      }
    }
  }
}
