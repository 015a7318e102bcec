import ContactCenter
import Scheduling
import Testing

@Suite(.enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
struct SchedulePricesTests {
  static let eight = DesignCase.contract("eight", lengths: [480])

  @Test("Costs add up to what the search weighs")
  func costsAddUp() throws {
    var test = DesignCase(Self.eight, stretches: [(8, 20, 2)])
    test.heads = 2
    test.options.prices.over = 0.25
    test.options.prices.premiums = [
      HourPremium(
        name: "evening", share: 0.5,
        hours: OpeningHours(week: Array(repeating: [.init(start: 1080, end: 1440)], count: 7)))
    ]
    let plan = try test.plan()
    #expect(abs(plan.costHours - plan.proof.objectiveHours) < 1e-6)
    #expect(plan.costByName["pay"] == plan.paidHours)
    // Two shifts of eight hours leave four hours of one agent uncovered twice: 24 agent-hours less 16.
    #expect(abs((plan.costByName["short voice"] ?? 0) - 8 * 20) < 1e-6)
  }

  @Test("A premium moves shifts away from the hours that cost more")
  func premium() throws {
    var test = DesignCase(Self.eight, stretches: [(12, 13, 1)])
    test.rules.beforeOpeningMinutes = 480
    test.rules.afterClosingMinutes = 480
    let mornings = OpeningHours(week: Array(repeating: [.init(start: 0, end: 720)], count: 7))
    test.options.prices.premiums = [HourPremium(name: "morning", share: 0.5, hours: mornings)]
    let plan = try test.plan()
    #expect(plan.startHours == [12])
    #expect(plan.costs == [CostLine("pay", hours: 8)])
    let afternoons = OpeningHours(week: Array(repeating: [.init(start: 780, end: 1440)], count: 7))
    test.options.prices.premiums = [HourPremium(name: "afternoon", share: 0.5, hours: afternoons)]
    #expect(try test.plan().startHours == [5])
  }

  @Test("A premium on a date is paid on that date alone")
  func dates() throws {
    var test = DesignCase(Self.eight, stretches: [(8, 16, 1)])
    test.days = 2
    test.options.prices.premiums = [
      HourPremium(name: "holiday", share: 1, dates: [Fixture.monday.advanced(by: 1)])
    ]
    let plan = try test.plan()
    #expect(plan.costs == [CostLine("pay", hours: 16), CostLine("premium holiday", hours: 8)])
  }

  @Test("The dearer contract works only where the cheaper one cannot")
  func hourPrice() throws {
    var dear = DesignCase.contract("dear", lengths: [480])
    dear.hourPrice = 1.25
    var test = DesignCase(dear, Self.eight, stretches: [(8, 16, 3)])
    test.heads = 2
    let plan = try test.plan()
    #expect(plan.shifts.map(\.contract).sorted() == ["dear", "eight", "eight"])
    #expect(plan.costByName == ["pay": 24, "contract dear": 2])
    test.heads = 3
    #expect(try test.plan().shifts.allSatisfy { $0.contract == "eight" })
  }

  @Test("Overtime is taken where it costs less than being short, and no more than allowed")
  func overtime() throws {
    var small = DesignCase.contract("small", lengths: [240, 480])
    small.hoursPerWeek = 4
    small.overtime = OvertimeTerms(hoursPerWeek: 4, price: 1.5)
    var test = DesignCase(small, stretches: [(8, 16, 1)])
    test.heads = 1
    let plan = try test.plan()
    #expect(plan.shortages.isEmpty)
    #expect(plan.costByName == ["pay": 8, "overtime small": 2])
    test.contracts[0].overtime?.hoursPerWeek = 2
    #expect(try test.plan().paidHours == 4)
    test.contracts[0].overtime = OvertimeTerms(hoursPerWeek: 4, price: 30)
    #expect(try test.plan().paidHours == 4)
  }

  @Test("The first agent short may cost less than the next")
  func firstShort() throws {
    var test = DesignCase(Self.eight, stretches: [(8, 10, 2)])
    test.rules.afterClosingMinutes = 360
    // A shift of eight hours for two of need: worth it for the second agent short, not for the first.
    test.options.prices.short = 10
    test.options.prices.firstShort = 3
    let plan = try test.plan()
    #expect(plan.shifts.count == 1)
    #expect(plan.costByName == ["pay": 8, "short voice": 6])
    #expect(abs(plan.proof.objectiveHours - 14) < 1e-6)
  }

  @Test("A queue may be worth less than the others")
  func queuePrice() throws {
    var test = DesignCase(Self.eight, stretches: [(8, 10, 1)])
    test.rules.afterClosingMinutes = 360
    #expect(try test.plan().shifts.count == 1)
    test.options.prices.shortByQueue["voice"] = 3
    #expect(try test.plan().shifts.isEmpty)
  }

  @Test("Time beyond the need has a price of its own")
  func over() throws {
    let two = DesignCase.contract("two", lengths: [120])
    var long = Self.eight
    long.hourPrice = 0.4
    // Two needs of two hours with a gap of four: one long shift is cheaper, unless the gap has a price.
    var test = DesignCase(two, long, stretches: [(8, 10, 1), (14, 16, 1)])
    #expect(try test.plan().shifts.map(\.contract) == ["eight"])
    test.options.prices.over = 1
    let plan = try test.plan()
    #expect(plan.shifts.map(\.contract) == ["two", "two"])
    #expect(plan.costs == [CostLine("pay", hours: 4)])
  }
}
