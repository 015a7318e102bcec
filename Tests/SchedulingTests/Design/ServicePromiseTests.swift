import ContactCenter
import Testing

@testable import Scheduling

@Suite struct ServicePromiseTests {
  static let table = ServiceByAgents(offered: 10, fewest: 2, levels: [0.5, 0.8, 0.9, 0.9])

  @Test("A level between whole numbers is between theirs, and beyond the table its last")
  func level() {
    #expect(Self.table.level(of: 2) == 0.5)
    #expect(abs(Self.table.level(of: 2.5) - 0.65) < 1e-12)
    #expect(Self.table.level(of: 9) == 0.9)
    #expect(Self.table.level(of: 1) == 0.25)
    #expect(Self.table.level(of: 0) == 0)
    #expect(ServiceByAgents(offered: 1, fewest: 0, levels: []).level(of: 3) == 0)
  }

  @Test("Pieces are steepest first and lie above the table")
  func pieces() {
    #expect(Self.table.pieces().map(\.agents) == [1, 1])
    let convex = ServiceByAgents(offered: 1, fewest: 0, levels: [0, 0.1, 0.6, 0.7])
    #expect(convex.pieces().map(\.agents) == [2, 1])
    #expect(abs(convex.pieces()[0].gain - 0.3) < 1e-12)
  }

  /// Hours 8 to 12 of one day: two early hours with many contacts, two late ones with few, at least one agent in each.
  static func promised(
    target: Double, span: ServicePromise.Span = .day, days: Int = 1
  ) -> DesignCase {
    var test = DesignCase(
      DesignCase.contract("two", lengths: [120]), stretches: [(8, 12, 1)])
    test.days = days
    test.rules.startEveryMinutes = 120
    let tables = Fixture.grid.intervals(from: Fixture.monday, days: days).map { interval in
      let hour = Fixture.grid.zone.local(interval.start).minuteOfDay / 60
      guard (8..<12).contains(hour) else { return nil as ServiceByAgents? }
      return ServiceByAgents(
        offered: hour < 10 ? 20 : 5, fewest: 1, levels: [0.5, 0.75, 0.9, 1])
    }
    test.promise = ServicePromise(target: target, span: span, tables: tables)
    return test
  }

  @Test(
    "Agents go where they serve most, and the day keeps its promise",
    .enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
  func day() throws {
    // 200 contacts, 160 of them early. One agent everywhere: 0.5. A second one early: 0.5 + 0.8 x 0.25 = 0.7.
    let low = try Self.promised(target: 0.7).plan()
    #expect(low.startHours == [8, 8, 10])
    #expect(low.services.count == 1)
    #expect(abs((low.services.first?.expected ?? 0) - 0.7) < 1e-9)
    #expect(low.findings.allSatisfy { $0.code != "schedule.promise-missed" })
    // A third one early: 0.82.
    #expect(try Self.promised(target: 0.82).plan().startHours == [8, 8, 8, 10])
    // Where one agent everywhere is enough, nobody else comes.
    #expect(try Self.promised(target: 0.5).plan().startHours == [8, 10])
  }

  @Test(
    "What cannot be kept is told", .enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
  func missed() throws {
    var test = Self.promised(target: 0.95)
    test.heads = 2
    let plan = try test.plan()
    let finding = try #require(plan.findings.first { $0.code == "schedule.promise-missed" })
    #expect(finding.place == "voice")
    #expect(abs(plan.costHours - plan.proof.objectiveHours) > 1)
  }

  @Test(
    "Being short, however cheap, buys no service",
    .enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
  func noPhantoms() throws {
    var test = Self.promised(target: 0.82)
    test.options.prices.firstShort = 1
    let plan = try test.plan()
    #expect(plan.startHours.filter { $0 == 8 }.count == 3)
    #expect((plan.services.first?.expected ?? 0) >= 0.7)
    #expect(plan.costHours <= plan.proof.objectiveHours + 1e-6)
    test.options.prices.firstShort = 5
    let dear = try test.plan()
    #expect(dear.startHours == [8, 8, 8, 10])
    #expect((dear.services.first?.expected ?? 0) >= 0.82 - 1e-9)
    #expect(abs(dear.costHours - dear.proof.objectiveHours) < 1e-6)
  }

  @Test(
    "Over a week, the promise moves staff between days",
    .enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
  func week() throws {
    var test = Self.promised(target: 0.7, span: .week, days: 2)
    // Tuesday has a tenth of the contacts: what it lacks, Monday makes up.
    for index in (test.promise?.tables ?? []).indices where index >= 96 {
      test.promise?.tables[index]?.offered /= 10
    }
    let plan = try test.plan()
    let service = try #require(plan.services.first)
    #expect(plan.services.count == 1)
    #expect(service.days == 2)
    #expect(service.expected >= 0.7 - 1e-9)
    #expect(plan.startHours.filter { $0 >= 24 } == [32, 34])
  }

  @Test("A promise with a table for another number of intervals is an error")
  func wrongCount() {
    var test = Self.promised(target: 0.7)
    test.promise?.tables.removeLast()
    #expect(throws: SchedulingError.self) { try test.need() }
  }
}
