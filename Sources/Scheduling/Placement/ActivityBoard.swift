import ContactCenter

/// The shifts of a roster and the sessions that lie in them so far.
struct ActivityBoard {
  /// One session to be placed.
  struct Session {
    var request: ActivityRequest
    /// Those who may take part, in order of name.
    var members: [String]
    var dates: Range<CivilDate>
    var place: Place?
    var reason = ""
  }

  /// Where a session lies, who takes part, and what it costs.
  struct Place {
    var slot: Int
    var agents: [String]
    var cost: Double
    var load: Double
  }

  /// One shift as sessions see it.
  private struct Room {
    var shift: RosterShift
    let kind: Int?
    let date: CivilDate
    var changed = false
  }

  /// An agent's part in a request.
  private struct Part: Hashable {
    var request: String
    var agent: String
  }

  private(set) var sessions: [Session] = []
  /// The days of the shifts in which agents take part, by session.
  private var days: [Part: [Int: CivilDate]] = [:]
  private var rooms: [String: [Room]] = [:]
  private var table: StaffTable
  private let zone: ZoneRules

  init(
    _ roster: RosterUnderAudit, requests: [ActivityRequest], weights: [String: Double]
  ) throws(SchedulingError) {
    let dates = roster.shifts.map(\.date)
    let first = dates.min() ?? CivilDate(daysSinceEpoch: 0)
    let days = (dates.max() ?? first).days(since: first) + 1
    // Without a need, one that asks for nobody: places are found on the same slots.
    let blank = try CoverageNeed(
      grid: roster.grid, firstDate: first, days: min(days, 800), queues: [])
    table = StaffTable(
      roster, need: roster.need ?? blank,
      lengths: PlacementLengths.of(roster) + requests.map(\.minutes), weights: weights)
    zone = roster.grid.zone
    for shift in roster.shifts {
      guard let own = RosterShift(shift) else { continue }
      rooms[shift.agent, default: []].append(
        Room(
          shift: own, kind: table.kind(of: own.agent, group: own.group, in: roster),
          date: shift.date))
    }
    let people = roster.agents.values.sorted { $0.name < $1.name }
    for request in requests.sorted(by: { $0.name < $1.name }) {
      sessions += wanted(
        request, members: people.filter(request.concerns).map(\.name), first: first, days: days)
    }
  }

  /// The sessions a request asks for.
  private func wanted(
    _ request: ActivityRequest, members: [String], first: CivilDate, days: Int
  ) -> [Session] {
    guard !members.isEmpty else { return [] }
    var result: [Session] = []
    for dates in Self.parts(request.span, first: first, days: days) {
      // Every day is a day with a shift; every week is a week, whether or not there is one.
      let there = members.filter { name in
        request.span != .day || (rooms[name] ?? []).contains { dates.contains($0.date) }
      }
      for _ in 0..<request.times where !there.isEmpty {
        if request.together != nil {
          result.append(Session(request: request, members: there, dates: dates))
        } else {
          result += there.map { Session(request: request, members: [$0], dates: dates) }
        }
      }
    }
    return result
  }

  private static func parts(
    _ span: ActivityRequest.Span, first: CivilDate, days: Int
  ) -> [Range<CivilDate>] {
    let length = span == .day ? 1 : span == .week ? 7 : days
    return stride(from: 0, to: days, by: max(1, length)).compactMap { from in
      let end = min(days, from + length)
      let counts = span != .week || end - from >= 4 || days < 4
      return counts ? first.advanced(by: from)..<first.advanced(by: end) : nil
    }
  }

  /// Weighted agent-hours short.
  mutating func shortHours() -> Double { table.shortHours() }
}

// MARK: - Placing

extension ActivityBoard {
  /// Places all sessions, those with the fewest places first, teams before single agents.
  mutating func placeAll() {
    let starts = sessions.indices.map { index in possible(index).count }
    let order = sessions.indices.sorted {
      (sessions[$0].request.together == nil ? 1 : 0, starts[$0], $0)
        < (sessions[$1].request.together == nil ? 1 : 0, starts[$1], $1)
    }
    for index in order {
      if let place = best(index) {
        put(index, at: place)
      } else {
        sessions[index].reason = reason(index)
      }
    }
  }

  /// Takes every session out and places it again; tells whether any found a better place.
  mutating func improve() -> Bool {
    var found = false
    for index in sessions.indices {
      guard let old = sessions[index].place else {
        if let place = best(index) {
          put(index, at: place)
          found = true
        }
        continue
      }
      take(index)
      let now = cost(of: old.agents, slot: old.slot, width: width(index))
      if let place = best(index), place.cost < now - 1e-9 {
        put(index, at: place)
        found = true
      } else {
        put(index, at: old)
      }
    }
    return found
  }

  private func width(_ index: Int) -> Int {
    let seconds = sessions[index].request.minutes * 60
    return (seconds + table.slotSeconds - 1) / table.slotSeconds
  }

  private func stretch(_ index: Int, at slot: Int) -> Interval {
    let start = table.start(of: slot)
    return Interval(
      start: start, end: start.advanced(by: sessions[index].request.minutes * 60))
  }

  /// Every slot at which some member has a shift that could hold the session, ascending.
  private func possible(_ index: Int) -> [Int] {
    var slots: Set<Int> = []
    let session = sessions[index]
    let width = width(index)
    for name in session.members {
      for room in rooms[name] ?? [] where session.dates.contains(room.date) {
        let from = room.shift.stretch.start.seconds(since: table.start(of: 0))
        let to = room.shift.stretch.end.seconds(since: table.start(of: 0))
        let first = (Double(from) / Double(table.slotSeconds)).rounded(.up)
        let last = (Double(to) / Double(table.slotSeconds)).rounded(.down) - Double(width)
        guard first <= last, last - first < 100_000 else { continue }
        slots.formUnion(Int(first)...Int(last))
      }
    }
    guard let hours = session.request.hours else { return slots.sorted() }
    return slots.sorted().filter { slot in
      (slot..<slot + width).allSatisfy { hours.isOpen(at: zone.local(table.start(of: $0))) }
    }
  }

  /// The shift in which an agent could take part; nil where none is free.
  private func room(_ name: String, _ index: Int, at slot: Int) -> Int? {
    let session = sessions[index]
    let stretch = stretch(index, at: slot)
    let own = rooms[name] ?? []
    guard
      let place = own.firstIndex(where: {
        $0.shift.stretch.start <= stretch.start && stretch.end <= $0.shift.stretch.end
      }), session.dates.contains(own[place].date)
    else { return nil }
    let pauses = own[place].shift.breaks + own[place].shift.activities
    let isFree = pauses.allSatisfy {
      $0.end <= stretch.start || stretch.end <= $0.start
    }
    return isFree && !isTooClose(name, index, to: own[place].date) ? place : nil
  }

  /// Whether the agent takes part in the same on a day too near.
  private func isTooClose(_ name: String, _ index: Int, to date: CivilDate) -> Bool {
    let request = sessions[index].request
    guard request.span != .day else { return false }
    return (days[Part(request: request.name, agent: name)] ?? [:]).contains { other, day in
      other != index && abs(day.days(since: date)) < max(1, request.daysApart)
    }
  }

  /// The place that costs least; of equals the least loaded, then the earliest.
  private mutating func best(_ index: Int) -> Place? {
    let session = sessions[index]
    let width = width(index)
    let least = leastAttendance(session)
    var best: Place?
    for slot in possible(index) {
      let agents = session.members.filter { room($0, index, at: slot) != nil }
      guard agents.count >= least else { continue }
      let cost = cost(of: agents, slot: slot, width: width)
      let load = agents.reduce(0.0) { sum, name in
        guard let kind = kind(of: name, at: slot) else { return sum }
        return sum + (slot..<slot + width).reduce(0) { $0 + table.load(of: kind, in: $1) }
      }
      let place = Place(slot: slot, agents: agents, cost: cost, load: load / Double(agents.count))
      guard let known = best else {
        best = place
        continue
      }
      let isBetter =
        cost < known.cost - 1e-9
        || cost <= known.cost + 1e-9
          && (-agents.count, roundedToDecimals(place.load, 9))
            < (-known.agents.count, roundedToDecimals(known.load, 9))
      if isBetter { best = place }
    }
    return best
  }

  private func leastAttendance(_ session: Session) -> Int {
    let share = session.request.together?.value ?? 1
    return max(1, Int((share * Double(session.members.count) - 1e-9).rounded(.up)))
  }

  private func kind(of name: String, at slot: Int) -> Int? {
    let start = table.start(of: slot)
    return (rooms[name] ?? []).first { $0.shift.stretch.contains(start) }?.kind
  }

  /// Weighted agents short, added up over slots, that taking agents off contacts adds.
  private mutating func cost(of agents: [String], slot: Int, width: Int) -> Double {
    let kinds = agents.compactMap { kind(of: $0, at: slot) }
    if kinds.count == 1 {
      return (slot..<slot + width).reduce(0) { $0 + table.loss(of: kinds[0], in: $1) }
    }
    var sum = 0.0
    for slot in slot..<slot + width where table.staff.indices.contains(slot) {
      var staff = table.staff[slot]
      for kind in kinds { staff[kind] = max(0, staff[kind] - 1) }
      sum += table.short(staff, in: slot) - table.short(in: slot)
    }
    return sum
  }

  private mutating func put(_ index: Int, at place: Place) {
    let request = sessions[index].request
    let stretch = stretch(index, at: place.slot)
    for name in place.agents {
      guard let room = room(name, index, at: place.slot) else { continue }
      let shift = rooms[name]?[room].shift
      guard let entry = shift?.pause(request.kind, from: stretch.start, to: stretch.end) else {
        continue
      }
      rooms[name]?[room].shift.activities.append(entry)
      rooms[name]?[room].changed = true
      days[Part(request: request.name, agent: name), default: [:]][index] = rooms[name]?[room].date
      count(-1, of: rooms[name]?[room].kind, at: place.slot, width: width(index))
    }
    sessions[index].place = place
    sessions[index].reason = ""
  }

  private mutating func take(_ index: Int) {
    guard let place = sessions[index].place else { return }
    let stretch = stretch(index, at: place.slot)
    for name in place.agents {
      days[Part(request: sessions[index].request.name, agent: name)]?[index] = nil
      for room in rooms[name]?.indices ?? 0..<0 {
        let before = rooms[name]?[room].shift.activities.count
        rooms[name]?[room].shift.activities.removeAll {
          $0.start == stretch.start && $0.end == stretch.end
        }
        guard before != rooms[name]?[room].shift.activities.count else { continue }
        count(1, of: rooms[name]?[room].kind, at: place.slot, width: width(index))
      }
    }
    sessions[index].place = nil
  }

  private mutating func count(_ agents: Double, of kind: Int?, at slot: Int, width: Int) {
    guard let kind else { return }
    for slot in slot..<slot + width { table.add(agents, of: kind, in: slot) }
  }
}

// MARK: - Results

extension ActivityBoard {
  /// Sessions that have a place, by start, then request and agents.
  var placed: [ActivityPlacement.Session] {
    sessions.indices.compactMap { index in
      sessions[index].place.map {
        ActivityPlacement.Session(
          request: sessions[index].request.name, agents: $0.agents,
          stretch: stretch(index, at: $0.slot))
      }
    }
    .sorted {
      ($0.stretch.start, $0.request, $0.agents.first ?? "")
        < ($1.stretch.start, $1.request, $1.agents.first ?? "")
    }
  }

  /// Sessions that have none, by request, then days and agent.
  var unplaced: [ActivityPlacement.Unplaced] {
    sessions.filter { $0.place == nil }.map {
      ActivityPlacement.Unplaced(
        request: $0.request.name, agent: $0.request.together == nil ? $0.members.first : nil,
        dates: $0.dates, reason: $0.reason)
    }
  }

  /// Why a session finds no place.
  private func reason(_ index: Int) -> String {
    let session = sessions[index]
    let slots = possible(index)
    if session.request.together != nil {
      let most = slots.map { slot in
        (session.members.count { room($0, index, at: slot) != nil }, -slot)
      }.max { $0 < $1 }
      let at = most.map { " (\(zone.local(table.start(of: -$0.1)).text))" } ?? ""
      return "at most \(most?.0 ?? 0) of \(session.members.count) are free at once\(at), "
        + "\(leastAttendance(session)) are needed"
    }
    let name = session.members[0]
    let own = (rooms[name] ?? []).filter { session.dates.contains($0.date) }
    if own.isEmpty { return "no shift in these days" }
    if slots.isEmpty {
      return session.request.hours == nil ? "no shift is long enough" : "no shift in its hours"
    }
    if own.allSatisfy({ isTooClose(name, index, to: $0.date) }) {
      return "every shift is within \(max(1, session.request.daysApart)) days of another"
    }
    return "no \(session.request.minutes) minutes of work in one piece, clear of breaks"
  }

  /// The roster with the sessions that have a place.
  func roster(of roster: RosterUnderAudit) -> Roster {
    let changes = rooms.keys.sorted().flatMap { name in
      (rooms[name] ?? []).filter(\.changed).map {
        RosterChange(agent: name, stretch: $0.shift.stretch, entries: $0.shift.entries)
      }
    }
    return roster.roster.applying(changes)
  }
}
