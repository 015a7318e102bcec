import ContactCenter
import TestSupport
import Testing

@testable import Scheduling

/// The search for one agent's best line against the list of all lines.
@Suite struct LineSearchTests {
  /// One agent, six days, an early and a late shift each day, random prices, and rules that bite.
  static func group(_ numbers: inout SeededNumbers) throws -> GroupRoster {
    var small = SmallGroup()
    small.days = 6
    var contract = Contract(
      name: "any", hoursPerWeek: 40, daysPerWeek: 5, shiftMinutes: [480, 600], restMinutes: 660)
    contract.rules = [
      RuleTerms("consecutive-days", maximum: Double(2 + below(3, &numbers))),
      RuleTerms("consecutive-days-off", minimum: 2, price: 3),
      RuleTerms("hours", minimum: 24, maximum: 30, price: 0.5, span: .period),
    ]
    small.contracts = [contract]
    small.agents = [("ana", "any")]
    for day in 0..<small.days {
      small.want(day, 6, 8)
      small.want(day, 14, 10)
    }
    small.availability = [
      Availability(
        agent: "ana", start: Fixture.at(below(6, &numbers), 0), end: Fixture.at(5, 20),
        kind: .request, price: 1.5)
    ]
    return try small.roster().0
  }

  /// Every line with its cost, where the hard rules allow it.
  static func lines(of group: GroupRoster) -> [Line] {
    let search = LineSearch(group.problem)
    let options = group.problem.members[0].options
    var lines: [[Int32]] = [[]]
    for day in options.indices {
      lines = lines.flatMap { line in
        ([RosterProblem.off] + options[day].indices.map(Int32.init)).map { line + [$0] }
      }
    }
    return lines.compactMap { choices in
      search.cost(of: choices, member: 0).map { Line(choices: choices, cost: $0) }
    }
  }

  static func value(_ line: Line, _ prices: [Double], _ group: GroupRoster) -> Double {
    group.problem.coversOf(line, member: 0).reduce(line.cost) { $0 + prices[$1] }
  }

  @Test("The best line is the best of all lines, at any prices", arguments: 1...12)
  func best(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    let group = try Self.group(&numbers)
    let all = Self.lines(of: group)
    #expect(all.count > 20 && all.count < 729, "some lines are allowed and some are not")
    var search = LineSearch(group.problem)
    for _ in 0..<5 {
      let prices = group.problem.covers.map { _ in 8 * numbers.next() - 6 }
      let foundAnswer = search.cheapest(for: 0, prices: prices)
      let found = try #require(foundAnswer)
      let best = try #require(all.map { Self.value($0, prices, group) }.min())
      #expect(abs(found.value - best) < 1e-5)
      #expect(abs(Self.value(found.line, prices, group) - found.value) < 1e-5)
      #expect(
        all.contains { $0.choices == found.line.choices && abs($0.cost - found.line.cost) < 1e-5 })
    }
  }

  @Test("A beam as wide as all lines finds the best as well", arguments: 1...6)
  func beam(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    let group = try Self.group(&numbers)
    let lineClass = group.problem.classes[0]
    let prices = group.problem.covers.map { _ in 8 * numbers.next() - 6 }
    var best = lineClass.behaviorCount.map { [Double](repeating: .infinity, count: $0) }
    var option = lineClass.behaviorCount.map { [Int32](repeating: RosterProblem.off, count: $0) }
    let member = group.problem.members[0]
    for day in best.indices {
      best[day][0] = member.offCost[day]
      for (position, choice) in member.options[day].enumerated() {
        let value = choice.cost + prices[Int(choice.cover)]
        guard value < best[day][Int(choice.behavior)] else { continue }
        best[day][Int(choice.behavior)] = value
        option[day][Int(choice.behavior)] = Int32(position)
      }
    }
    let found = try #require(
      BeamSearch(lineClass, width: 1000, best: best, bestOption: option)
        .cheapest(from: lineClass.starts[member.start]))
    var exact = LineSearch(group.problem)
    let answerAnswer = exact.cheapest(for: 0, prices: prices)
    let answer = try #require(answerAnswer)
    #expect(answer.isExact)
    #expect(abs(found.value - answer.value) < 1e-5)
  }

  @Test("A day that is fixed stays, and a forbidden cover is not worked")
  func fixed() throws {
    var numbers = SeededNumbers(state: 4)
    let group = try Self.group(&numbers)
    var search = LineSearch(group.problem)
    var prices = group.problem.covers.map { _ in -10.0 }
    let firstAnswer = search.cheapest(for: 0, prices: prices)
    let first = try #require(firstAnswer).line
    let day = try #require(first.choices.firstIndex { $0 != RosterProblem.off })
    var fixed = [Int32?](repeating: nil, count: group.problem.days)
    fixed[day] = .some(RosterProblem.off)
    let offAnswer = search.cheapest(for: 0, prices: prices, fixed: fixed)
    let off = try #require(offAnswer)
    #expect(off.line.choices[day] == RosterProblem.off)
    for cover in group.problem.coversOf(first, member: 0) { prices[cover] = .infinity }
    let otherAnswer = search.cheapest(for: 0, prices: prices)
    let other = try #require(otherAnswer).line
    #expect(
      Set(group.problem.coversOf(other, member: 0))
        .isDisjoint(with: group.problem.coversOf(first, member: 0)))
  }
}
