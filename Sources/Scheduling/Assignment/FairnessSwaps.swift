import ContactCenter

/// Evens out hours between agents of one contract by exchanging single shifts.
///
/// Repeatedly, the exchange of two agents' shifts of one day, or the handing over of one, that lowers the sum of squared
/// hours most; only where both keep every hard rule and the requests broken weigh no more than before. The sum falls
/// with every step, so it ends; ties go to the first pair in order of name.
///
/// A separate step and not a cost in the program: hours of interchangeable agents make the program symmetric, and the
/// proof of a best spread takes longer than everything else together.
struct FairnessSwaps {
  let agents: [AssignmentRules]
  let slots: [ShiftSlot]
  /// Positions of the slots that each agent works.
  var worked: [[Int]]

  /// Exchanges until nothing improves, or `limit` exchanges were made per contract.
  ///
  /// *Complexity*: O(agents² × shifts per agent²) per exchange at worst.
  mutating func run(limit: Int = 400) {
    let classes = Dictionary(grouping: agents.indices) { agents[$0].calendar.contract.name }
    for name in classes.keys.sorted() {
      guard let members = classes[name], members.count > 1 else { continue }
      for _ in 0..<limit {
        guard let move = best(among: members) else { break }
        worked[move.from].removeAll { $0 == move.given }
        worked[move.to].append(move.given)
        if let taken = move.taken {
          worked[move.to].removeAll { $0 == taken }
          worked[move.from].append(taken)
        }
      }
    }
  }

  /// One agent gives a slot to another, and may take one of the same day back.
  private struct Move {
    var from: Int
    var to: Int
    var given: Int
    var taken: Int?
    /// Fall of the sum of squared minutes; whole numbers keep ties exact.
    var gain: Int
  }

  private func minutes(of agent: Int) -> Int {
    worked[agent].reduce(agents[agent].pinnedMinutes.values.reduce(0, +)) {
      $0 + slots[$1].paidMinutes
    }
  }

  private func best(among members: [Int]) -> Move? {
    var totals = [Int](repeating: 0, count: agents.count)
    for member in members { totals[member] = minutes(of: member) }
    var best: Move?
    // From the busiest to the idlest: the largest gains come first and most others can be skipped.
    let busy = members.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
    for from in busy {
      for to in busy.reversed() {
        let difference = totals[from] - totals[to]
        guard difference > 0 else { break }
        // Moving m minutes across a difference d lowers the sum of squares by 2m(d - m), at most d²/2.
        if let best, difference * difference / 2 <= best.gain { break }
        for given in worked[from].sorted() {
          for move in moves(from: from, to: to, given: given, difference: difference)
          where move.gain > (best?.gain ?? 0) && isAllowed(move) {
            best = move
          }
        }
      }
    }
    return best
  }

  private func moves(from: Int, to: Int, given: Int, difference: Int) -> [Move] {
    let sameDay = worked[to].sorted().filter { slots[$0].day == slots[given].day }
    let choices: [Int?] = sameDay.isEmpty ? [nil] : sameDay
    return choices.map { taken in
      let shifted = slots[given].paidMinutes - (taken.map { slots[$0].paidMinutes } ?? 0)
      return Move(
        from: from, to: to, given: given, taken: taken, gain: 2 * shifted * (difference - shifted))
    }
  }

  private func isAllowed(_ move: Move) -> Bool {
    func price(_ agent: Int, _ slot: Int) -> Double {
      agents[agent].calendar.price(of: slots[slot].stretch)
    }
    var before = price(move.from, move.given)
    var after = price(move.to, move.given)
    let receiver = worked[move.to].filter { $0 != move.taken }
    guard agents[move.to].obstacle(to: slots[move.given], given: receiver) == nil else {
      return false
    }
    if let taken = move.taken {
      let giver = worked[move.from].filter { $0 != move.given }
      guard agents[move.from].obstacle(to: slots[taken], given: giver) == nil else { return false }
      before += price(move.to, taken)
      after += price(move.from, taken)
    }
    return after <= before
  }
}
