import ContactCenter
import MathematicalProgramming
import TestSupport
import Testing

@testable import Scheduling

@Suite(.enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
struct BreakChoicesTests {
  typealias Small = PlacementFixture

  /// Shifts of six hours with two breaks of a quarter hour, an hour of work around each and no more than three in a row.
  static let rules: ShiftRules = {
    var pattern = BreakPattern(
      shorterThanMinutes: 1441,
      breaks: [
        BreakRule(name: "break", minutes: 15, isPaid: true, earliest: 0.1, latest: 0.8),
        BreakRule(name: "break", minutes: 15, isPaid: true, earliest: 0.2, latest: 0.9),
      ])
    pattern.spacing = BreakSpacing(leastWork: 60, mostWork: 180)
    return ShiftRules(startEveryMinutes: 30, patterns: [pattern])
  }()

  static func roster(_ entries: [RosterEntry], _ need: CoverageNeed) -> RosterUnderAudit {
    RosterUnderAudit(
      roster: Roster(entries: entries), agents: Small.agents(Set(entries.map(\.agent)).sorted()),
      groups: Fixture.groups, contracts: Fixture.contracts, availability: [], rules: rules,
      need: need, grid: Fixture.grid)
  }

  static func shift(_ agent: String, _ from: Double, _ one: Double, _ two: Double) -> [RosterEntry]
  {
    [
      Small.entry(agent, 0, from, from + one),
      Small.entry(agent, 0, from + one, from + one + 0.25, .break),
      Small.entry(agent, 0, from + one + 0.25, from + two),
      Small.entry(agent, 0, from + two, from + two + 0.25, .break),
      Small.entry(agent, 0, from + two + 0.25, from + 6),
    ]
  }

  /// Minutes of work in one piece, shift by shift.
  static func pieces(_ roster: Roster) -> [[Int]] {
    let byAgent = Dictionary(grouping: roster.entries.filter { $0.activity == .work }, by: \.agent)
    return byAgent.keys.sorted().map { name in
      (byAgent[name] ?? []).map { $0.end.seconds(since: $0.start) / 60 }
    }
  }

  @Test("Breaks that move keep their spacing, and never make more short", arguments: 1...8)
  func spacing(seed: Int) throws {
    let library = try #require(Fixture.library)
    var numbers = SeededNumbers(state: UInt64(seed))
    let starts: [(Double, Double)] = [(1, 3), (1.5, 3), (1.5, 4), (2, 3.5), (2.5, 4.5), (3, 4.5)]
    let entries = (0..<6).flatMap { index in
      let (one, two) = starts[below(starts.count, &numbers)]
      return Self.shift("agent-\(index)", 8 + Double(below(2, &numbers)), one, two)
    }
    let need = try Small.need { $0 < 8 || $0 >= 15 ? 0 : Double(3 + below(4, &numbers)) }
    let roster = Self.roster(entries, need)
    #expect(Self.pieces(roster.roster).joined().allSatisfy { (60...180).contains($0) })
    let result = try BreakPlacement.solve(roster, library: library)
    #expect(result.leftAlone == 0)
    #expect(result.shortHours <= result.shortHoursBefore)
    #expect(result.moved == 0 || result.shortHours < result.shortHoursBefore)
    for pieces in Self.pieces(result.roster) {
      #expect(pieces.count == 3)
      #expect(pieces.allSatisfy { (60...180).contains($0) }, "\(pieces)")
    }
  }

  @Test("The cheapest places are those of all that keep the spacing")
  func best() throws {
    let need = try Small.need { _ in 0 }
    let roster = Self.roster(Self.shift("ana", 8, 1, 3), need)
    let table = StaffTable(roster, need: need, lengths: PlacementLengths.of(roster), weights: [:])
    let shift = try #require(roster.shifts.first.flatMap { RosterShift($0) })
    let choices = try #require(BreakChoices(shift, rules: Self.rules, table: table))
    let first = try #require(table.slot(at: shift.stretch.start))
    for seed in 1...20 {
      var numbers = SeededNumbers(state: UInt64(seed))
      let prices = (0..<24).map { _ in numbers.next() }
      func price(_ slots: [Int]) -> Double { slots.reduce(0) { $0 + prices[$1 - first] } }
      let found = choices.best(worth: { prices[$0 - first] })
      let all = choices.choices[0].slots.flatMap { one in
        choices.choices[1].slots.filter { (4...12).contains($0 - one - 1) }.map { [one, $0] }
      }
      #expect(all.contains(found))
      #expect(abs(price(found) - (all.map(price).min() ?? -1)) < 1e-12)
    }
  }
}
