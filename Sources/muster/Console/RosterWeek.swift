import ContactCenter
import Scheduling

/// Who works when: a table for each week, agents by days, with the paid hours of each.
struct RosterWeek {
  let subject: RosterUnderAudit

  /// All weeks, without a line end.
  func text(width: Int?) -> String {
    let names = subject.agents.values.sorted { ($0.group, $0.name) < ($1.group, $1.name) }
    let strangers = Set(subject.shifts.map(\.agent)).subtracting(names.map(\.name)).sorted()
    let people = names.map { ($0.group, $0.name) } + strangers.map { ("", $0) }
    let shifts = Dictionary(grouping: subject.shifts, by: \.agent)
    return weeks.map { week($0, people: people, shifts: shifts).text(width: width) }
      .joined(separator: "\n\n")
  }

  /// The judged days of each week, Monday to Sunday.
  private var weeks: [Range<CivilDate>] {
    var result: [Range<CivilDate>] = []
    var first = subject.dates.lowerBound
    while first < subject.dates.upperBound {
      let monday = first.advanced(by: -first.weekday.rawValue)
      let end = min(monday.advanced(by: 7), subject.dates.upperBound)
      result.append(first..<end)
      first = end
    }
    return result
  }

  private func week(
    _ dates: Range<CivilDate>, people: [(group: String, name: String)],
    shifts: [String: [RosterUnderAudit.Shift]]
  ) -> BlockTable {
    let days = (0..<dates.upperBound.days(since: dates.lowerBound)).map {
      dates.lowerBound.advanced(by: $0)
    }
    var table = BlockTable(
      "from \(dates.lowerBound.text)",
      columns: days.map { "\($0.weekday.shortName) \($0.parts.day)" } + ["hours"])
    var working = [Int](repeating: 0, count: days.count)
    var minutes = [Int](repeating: 0, count: days.count)
    var group: String?
    for person in people {
      let own = (shifts[person.name] ?? []).filter { dates.contains($0.date) }
      if person.group != group {
        table.add(person.group.isEmpty ? "others" : person.group, [])
        group = person.group
      }
      var paid = 0
      let cells = days.enumerated().map { index, day in
        let today = own.filter { $0.date == day }
        guard !today.isEmpty else { return away(person.name, on: day) }
        working[index] += 1
        let sum = today.reduce(0) { $0 + subject.paidMinutes(of: $1) }
        minutes[index] += sum
        paid += sum
        return today.map(clock).joined(separator: "+")
      }
      table.add("  " + person.name, cells + [NumberText.fixed(Double(paid) / 60, 1)])
    }
    table.add("agents", working.map(String.init) + [""])
    let hours = (minutes + [minutes.reduce(0, +)]).map { NumberText.fixed(Double($0) / 60, 1) }
    table.add("paid hours", hours)
    return table
  }

  /// `leave` where an agent cannot come, `·` where they are off.
  private func away(_ agent: String, on day: CivilDate) -> String {
    let zone = subject.period(of: agent).zone
    let noon = zone.startOfDay(day).advanced(by: 43_200)
    let isOnLeave = (subject.availability[agent] ?? []).contains {
      $0.kind == .leave && $0.start <= noon && noon < $0.end
    }
    return isOnLeave ? "leave" : "·"
  }

  /// `7-15:30`, by the agent's own clock.
  private func clock(_ shift: RosterUnderAudit.Shift) -> String {
    let zone = subject.period(of: shift.agent).zone
    func text(_ instant: Instant) -> String {
      let minute = zone.local(instant).minuteOfDay
      let rest = minute % 60
      return "\(minute / 60)" + (rest == 0 ? "" : rest < 10 ? ":0\(rest)" : ":\(rest)")
    }
    return "\(text(shift.stretch.start))-\(text(shift.stretch.end))"
  }
}
