import ContactCenter

/// Evens out hours, weekends and nights between agents of one contract by handing work over.
///
/// Two agents exchange what they do on some days in a row, one day to a week; only where both lines keep every hard
/// rule and no price rises by more than the fairer shares are worth. What is covered stays covered. Of each step's
/// exchanges the best of the two agents who are furthest apart is made; ties go to the first in order of name, then
/// day. Every step lowers the cost, so it ends.
///
/// A separate step and not a cost in the program: shares are a matter between all lines, and interchangeable agents
/// make the proof of a best spread take longer than everything else together.
struct FairnessExchange {
  /// What one agent has of everything that is shared.
  private struct Share {
    var hours = 0.0
    var weekends = 0.0
    var nights = 0.0
  }

  private let group: GroupRoster
  private let prices: FairnessPrices
  private(set) var state: RosterState
  private var search: LineSearch
  private let periods: [RosterPeriod]

  /// Days that one exchange spans at most.
  static let longestSpan = 7

  init(_ group: GroupRoster, prices: FairnessPrices, state: RosterState) {
    self.group = group
    self.prices = prices
    self.state = state
    search = LineSearch(group.problem)
    periods = group.nouns.calendars.map {
      RosterPeriod(
        firstDate: group.nouns.firstDate, days: group.nouns.days,
        knownDaysBefore: group.nouns.knownDaysBefore, zone: $0.zone ?? group.nouns.grid.zone,
        weekend: group.nouns.shiftRules.weekend)
    }
  }

  /// Exchanges until nothing improves, or so many exchanges were made per contract.
  mutating func run(steps: Int) {
    guard prices.hours > 0 || prices.weekends > 0 || prices.nights > 0 else { return }
    let teams = Dictionary(grouping: group.nouns.calendars.indices) {
      group.nouns.calendars[$0].contract.name
    }
    for name in teams.keys.sorted() {
      let members = (teams[name] ?? []).filter { !group.contradicted.contains($0) }
      guard members.count > 1 else { continue }
      for _ in 0..<steps {
        guard step(members) else { break }
      }
    }
  }

  /// Makes one exchange; false where none improves.
  private mutating func step(_ members: [Int]) -> Bool {
    var shares: [Int: Share] = [:]
    for member in members { shares[member] = share(of: state.lines[member], member: member) }
    let mean = mean(shares, over: members)
    func load(_ share: Share) -> Double {
      prices.hours * (share.hours - mean.hours) + prices.weekends * (share.weekends - mean.weekends)
        + prices.nights * (share.nights - mean.nights)
    }
    let order = members.sorted {
      let (a, b) = (load(shares[$0] ?? Share()), load(shares[$1] ?? Share()))
      return (-a, $0) < (-b, $1)
    }
    // The busiest with the idlest first; pairs that are close together are tried last.
    for distance in stride(from: order.count - 1, through: 1, by: -1) {
      for first in 0..<(order.count - distance) {
        let (giver, taker) = (order[first], order[first + distance])
        if exchange(giver, taker, shares: shares, mean: mean) { return true }
      }
      // Whoever is near the middle gains little: two thirds of all distances are enough.
      if distance * 3 < order.count { break }
    }
    return false
  }

  /// Makes the best exchange of two agents; false where none improves.
  private mutating func exchange(
    _ one: Int, _ other: Int, shares: [Int: Share], mean: Share
  ) -> Bool {
    guard let oneShare = shares[one], let otherShare = shares[other] else { return false }
    let before =
      price(oneShare, mean) + price(otherShare, mean) + state.lines[one].cost
      + state.lines[other].cost
    guard price(oneShare, mean) + price(otherShare, mean) > 1e-9 else { return false }
    var best: (cost: Double, lines: (Line, Line))?
    for length in 1...Self.longestSpan where length <= group.problem.days {
      for day in 0...(group.problem.days - length) {
        let span = day..<(day + length)
        guard let (mine, theirs) = exchanged(one, other, span) else { continue }
        let oneLine = Line(choices: mine, cost: 0)
        let otherLine = Line(choices: theirs, cost: 0)
        let fair =
          price(share(of: oneLine, member: one), mean)
          + price(share(of: otherLine, member: other), mean)
        guard fair < (best?.cost ?? before) - 1e-9,
          let oneCost = search.cost(of: mine, member: one),
          let otherCost = search.cost(of: theirs, member: other)
        else { continue }
        let cost = fair + oneCost + otherCost
        if cost < (best?.cost ?? before) - 1e-9 {
          best = (
            cost, (Line(choices: mine, cost: oneCost), Line(choices: theirs, cost: otherCost))
          )
        }
      }
    }
    guard let best else { return false }
    state.remove(one)
    state.remove(other)
    state.set(best.lines.0, for: one)
    state.set(best.lines.1, for: other)
    return true
  }

  /// Both lines with some days exchanged; nil where nothing changes or one may not do what the other does.
  private func exchanged(_ one: Int, _ other: Int, _ span: Range<Int>) -> ([Int32], [Int32])? {
    var mine = state.lines[one].choices
    var theirs = state.lines[other].choices
    var changes = false
    for day in span {
      guard let forOther = choice(of: mine[day], day: day, from: one, to: other),
        let forOne = choice(of: theirs[day], day: day, from: other, to: one)
      else { return nil }
      if forOne != mine[day] { changes = true }
      (mine[day], theirs[day]) = (forOne, forOther)
    }
    return changes ? (mine, theirs) : nil
  }

  /// One agent's choice as another's; nil where the other does not have it.
  private func choice(of choice: Int32, day: Int, from: Int, to: Int) -> Int32? {
    guard choice != RosterProblem.off else { return choice }
    let cover = group.problem.members[from].options[day][Int(choice)].cover
    guard cover >= 0 else { return nil }
    return group.problem.members[to].options[day].firstIndex { $0.cover == cover }.map(Int32.init)
  }

  private func price(_ share: Share, _ mean: Share) -> Double {
    prices.hours * abs(share.hours - mean.hours)
      + prices.weekends * abs(share.weekends - mean.weekends)
      + prices.nights * abs(share.nights - mean.nights)
  }

  private func mean(_ shares: [Int: Share], over members: [Int]) -> Share {
    let count = Double(members.count)
    return members.reduce(into: Share()) { sum, member in
      sum.hours += (shares[member]?.hours ?? 0) / count
      sum.weekends += (shares[member]?.weekends ?? 0) / count
      sum.nights += (shares[member]?.nights ?? 0) / count
    }
  }

  private func share(of line: Line, member: Int) -> Share {
    let options = group.problem.members[member].options
    var share = Share()
    var weekends: Set<Int> = []
    for (day, choice) in line.choices.enumerated() where choice != RosterProblem.off {
      let option = options[day][Int(choice)]
      share.hours += option.hours
      if option.isNight { share.nights += 1 }
      if periods[member].isWeekend(day) { weekends.insert(periods[member].monday(of: day)) }
    }
    share.weekends = Double(weekends.count)
    return share
  }
}
