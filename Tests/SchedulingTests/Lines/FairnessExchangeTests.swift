import ContactCenter
import Testing

@testable import Scheduling

@Suite struct FairnessExchangeTests {
  /// Two agents for two weeks; the first has all of the work.
  static func uneven(nights: Bool) throws -> (GroupRoster, RosterState) {
    var small = SmallGroup()
    small.days = 14
    small.contracts = [
      Contract(
        name: "any", hoursPerWeek: 60, daysPerWeek: 7, shiftMinutes: [480], restMinutes: 0)
    ]
    small.agents = [("ana", "any"), ("ben", "any")]
    for day in [0, 1, 5, 6, 8, 9, 12, 13] { small.want(day, nights ? 22 : 8, 8) }
    let group = try small.roster().0
    var state = RosterState(group.problem)
    var search = LineSearch(group.problem)
    for member in 0..<2 {
      let found = search.cheapest(for: member, prices: state.marginalPrices().map { $0 + 1 })
      let line = try #require(found).line
      state.set(line, for: member)
    }
    #expect(state.lines[1].choices.allSatisfy { $0 == RosterProblem.off })
    return (group, state)
  }

  static func shares(_ group: GroupRoster, _ state: RosterState) -> [Double] {
    state.lines.indices.map { group.problem.hours(of: state.lines[$0], member: $0) }
  }

  @Test("Hours come to be equal, and what was covered stays covered")
  func hours() throws {
    let (group, state) = try Self.uneven(nights: false)
    var exchange = FairnessExchange(group, prices: FairnessPrices(hours: 0.05), state: state)
    exchange.run(steps: 100)
    #expect(Self.shares(group, exchange.state) == [32, 32])
    #expect(exchange.state.counts == state.counts)
  }

  @Test("Weekends and nights are shared where they have a price")
  func weekendsAndNights() throws {
    let (group, state) = try Self.uneven(nights: true)
    var exchange = FairnessExchange(
      group, prices: FairnessPrices(hours: 0, weekends: 5, nights: 1), state: state)
    exchange.run(steps: 100)
    let nights = exchange.state.lines.map { $0.choices.count { $0 != RosterProblem.off } }
    #expect(nights == [4, 4])
    let weekends = exchange.state.lines.map { line in
      Set([5, 6, 12, 13].filter { line.choices[$0] != RosterProblem.off }.map { $0 / 7 }).count
    }
    #expect(weekends == [1, 1])
  }

  @Test("Without prices nothing moves")
  func nothing() throws {
    let (group, state) = try Self.uneven(nights: false)
    var exchange = FairnessExchange(
      group, prices: FairnessPrices(hours: 0, weekends: 0, nights: 0), state: state)
    exchange.run(steps: 100)
    #expect(exchange.state.lines == state.lines)
  }
}
