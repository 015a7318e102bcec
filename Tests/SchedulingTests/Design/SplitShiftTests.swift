import ContactCenter
import Scheduling
import Testing

@Suite(.enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
struct SplitShiftTests {
  static let eight = DesignCase.contract("eight", lengths: [480])
  static let form = SplitShift(
    firstMinutes: 180, secondMinutes: 180, gapMinutes: 120...360, price: 1)

  @Test("Two peaks far apart are worked by one split shift")
  func peaks() throws {
    var test = DesignCase(Self.eight, stretches: [(8, 11, 1), (16, 19, 1)])
    test.heads = 1
    #expect(try test.plan().shortHours > 0)
    test.contracts[0].splitShifts = [Self.form]
    let plan = try test.plan()
    #expect(plan.shortages.isEmpty)
    #expect(plan.shifts.count == 1)
    #expect(plan.shifts[0].gap == Interval(start: Fixture.at(0, 11), end: Fixture.at(0, 16)))
    #expect(plan.costs == [CostLine("pay", hours: 6), CostLine("split shifts", hours: 1)])
    #expect(abs(plan.proof.objectiveHours - 7) < 1e-6)
  }

  @Test("A gap longer than allowed is not made, and a dear split shift is not taken")
  func limits() throws {
    var test = DesignCase(Self.eight, stretches: [(8, 11, 1), (18, 21, 1)])
    test.heads = 1
    test.contracts[0].splitShifts = [Self.form]
    #expect(try test.plan().shortHours > 0)
    test.stretches = [(8, 11, 1), (16, 19, 1)]
    test.contracts[0].splitShifts[0].price = 500
    #expect(try test.plan().shifts.allSatisfy { $0.gap == nil })
  }

  @Test("Each half has the breaks of its own length")
  func breaks() throws {
    var test = DesignCase(Self.eight, stretches: [(8, 11, 1), (16, 19, 1)])
    test.heads = 1
    test.contracts[0].splitShifts = [Self.form]
    test.rules.patterns = [
      BreakPattern(
        shorterThanMinutes: 240,
        breaks: [BreakRule(name: "break", minutes: 15, isPaid: true, earliest: 0.3, latest: 0.7)])
    ]
    let shift = try #require(try test.plan().shifts.first { $0.gap != nil })
    #expect(shift.breaks.map(\.name) == ["break", "off", "break"])
    #expect(shift.paidMinutes == 360)
    let entries = try #require(shift.gap)
    #expect(shift.breaks[0].end <= entries.start && shift.breaks[2].start >= entries.end)
  }

  @Test("A roster of split shifts passes the audit, and a wrong gap does not")
  func audit() throws {
    var contract = DesignCase.contract("full-time", lengths: [480])
    contract.splitShifts = [Self.form]
    var fixture = AuditFixture()
    fixture.contracts = [contract]
    fixture.agents = [Agent(name: "ada", group: "front", contract: "full-time")]
    fixture.rules = ShiftRules(startEveryMinutes: 30, patterns: [])
    fixture.entries = [
      AuditFixture.entry("ada", 0, 8, 11), AuditFixture.entry("ada", 0, 11, 16, .off),
      AuditFixture.entry("ada", 0, 16, 19),
    ]
    let roster = try fixture.roster()
    #expect(roster.shifts.count == 1)
    #expect(roster.paidMinutes(of: roster.shifts[0]) == 360)
    #expect(RosterAudit.check(roster).violations.isEmpty)
    let short = try fixture.changing { $0.entries[2] = AuditFixture.entry("ada", 0, 16, 18) }
    #expect(ShiftLengthRule().violations(in: short).count == 1)
    let close = try fixture.changing {
      $0.entries = [AuditFixture.entry("ada", 0, 8, 11), AuditFixture.entry("ada", 0, 12, 15)]
    }
    #expect(OneShiftADayRule().violations(in: close).count == 1)
  }

  @Test("Halves without length and forms longer than a day are errors")
  func faults() throws {
    for form in [
      SplitShift(firstMinutes: 0, secondMinutes: 180, gapMinutes: 60...60),
      SplitShift(firstMinutes: 600, secondMinutes: 600, gapMinutes: 60...300),
      SplitShift(firstMinutes: 180, secondMinutes: 180, gapMinutes: 60...60, price: .nan),
    ] {
      var test = DesignCase(Self.eight, stretches: [(8, 11, 1)])
      test.contracts[0].splitShifts = [form]
      #expect(throws: SchedulingError.self) { try test.plan() }
    }
  }
}
