import ContactCenter
import Scheduling
import Testing

@Suite(.enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
struct ShiftLimitTests {
  static let four = DesignCase.contract("four", lengths: [240])
  static let eight = DesignCase.contract("eight", lengths: [480])

  @Test("No more shifts start at once than allowed")
  func perStart() throws {
    var test = DesignCase(Self.four, stretches: [(8, 16, 2)])
    test.rules.afterClosingMinutes = 240
    test.rules.beforeOpeningMinutes = 240
    #expect(try test.plan().paidHours == 16)
    var limit = ShiftLimit(per: .start)
    limit.maximum = 1
    test.rules.limits = [limit]
    let plan = try test.plan()
    #expect(plan.shortages.isEmpty)
    #expect(Set(plan.startHours).count == plan.shifts.count)
  }

  @Test("The fewest shifts of a day come even where nobody needs them")
  func fewestPerDay() throws {
    var test = DesignCase(Self.four, stretches: [(8, 12, 1)])
    var limit = ShiftLimit(per: .day)
    limit.minimum = 3
    test.rules.limits = [limit]
    #expect(try test.plan().shifts.count == 3)
    test.rules.limits[0].price = 1
    #expect(try test.plan().shifts.count == 1)
    test.rules.limits[0].price = nil
    test.rules.limits[0].weekdays = [.tuesday]
    #expect(try test.plan().shifts.count == 1)
  }

  @Test("At least a share of the paid hours is worked under a contract")
  func leastShare() throws {
    var test = DesignCase(Self.four, Self.eight, stretches: [(8, 16, 4)])
    test.contracts[0].hourPrice = 1.5
    #expect(try test.plan().shifts.allSatisfy { $0.contract == "eight" })
    var limit = ShiftLimit(per: .day)
    limit.unit = .hours
    limit.isShare = true
    limit.contracts = ["four"]
    limit.minimum = 0.25
    test.rules.limits = [limit]
    let plan = try test.plan()
    #expect(plan.shortages.isEmpty)
    let own = plan.shifts.filter { $0.contract == "four" }.reduce(0) { $0 + $1.paidMinutes }
    #expect(own == 8 * 60)
    #expect(plan.paidHours == 32)
  }

  @Test("At most so many shifts of a type in a week")
  func mostPerWeek() throws {
    var test = DesignCase(Self.eight, stretches: [(8, 16, 1)])
    test.days = 4
    test.rules.types = [ShiftType(name: "D", starts: 480...480, minutes: 480)]
    var limit = ShiftLimit(per: .week)
    limit.shiftTypes = ["D"]
    limit.maximum = 2
    limit.price = 1_000
    test.rules.limits = [limit]
    #expect(try test.plan().shifts.count == 2)
    test.rules.limits[0].maximum = 3
    #expect(try test.plan().shifts.count == 3)
  }

  @Test(
    "The fewest agents of a group are there while it is open, and never more than the most at once")
  func heads() throws {
    var test = DesignCase(Self.four, stretches: [(8, 12, 3), (12, 16, 1)])
    #expect(try test.plan().paidHours == 16)
    test.group.minimumAgents = 2
    #expect(try test.plan().paidHours == 20)
    test.group.minimumAgents = 0
    test.group.maximumAgents = 2
    let plan = try test.plan()
    #expect(plan.paidHours == 12)
    #expect(plan.shortHours == 4)
  }
}
