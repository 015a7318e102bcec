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
      let result = try center.rostered(by: library)
      let judgment = try RosterJudgment(result.roster, of: center)
      let contradicted = result.contradicted
      let broken = judgment.broken.filter { line in
        !contradicted.contains { line.hasPrefix("\($0): ") }
      }
      #expect(broken == [], "seed \(seed)")
      let report = RosterAudit.check(center.underAudit(result.roster))
      let errors = report.violations.filter {
        $0.severity == .error && !contradicted.contains($0.place)
      }
      #expect(errors.map(\.message) == [], "seed \(seed)")
      #expect(judgment.uncovered.count == result.uncovered.count, "seed \(seed)")
      guard contradicted.isEmpty else { continue }
      let short = judgment.uncovered.reduce(0) { $0 + Double($1.paidMinutes) / 60 }
      let cost =
        judgment.ruleCost + judgment.wishCost + 40 * short
        + GroupRoster.surplusPrice * Double(judgment.surplus)
      #expect(abs(cost - result.costs.total) <= 1e-4 * max(1, cost), "seed \(seed)")
      let soft = report.softCosts.filter { !$0.rule.hasPrefix("fairness") }
        .reduce(0) { $0 + $1.costHours }
      #expect(abs(soft - judgment.ruleCost - judgment.wishCost) < 1e-6, "seed \(seed)")
      #expect(result.boundHours <= cost + 1e-6 * max(1, cost), "seed \(seed)")
    }
  }
}
