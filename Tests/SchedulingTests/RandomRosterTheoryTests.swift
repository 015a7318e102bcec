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

  @Test("The same roster on one thread and on two, with the lists in any order", arguments: 0..<20)
  func repeats(block: Int) throws {
    for seed in [block, 500 + block] {
      let center = RandomCenter(seed: seed)
      let result = try center.rostered(by: library)
      #expect(try center.rostered(by: library) == result, "seed \(seed)")
      #expect(
        try center.rostered(by: library, threads: 2, isReversed: true) == result, "seed \(seed)")
    }
  }

  @Test("An agent without a line is named with what clashes", arguments: 0..<25)
  func noLine(block: Int) throws {
    for seed in block * 40..<(block + 1) * 40 {
      let center = RandomCenter(seed: seed)
      guard case .noLine(let agent, let kind)? = center.trouble else { continue }
      let result = try center.rostered(by: library)
      let messages = result.messages("schedule.no-line", at: agent)
      #expect(messages.count == 1 && messages[0].contains(kind), "seed \(seed): \(messages)")
    }
  }

  @Test(
    "What is said to clash does, and with what is named given up there is a line", arguments: 0..<20
  )
  func conflicts(block: Int) throws {
    for seed in block * 50..<(block + 1) * 50 {
      let center = RandomCenter(seed: seed)
      let isPlanted = if case .noLine? = center.trouble { true } else { false }
      guard isPlanted || seed % 5 == 0 else { continue }
      for group in try RosterGroups(center.task(), uncoveredPrice: 40).groups {
        for member in group.nouns.calendars.indices {
          let lonely = LonelyAgent(center, group: group, member: member)
          let question = try #require(LineQuestion(lonely.calendar, in: group.nouns))
          guard let conflict = LineConflict.find(in: question) else {
            #expect(!group.contradicted.contains(member), "seed \(seed)")
            continue
          }
          #expect(group.contradicted.contains(member), "seed \(seed)")
          let others = Set(question.parts.indices).subtracting(conflict.clash)
          #expect(!lonely.hasLine(without: others, of: question), "seed \(seed)")
          #expect(!conflict.remedies.isEmpty, "seed \(seed)")
          for remedy in conflict.remedies {
            #expect(lonely.hasLine(without: Set(remedy), of: question), "seed \(seed)")
          }
        }
      }
    }
  }

  @Test("Work that nobody may do is named with what would help, and it does", arguments: 0..<25)
  func noWorker(block: Int) throws {
    for seed in block * 40..<(block + 1) * 40 {
      let center = RandomCenter(seed: seed)
      guard case .noWorker(let group, let date, let kind)? = center.trouble else { continue }
      let result = try center.rostered(by: library)
      let left = result.uncovered.filter {
        $0.shift.group == group && $0.shift.date == date
          && (kind == "leave" || $0.shift.minutes == 660)
      }
      #expect(!left.isEmpty, "seed \(seed)")
      #expect(
        left.allSatisfy {
          $0.reason.contains("on leave") || $0.reason.contains("does not allow its length")
        }, "seed \(seed)")
      let messages = result.messages("schedule.relaxation", at: group)
      #expect(!messages.isEmpty, "seed \(seed)")
      // Small centers only: those are searched to the end twice.
      guard center.agents.count <= 20 else { continue }
      // Where other rules stand in the way too, it says that nothing helps alone, or names something else.
      var relaxed = center
      switch kind {
      case "length" where messages.contains { $0.contains("shifts of 11h allowed") }:
        relaxed.allow(minutes: 660)
      case "leave" where messages.contains { $0.contains("leave of") }:
        relaxed.cancelLeave(on: date, group: group)
      default: continue
      }
      let before = try center.rostered(by: library, relativeGap: 0.001)
      let after = try relaxed.rostered(by: library, relativeGap: 0.001)
      // What is covered thereby may let other work go that is worth less: the cost must fall.
      #expect(after.costs.total < before.costs.total, "seed \(seed): \(messages)")
    }
  }
}
