import ContactCenter
import TestSupport
import Testing

@testable import Scheduling

@Suite struct RosterOffersTests {
  typealias Small = PlacementFixture

  /// Ana works Monday from 8 to 12; her contract allows shifts of 4 and 5 hours.
  static func ana(
    _ need: CoverageNeed, availability: [Availability] = [], rest: Int = 660, hours: Double = 25
  ) -> RosterUnderAudit {
    Small.underAudit(
      Small.shift("ana", 0, 8, pause: 2), agents: Small.agents(["ana"]), need: need,
      availability: availability,
      contracts: [
        Contract(
          name: "part-time", hoursPerWeek: hours, daysPerWeek: 5, shiftMinutes: [240, 300],
          restMinutes: rest)
      ])
  }

  static func offers(_ roster: RosterUnderAudit) throws -> [RosterOffer] {
    try RosterOffers.find(roster).offers
  }

  @Test("Who works until noon is asked to stay when the hour after is short")
  func stay() throws {
    let roster = Self.ana(try Small.need { $0 >= 10.25 && $0 < 13 ? 1 : 0 })
    let result = try RosterOffers.find(roster)
    let offer = try #require(result.offers.first)
    #expect(result.offers.count == 1)
    #expect(offer.kind == .stayLonger)
    #expect(offer.stretch == Interval(start: Fixture.at(0, 12), end: Fixture.at(0, 13)))
    #expect(offer.paidMinutes == 60)
    #expect(offer.costHours == 1.5)
    #expect(offer.shortHours == 1)
    #expect(abs(offer.worth - 2 / 3) < 1e-12)
    #expect(result.shortHoursBefore == 1)
    #expect(result.shortHours == 0)
    #expect(Small.short(roster, with: result.roster.entries) == 0)
    #expect(result.findings == [])
  }

  @Test("Who begins at eight is asked to come earlier when the hour before is short")
  func earlier() throws {
    let roster = Self.ana(try Small.need { $0 >= 7 && $0 < 9 ? 1 : 0 })
    #expect(try Self.offers(roster).map(\.kind) == [.comeEarlier])
  }

  @Test("A day off may be worked, once, within rest and weekly hours")
  func extra() throws {
    let need = try Small.need(days: 2) { $0 >= 8 && $0 < 12 ? 1 : 0 }
    let result = try RosterOffers.find(Self.ana(need))
    let extra = try #require(result.offers.first)
    #expect(extra.kind == .extraShift)
    #expect(extra.date == Fixture.monday.advanced(by: 1))
    #expect(extra.shift == Interval(start: Fixture.at(1, 8), end: Fixture.at(1, 12)))
    #expect(extra.shortHours == 3.75)
    // Her own break on Monday can be covered by nobody.
    #expect(abs(result.shortHours - 0.5) < 1e-12)
    let poor = try RosterOffers.find(Self.ana(need, hours: 6))
    #expect(poor.offers == [])
    #expect(poor.refused.keys.contains("hours"))
    #expect(poor.findings.map(\.code) == ["offers.short-remains"])
  }

  @Test("Nobody is asked on leave, or when they asked to be off")
  func away() throws {
    let need = try Small.need(days: 2) { $0 >= 8 && $0 < 12 ? 1 : 0 }
    for kind in [Availability.Kind.leave, .request] {
      let stretch = Availability(
        agent: "ana", start: Fixture.at(1, 0), end: Fixture.at(2, 0), kind: kind)
      #expect(try Self.offers(Self.ana(need, availability: [stretch])) == [])
    }
  }

  @Test("Time off is offered only where nothing gets short by it")
  func timeOff() throws {
    let idle = try Self.offers(Self.ana(try Small.need { _ in 0 }))
    #expect(idle.map(\.kind) == [.dayOff])
    #expect(idle.first?.paidMinutes == 240)
    #expect(idle.first?.shift == nil)
    let busy = try Self.offers(Self.ana(try Small.need { $0 >= 8 && $0 < 9 ? 1 : 0 }))
    #expect(busy == [])
    let longShift = Small.underAudit(
      [
        Small.entry("ana", 0, 8, 10.5), Small.entry("ana", 0, 10.5, 10.75, .break),
        Small.entry("ana", 0, 10.75, 13),
      ], agents: Small.agents(["ana"]), need: try Small.need { $0 >= 8 && $0 < 9 ? 1 : 0 })
    let early = try Self.offers(longShift)
    #expect(early.map(\.kind) == [.leaveEarly])
    #expect(
      early.first?.stretch == Interval(start: Fixture.at(0, 12), end: Fixture.at(0, 13)))
  }

  @Test("Nobody is asked to work while the center is closed")
  func closed() throws {
    // 12:00 to 12:30 is short, and the center closes then: an hour more would reach beyond.
    let need = try Small.need { $0 >= 8 && $0 < 12.5 ? 2 : 0 }
    let result = try RosterOffers.find(Self.ana(need))
    #expect(result.offers.filter { $0.stretch.end > Fixture.at(0, 12.5) } == [])
    #expect(result.offers.map(\.kind) == [])
  }

  @Test("A meeting is never cut off")
  func meeting() throws {
    let entries = [
      Small.entry("ana", 0, 8, 10.5), Small.entry("ana", 0, 10.5, 10.75, .break),
      Small.entry("ana", 0, 10.75, 12.5), Small.entry("ana", 0, 12.5, 13, .meeting),
    ]
    let roster = Small.underAudit(
      entries, agents: Small.agents(["ana"]), need: try Small.need { _ in 0 })
    #expect(try Self.offers(roster).map(\.kind) == [.comeLater])
  }

  @Test("Nonsense is an error, and a roster without need gets no offers")
  func nonsense() throws {
    let roster = Self.ana(try Small.need { _ in 0 })
    for options in [
      OfferOptions(premium: 0), OfferOptions(premium: .nan), OfferOptions(leastWorth: .infinity),
    ] {
      #expect(throws: SchedulingError.self) { try RosterOffers.find(roster, options: options) }
    }
    let free = Small.underAudit(roster.roster.entries, agents: [], need: nil)
    #expect(try Self.offers(free) == [])
  }

  @Test("The same roster gets the same offers")
  func again() throws {
    let roster = Self.ana(try Small.need(days: 2) { $0 >= 7 && $0 < 13 ? 1 : 0 })
    #expect(try RosterOffers.find(roster) == RosterOffers.find(roster))
  }

  @Test(
    "On random rosters rules stay kept, and coverage is what the audit counts", arguments: 1...6)
  func law(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    let names = (0..<5).map { "agent-\($0)" }
    let entries = names.flatMap { name in
      (0..<4).flatMap { day in
        below(3, &numbers) == 0 || day == 3
          ? []
          : Small.shift(
            name, day, 8 + 0.5 * Double(below(6, &numbers)),
            pause: 1.5 + 0.25 * Double(below(4, &numbers)))
      }
    }
    let need = try Small.need(days: 4) { $0 < 7 || $0 >= 18 ? 0 : Double(below(5, &numbers)) }
    let roster = Small.underAudit(entries, agents: Small.agents(names), need: need)
    let result = try RosterOffers.find(roster)
    let before = RosterAudit.check(roster)
    let after = RosterAudit.check(
      Small.underAudit(result.roster.entries, agents: Small.agents(names), need: need))
    func errors(_ report: AuditReport) -> Int {
      report.violations.count { $0.severity == .error }
    }
    #expect(errors(after) <= errors(before))
    #expect(abs(result.shortHoursBefore - before.shortHours) < 1e-9)
    #expect(abs(result.shortHours - after.shortHours) < 1e-9)
    #expect(result.shortHours <= result.shortHoursBefore + 1e-9)
    #expect(
      abs(after.paidHours - before.paidHours - result.overtimeHours + result.timeOffHours) < 1e-9)
    // Time off alone adds nothing to what is short.
    let idle = try RosterOffers.find(roster, options: OfferOptions(offersOvertime: false))
    #expect(abs(idle.shortHours - idle.shortHoursBefore) < 1e-9)
    let worths = result.offers.filter(\.kind.isOvertime).map(\.worth)
    #expect(worths.allSatisfy { $0 >= 0.25 })
    let days = Set(result.offers.map { AgentDay(agent: $0.agent, date: $0.date) })
    #expect(days.count == result.offers.count)
  }
}
