import ContactCenter
import Testing

@testable import Scheduling

@Suite("RosterExplanation")
struct RosterExplanationTests {
  func findings(_ small: SmallGroup) throws -> [Finding] {
    let (group, state) = try small.roster()
    return try RosterExplanation.findings(group, state: state, uncoveredPrice: 40)
  }

  func messages(_ small: SmallGroup, _ code: String) throws -> [String] {
    try findings(small).filter { $0.code == code }.map(\.message)
  }

  /// Six shifts of eight hours, one agent of five days and forty hours.
  var week: SmallGroup {
    var small = SmallGroup()
    small.contracts = [
      Contract(
        name: "full", hoursPerWeek: 48, daysPerWeek: 5, shiftMinutes: [480], restMinutes: 660)
    ]
    small.agents = [("ann", "full")]
    for day in 0..<6 { small.want(day, 9, 8) }
    return small
  }

  @Test("What is covered needs no explanation")
  func covered() throws {
    var small = week
    small.slots.removeLast()
    #expect(try findings(small) == [])
  }

  @Test("The rule in the way is named with what one step buys, and one agent more")
  func step() throws {
    #expect(
      try messages(week, "schedule.relaxation") == [
        "in contract full, days-per-week at most 5 relaxed to at most 6: "
          + "covers at least 8 of 8 uncovered paid hours",
        "one agent more under contract full: covers at least 8 of 8 uncovered paid hours",
      ])
    let (group, state) = try week.roster()
    let short = CoverRelaxations(group, state: state, uncoveredPrice: 40).uncovered
    #expect(short.count == 1)
    #expect(
      CoverObstacles(group, state: state).reason(short[0])
        == "of 1 agents of front: 1 kept by days-per-week at most 5")
  }

  @Test("Two rules in the way at once: none alone helps, only somebody else")
  func two() throws {
    var small = week
    small.contracts[0].hoursPerWeek = 40
    #expect(
      try messages(small, "schedule.relaxation") == [
        "one agent more under contract full: covers at least 8 of 8 uncovered paid hours"
      ])
  }

  @Test("A rule that a step does not help is given up")
  func removal() throws {
    var small = week
    small.contracts[0].daysPerWeek = 7
    small.contracts[0].rules = [RuleTerms("rest", minimum: 40)]
    let gains = try messages(small, "schedule.relaxation")
    #expect(
      gains.first
        == "in contract full, rest at least 40h given up: covers at least 24 of 24 uncovered paid hours"
    )
  }

  @Test("Leave and lengths that nobody may work")
  func leaveAndLength() throws {
    var small = week
    small.slots = []
    small.want(0, 9, 8)
    small.want(2, 8, 11)
    small.availability = [
      Availability(
        agent: "ann", start: Fixture.at(0, 0), end: Fixture.at(1, 0), kind: .leave)
    ]
    #expect(
      try messages(small, "schedule.relaxation") == [
        "in contract full, shifts of 11h allowed: covers at least 11 of 19 uncovered paid hours",
        "leave of ann from 2026-03-09 given up: covers at least 8 of 19 uncovered paid hours",
        "one agent more under contract full: covers at least 8 of 19 uncovered paid hours",
      ])
  }

  @Test("An agent for whom no line exists is named with what clashes and what to give up")
  func noLine() throws {
    var small = week
    small.contracts.append(
      Contract(
        name: "odd", hoursPerWeek: 40, daysPerWeek: 7, shiftMinutes: [480], restMinutes: 660))
    small.contracts[1].rules = [RuleTerms("consecutive-days", maximum: 4)]
    small.agents.append(("bob", "odd"))
    small.availability = (0..<5).map {
      Availability(
        agent: "bob", start: Fixture.at($0, 9), end: Fixture.at($0, 13), kind: .pinned)
    }
    let found = try findings(small).filter { $0.code == "schedule.no-line" }
    #expect(
      found == [
        Finding(
          .error, code: "schedule.no-line",
          "no line of shifts under contract odd keeps all of consecutive-days at most 4 and the "
            + "5 published shifts from 2026-03-09 to 2026-03-13", place: "bob",
          advice:
            "Maybe give up consecutive-days at most 4 or one of the 5 published shifts from "
            + "2026-03-09 to 2026-03-13")
      ])
  }

  @Test(
    "Hours that a contract asks for and days that it does not leave clash without a shift in sight")
  func rulesAlone() throws {
    var small = week
    small.contracts[0].rules = [
      RuleTerms("hours", minimum: 24), RuleTerms("days-per-week", maximum: 2),
    ]
    small.availability = [
      Availability(agent: "ann", start: Fixture.at(6, 0), end: Fixture.at(7, 0), kind: .leave)
    ]
    let found = try findings(small).filter { $0.code == "schedule.no-line" }
    #expect(
      found.map(\.message) == [
        "no line of shifts under contract full keeps all of hours at least 24h and "
          + "days-per-week at most 2"
      ])
    #expect(found.first?.advice == "Maybe give up hours at least 24h or days-per-week at most 2")
  }
}
