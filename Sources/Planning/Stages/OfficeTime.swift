internal import ContactCenter
internal import Probability

/// The part of each shift that agents spend at work without taking contacts: meetings, training, coaching.
///
/// A roster that names these is taken as it is. In one that does not, each shift gets one stretch per category of the
/// ledger, as long as its share of the shift's work (within the hours in which the category occurs), at a place
/// drawn per agent and day. The draw is the same in every replication: such time is planned by somebody.
///
/// *Formula*: shares of an additive ledger are of all scheduled time, so those who are there lose s / (1 − away) of
/// theirs; those of a compounded one lose s.
struct OfficeTime {
  private let ledger: ShrinkageLedger
  private let categories: [ShrinkageLedger.Category]
  private let zone: ZoneRules
  private let seed: UInt64

  init(plan: Plan) {
    ledger = plan.requirementLedger
    categories =
      ledger.categories.filter {
        $0.place == .office && $0.base == .scheduled && $0.share.value > 0
      }
      + ledger.categories.filter {
        $0.place == .office && $0.base == .loggedIn && $0.share.value > 0
      }
    zone = plan.grid.zone
    seed = plan.simulation.seed
  }

  /// The roster with these stretches added, and a note where it had its own.
  func added(to roster: Roster) -> (roster: Roster, findings: [Finding]) {
    guard !categories.isEmpty else { return (roster, []) }
    let named: Set<RosterActivity> = [.meeting, .training, .coaching]
    guard !roster.entries.contains(where: { named.contains($0.activity) }) else {
      let note = Finding(
        .note, code: "simulate.roster-has-meetings",
        "the roster holds meetings or training: the ledger's time at work off contacts is not taken off again",
        place: "shrinkage")
      return (roster, [note])
    }
    var entries = roster.entries
    for (_, own) in Dictionary(grouping: roster.entries, by: \.agent) {
      for shift in shifts(own) { entries += stretches(shift, pauses: own) }
    }
    return (Roster(entries: entries), [])
  }

  /// The work of one agent by the day on which it begins.
  private func shifts(_ own: [RosterEntry]) -> [[RosterEntry]] {
    let byDay = Dictionary(grouping: own.filter { $0.activity == .work }) {
      zone.local($0.start).date
    }
    return byDay.keys.sorted().compactMap { byDay[$0] }
  }

  private func stretches(_ work: [RosterEntry], pauses own: [RosterEntry]) -> [RosterEntry] {
    guard let first = work.first else { return [] }
    var free = work.flatMap { entry in Self.without(own, start: entry.start, end: entry.end) }
    let scheduled = Self.seconds(free)
    let day = zone.local(first.start).date.daysSinceEpoch
    var result: [RosterEntry] = []
    var loggedIn: Int?
    for category in categories {
      if category.base == .loggedIn, loggedIn == nil { loggedIn = Self.seconds(free) }
      let places = free.filter { category.occurs(at: zone.local($0.start)) }
      let open = Self.seconds(places)
      // What is open of all time of the base, as if nothing of it had been taken off yet.
      let base = loggedIn ?? scheduled
      let whole =
        ledger.mode == .additive ? Double(base) / Double(max(1, Self.seconds(free))) : 1
      let length = min(open, Int((Double(open) * whole * share(of: category)).rounded()))
      guard length > 0 else { continue }
      let key = StreamKey(
        seed: seed, replication: day, name: first.agent, purpose: "office time \(category.name)")
      var stream = Xoshiro256(key: key.value)
      var before = Int((stream.uniform() * Double(open - length)).rounded())
      var left = length
      for place in places where left > 0 {
        let whole = place.end.seconds(since: place.start)
        guard before < whole else {
          before -= whole
          continue
        }
        let start = place.start.advanced(by: before)
        let end = start.advanced(by: min(left, whole - before))
        left -= end.seconds(since: start)
        before = 0
        result.append(
          RosterEntry(
            agent: first.agent, start: start, end: end,
            activity: category.name.lowercased() == "training" ? .training : .meeting,
            group: first.group, site: first.site))
      }
      free = work.flatMap { Self.without(own + result, start: $0.start, end: $0.end) }
    }
    return result
  }

  /// The share of the time of those who are there.
  private func share(of category: ShrinkageLedger.Category) -> Double {
    guard ledger.mode == .additive, category.base == .scheduled else { return category.share.value }
    let away = ledger.lost(of: .scheduled) { $0.place == .away }.value
    return away < 1 ? min(1, category.share.value / (1 - away)) : 1
  }

  /// The time from `start` to `end` in which nothing but work stands in the roster, in pieces of a quarter of an hour at
  /// most, so that hours are found to the quarter.
  private static func without(
    _ own: [RosterEntry], start: Instant, end: Instant
  ) -> [(start: Instant, end: Instant)] {
    var result: [(start: Instant, end: Instant)] = []
    let pauses = own.filter { $0.activity != .work && $0.end > start && $0.start < end }
      .sorted { $0.start < $1.start }
    var from = start
    for pause in pauses + [RosterEntry(agent: "", start: end, end: end, activity: .off)] {
      while from < pause.start {
        let next = min(pause.start, from.advanced(by: 900))
        result.append((from, next))
        from = next
      }
      from = max(from, pause.end)
    }
    return result
  }

  private static func seconds(_ pieces: [(start: Instant, end: Instant)]) -> Int {
    pieces.reduce(0) { $0 + $1.end.seconds(since: $1.start) }
  }
}
