import ContactCenter
import Scheduling

/// A roster of two agents that keeps every rule, and the means to break one thing in it.
struct AuditFixture {
  var entries: [RosterEntry]
  var agents = [
    Agent(name: "ada", group: "front", contract: "full-time"),
    Agent(name: "bob", group: "front", contract: "part-time"),
  ]
  var groups = Fixture.groups
  var contracts = Fixture.contracts
  var availability: [Availability] = []
  var rules = ShiftRules.usual
  var need: [Double]?
  var previous: [RosterEntry] = []
  var cover: [TypeCover] = []
  var fairness = FairnessPrices(hours: 0)
  var prices = SchedulePrices()
  var dates: Range<CivilDate>?

  /// Ada works five days of eight hours from nine, Bob four mornings of four hours.
  init() {
    entries = (0..<5).flatMap { Self.fullDay("ada", day: $0, from: 9) }
    entries += (0..<4).flatMap { Self.halfDay("bob", day: $0, from: 9) }
  }

  static func entry(
    _ agent: String, _ day: Int, _ from: Double, _ to: Double, _ activity: RosterActivity = .work
  ) -> RosterEntry {
    RosterEntry(
      agent: agent, start: Fixture.at(day, from), end: Fixture.at(day, to), activity: activity,
      group: "front")
  }

  /// Eight hours with two breaks and a lunch, 7.5 of them paid.
  static func fullDay(_ agent: String, day: Int, from: Double) -> [RosterEntry] {
    [
      entry(agent, day, from, from + 1.5), entry(agent, day, from + 1.5, from + 1.75, .break),
      entry(agent, day, from + 1.75, from + 3.5), entry(agent, day, from + 3.5, from + 4, .lunch),
      entry(agent, day, from + 4, from + 6), entry(agent, day, from + 6, from + 6.25, .break),
      entry(agent, day, from + 6.25, from + 8),
    ]
  }

  /// Four hours with one break.
  static func halfDay(_ agent: String, day: Int, from: Double) -> [RosterEntry] {
    [
      entry(agent, day, from, from + 2), entry(agent, day, from + 2, from + 2.25, .break),
      entry(agent, day, from + 2.25, from + 4),
    ]
  }

  func roster() throws -> RosterUnderAudit {
    let need = try need.map {
      try CoverageNeed(
        grid: Fixture.grid, firstDate: Fixture.monday, days: 1,
        queues: [.init(queue: "voice", agents: $0)])
    }
    return RosterUnderAudit(
      roster: Roster(entries: entries), agents: agents, groups: groups, contracts: contracts,
      availability: availability, rules: rules, need: need, grid: Fixture.grid,
      previous: Roster(entries: previous), cover: cover, fairness: fairness, prices: prices,
      dates: dates)
  }

  /// The same with something changed.
  func changing(_ change: (inout AuditFixture) -> Void) throws -> RosterUnderAudit {
    var copy = self
    change(&copy)
    return try copy.roster()
  }
}
