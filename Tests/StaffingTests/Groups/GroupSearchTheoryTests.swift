import ContactCenter
import TestSupport
import Testing

@testable import Staffing

/// The search beside all staffings of a box, each solved exactly.
@Suite(
  .enabled(if: TestBuild.isOptimized, "simulates millions of contacts"),
  .enabled(if: SkillCenter.library != nil, SkillCenter.skipReason))
struct GroupSearchTheoryTests {
  typealias Line = SkillCenter.Line

  /// Answered on arrival, and few who give up: what the chain tells without a tagged customer.
  static func line(_ name: String, _ contacts: Double, _ level: Double, priority: Int = 1) -> Line {
    Line(
      name: name, contacts: contacts, target: SkillCenter.target(level, 0, abandonment: 0.12),
      priority: priority)
  }

  static let pool = SkillCenter(
    lines: [line("a", 16, 0.6), line("b", 12, 0.6)],
    groups: [SkillCenter.group("all", ["a", "b"])])
  static let ladder = SkillCenter(
    lines: [line("a", 24, 0.72), line("b", 12, 0.62)],
    groups: [
      SkillCenter.group("flex", ["b", "a"], cost: 12), SkillCenter.group("own", ["a"], cost: 10),
    ])
  static let costlyLadder = SkillCenter(
    lines: [line("a", 24, 0.72), line("b", 14, 0.68)],
    groups: [
      SkillCenter.group("flex", ["a", "b"], cost: 16), SkillCenter.group("own", ["a"], cost: 10),
    ])
  static let wide = SkillCenter(
    lines: [line("a", 18, 0.7), line("b", 13, 0.7)],
    groups: [
      SkillCenter.group("a", ["a"], cost: 10), SkillCenter.group("b", ["b"], cost: 10),
      SkillCenter.group("flex", ["a", "b"], cost: 11.5),
    ])
  static let wideAndRanked = SkillCenter(
    lines: [line("a", 15, 0.6, priority: 2), line("b", 18, 0.75)],
    groups: [
      SkillCenter.group("a", ["a"], cost: 10), SkillCenter.group("b", ["b"], cost: 11),
      SkillCenter.group("flex", ["a", "b"], cost: 14),
    ])
  static let cheapFlex = SkillCenter(
    lines: [line("a", 11, 0.7), line("b", 9, 0.65)],
    groups: [
      SkillCenter.group("a", ["a"], cost: 10), SkillCenter.group("b", ["b"], cost: 10),
      SkillCenter.group("flex", ["b", "a"], cost: 10),
    ])

  static let cases: [(name: String, center: SkillCenter, box: [Int])] = [
    ("one flexible group", pool, [9]), ("a ladder", ladder, [8, 8]),
    ("a ladder with costly steps", costlyLadder, [8, 8]), ("two and a wide one", wide, [6, 5, 7]),
    ("two and a wide one, ranked", wideAndRanked, [6, 6, 6]),
    ("skills that cost nothing", cheapFlex, [4, 4, 6]),
  ]

  @Test("The answer keeps its promises exactly, and none of the box that does is cheaper")
  func optimum() throws {
    let library = try #require(SkillCenter.library)
    for (name, center, box) in Self.cases {
      let all = center.staffings(upTo: box).filter { $0.reduce(0, +) > 0 }
        .map { (agents: $0, cost: center.cost($0), margin: center.exactMargin($0)) }
      let answer = try center.answer(library)
      let agents = center.agents(answer)
      // A simulation of half a million contacts knows a share to some 0.3 points.
      #expect(center.exactMargin(agents) > -0.003, "\(name): \(agents)")
      let best = try #require(all.filter { $0.margin > 0.003 }.min { $0.cost < $1.cost })
      #expect(
        answer.costPerHour <= best.cost + 1e-9, "\(name): \(agents), but \(best.agents) is cheaper")
      let narrow = try #require(all.filter { $0.margin > -0.003 }.map(\.cost).min())
      #expect(answer.costPerHour >= narrow - 1e-9, "\(name)")
      #expect(answer.isMet, "\(name)")
      #expect(answer.leastCostPerHour <= answer.costPerHour, "\(name)")
    }
  }

  @Test("What the chain finds good, the bound does not refuse")
  func boundIsValid() throws {
    let library = try #require(SkillCenter.library)
    for (name, center, box) in Self.cases {
      let bound = try center.groupCase(library).bound
      #expect(!bound.rows.isEmpty)
      for agents in center.staffings(upTo: box) where agents.reduce(0, +) > 0 {
        guard center.exactMargin(agents) >= 0 else { continue }
        let named = Dictionary(
          zip(center.groups.map(\.name), agents), uniquingKeysWith: { first, _ in first })
        #expect(bound.violation(of: named) == nil, "\(name): \(agents)")
      }
    }
  }
}
