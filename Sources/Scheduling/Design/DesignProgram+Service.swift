import ContactCenter
import MathematicalProgramming

extension DesignProgram {
  /// Contacts that a queue must answer in time over some days, beyond those that its fewest agents answer.
  struct Quota: Hashable, Sendable {
    var queue: Int
    var days: [Int]
    var contacts: Double
    /// Price of one contact less, in paid slots.
    var price: Double
  }

  /// Adds the agents beyond the fewest by what each answers in time more, and the rows that promise so many contacts.
  ///
  /// Columns, for queue q, slot t, piece i of the concave hull of its table:
  ///
  ///     e[q,t,i]   agents in piece i, 0...its width; gain: offered in t × level gained for each
  ///
  ///     sum of e[q,t,i]  <=  agents on q at t + short - fewest
  ///     sum over t, i of gain × e + slack  >=  contacts promised beyond those of the fewest
  ///
  /// The level is concave along the pieces, so the program takes steep ones first by itself. An agent short of the fewest
  /// takes contacts away, at least as many as the first beyond them brings: otherwise being short would buy service.
  mutating func addPromises() {
    for quota in scope.quotas {
      let days = Set(quota.days)
      var terms: [(LinearProgram.Column, Double)] = []
      for entry in gains.keys.sorted().flatMap({ gains[$0] ?? [] })
      where entry.queue == quota.queue && days.contains(input.slots.dayOfSlot[entry.slot]) {
        terms.append((entry.column, entry.contacts))
      }
      var most = quota.contacts
      for lost in losses(of: quota.queue) where days.contains(input.slots.dayOfSlot[lost.slot]) {
        terms.append((lost.column, -lost.contacts))
        most += lost.contacts * program.upperBounds[lost.column.index]
      }
      let slack = addSlack(cost: quota.price, most: most, name: "contacts below the promise")
      addRow(
        in: quota.contacts...Double.infinity, terms + [(slack, 1)],
        name: "service of \(input.queues[quota.queue])")
    }
  }

  /// What each agent short of a queue's fewest takes away from its promise.
  func losses(
    of queue: Int
  ) -> [(column: LinearProgram.Column, slot: Int, contacts: Double)] {
    shortages.compactMap { short in
      guard short.queue == queue, let table = input.table(of: queue, in: short.slot) else {
        return nil
      }
      let offered = table.offered / Double(input.slotsOfInterval(of: short.slot))
      let below = (table.levels.first ?? 0) / Double(max(1, table.fewest))
      let above = table.pieces().first?.gain ?? 0
      return (short.column, short.slot, offered * max(below, above))
    }
  }

  /// Adds the columns of agents beyond the fewest.
  mutating func addGains() {
    guard hasQuotas else { return }
    let short = Dictionary(grouping: shortages, by: \.slot)
    for queue in input.queues.indices where input.promises[queue] != nil {
      for slot in coveredSlots {
        guard let table = input.table(of: queue, in: slot), let own = served[queue][slot],
          !own.terms.isEmpty || own.fixed > input.needs[queue][slot]
        else { continue }
        let offered = table.offered / Double(input.slotsOfInterval(of: slot))
        var terms = own.terms
        terms += (short[slot] ?? []).filter { $0.queue == queue }.map { ($0.column, 1) }
        for piece in table.pieces() {
          let column = addColumn(
            in: 0...piece.agents, isInteger: false, name: "agents beyond the fewest")
          gains[slot, default: []].append(
            Gain(column: column, queue: queue, slot: slot, contacts: offered * piece.gain))
          terms.append((column, -1))
        }
        // Agents already fixed may stand beyond the fewest: the row then gives what they answer.
        let left = input.needs[queue][slot] - own.fixed
        addRow(in: left...Double.infinity, terms, name: "agents beyond the fewest")
      }
    }
  }

  /// A column of agents beyond the fewest.
  struct Gain {
    var column: LinearProgram.Column
    var queue: Int
    var slot: Int
    /// Contacts that each answers in time more.
    var contacts: Double
  }
}

extension DesignInput {
  /// The table of a queue's promise in a slot.
  func table(of queue: Int, in slot: Int) -> ServiceByAgents? {
    guard slot < slots.horizonCount, let promise = promises[queue] else { return nil }
    return promise.tables[slots.intervalOfSlot[slot]]
  }

  /// How many slots the interval of a slot has.
  func slotsOfInterval(of slot: Int) -> Int {
    let interval = slots.intervalOfSlot[slot]
    var count = 1
    var other = slot - 1
    while other >= 0, slots.intervalOfSlot[other] == interval {
      (count, other) = (count + 1, other - 1)
    }
    other = slot + 1
    while other < slots.horizonCount, slots.intervalOfSlot[other] == interval {
      (count, other) = (count + 1, other + 1)
    }
    return count
  }

  /// What the promises ask of some days: one quota per queue and day, or per queue where weeks are promised.
  func quotas(days: Range<Int>, byWeek: Bool) -> [DesignProgram.Quota] {
    queues.indices.flatMap { queue -> [DesignProgram.Quota] in
      guard let promise = promises[queue], (promise.span == .week) == byWeek else { return [] }
      return (byWeek ? [Array(days)] : days.map { [$0] }).compactMap { days in
        quota(of: queue, promise: promise, days: days)
      }
    }
  }

  /// - Returns: nil where the fewest agents keep the promise.
  private func quota(
    of queue: Int, promise: ServicePromise, days: [Int]
  ) -> DesignProgram.Quota? {
    var (offered, answered) = (0.0, 0.0)
    var pieces: [(agents: Double, contacts: Double)] = []
    for day in days {
      for slot in dayStarts(of: day) {
        guard let table = table(of: queue, in: slot) else { continue }
        let own = table.offered / Double(slotsOfInterval(of: slot))
        offered += own
        answered += own * (table.levels.first ?? 0)
        pieces += table.pieces().map { ($0.agents, own * $0.gain) }
      }
    }
    let wanted = promise.target * offered - answered
    guard wanted > 1e-9 else { return nil }
    // The last agent-slot that the promise takes, steepest first, tells what a contact is worth. At ten times the
    // price of that agent short, a whole shift is sent for the last few contacts: what is missing at the end is mostly a
    // part of an agent-hour, and at the plain price the promise would be broken rather than anybody sent.
    var left = wanted
    var gain = 0.0
    for piece in pieces.sorted(by: { $0.contacts > $1.contacts }) where left > 0 {
      gain = piece.contacts
      left -= piece.agents * piece.contacts
    }
    let price = 10 * prices.short(of: queues[queue]).more / max(gain, 1e-6)
    return DesignProgram.Quota(queue: queue, days: days, contacts: wanted, price: price)
  }

  private func dayStarts(of day: Int) -> Range<Int> {
    min(
      slots.dayStarts[day], slots.horizonCount)..<min(
        slots.dayStarts[day + 1], slots.horizonCount)
  }
}
