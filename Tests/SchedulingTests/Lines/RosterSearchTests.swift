import ContactCenter
import MathematicalProgramming
import TestSupport
import Testing

@testable import Scheduling

/// The search for a whole roster against the list of all rosters.
@Suite(.enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
struct RosterSearchTests {
  /// Two agents, five days, more work than they can do and soft rules that pull apart.
  static func group(_ numbers: inout SeededNumbers) throws -> GroupRoster {
    var small = SmallGroup()
    small.days = 5
    var contract = Contract(
      name: "any", hoursPerWeek: 32, daysPerWeek: 4, shiftMinutes: [480, 360], restMinutes: 660)
    contract.rules = [
      RuleTerms("consecutive-days", maximum: 3, price: 25),
      RuleTerms("consecutive-days-off", minimum: 2, price: 7),
      RuleTerms("same-start", maximum: 2, price: 2),
    ]
    small.contracts = [contract]
    small.agents = [("ana", "any"), ("ben", "any")]
    for day in 0..<small.days {
      small.want(day, 6, 8, agents: 1 + below(2, &numbers))
      small.want(day, 12, 6)
    }
    small.availability = ["ana", "ben"].map {
      Availability(
        agent: $0, start: Fixture.at(below(4, &numbers), 0), end: Fixture.at(5, 0), kind: .request,
        price: 90 * numbers.next())
    }
    return try small.roster().0
  }

  /// The cost of the best of all rosters.
  static func best(_ group: GroupRoster) -> Double {
    var lists: [[Line]] = []
    let search = LineSearch(group.problem)
    for member in group.problem.members.indices {
      var lines: [[Int32]] = [[]]
      for options in group.problem.members[member].options {
        lines = lines.flatMap { line in
          ([RosterProblem.off] + options.indices.map(Int32.init)).map { line + [$0] }
        }
      }
      lists.append(
        lines.compactMap { choices in
          search.cost(of: choices, member: member).map { Line(choices: choices, cost: $0) }
        })
    }
    var best = Double.infinity
    for one in lists[0] {
      for other in lists[1] {
        var state = RosterState(group.problem)
        state.set(one, for: 0)
        state.set(other, for: 1)
        best = min(best, state.cost)
      }
    }
    return best
  }

  @Test(
    "The roster found is the best of all rosters, and the bound lies below it", arguments: 1...6)
  func optimum(seed: Int) throws {
    let library = try #require(Fixture.library)
    var numbers = SeededNumbers(state: UInt64(seed))
    let group = try Self.group(&numbers)
    let best = Self.best(group)
    let answer = try RosterSearch(
      problem: group.problem, options: RosterOptions(relativeGap: 1e-7), library: library,
      threads: 1
    ).solve()
    #expect(abs(answer.cost - best) < 1e-4)
    #expect(answer.bound <= best + 1e-4)
    #expect(answer.bound > 0.5 * best, "a bound that says nothing proves nothing")
  }

  @Test("Threads change nothing, and a search without effort still gives everybody a line")
  func threads() throws {
    let library = try #require(Fixture.library)
    var numbers = SeededNumbers(state: 9)
    let group = try Self.group(&numbers)
    func solve(_ options: RosterOptions, threads: Int) throws -> RosterSearch.Answer {
      try RosterSearch(
        problem: group.problem, options: options, library: library, threads: threads
      ).solve()
    }
    let one = try solve(RosterOptions(), threads: 1)
    let three = try solve(RosterOptions(), threads: 3)
    #expect(one.state.lines == three.state.lines)
    #expect(one.bound == three.bound)
    let lazy = try solve(RosterOptions(neighborhoods: 0, effort: 0), threads: 1)
    #expect(lazy.state.lines.allSatisfy { $0.choices.count == group.problem.days })
    #expect(lazy.cost >= one.cost - 1e-9)
    #expect(lazy.limit != nil)
  }
}
