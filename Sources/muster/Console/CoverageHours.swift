import ContactCenter
import Scheduling

/// Who is at work hour by hour, beside what is needed where that is known.
///
/// Queues that share agents are shown together: who covers which of them is decided contact by contact. Numbers are means
/// of each hour of the center's wall clock; what is short is never rounded away.
struct CoverageHours {
  let subject: RosterUnderAudit

  /// A table for each pool of queues, or for each group without a need; without a line end.
  func text(width: Int?, hasColor: Bool) -> String {
    let tables = CoverageCount(subject).map(pools) ?? groups
    return tables.map { $0.text(width: width, hasColor: hasColor) }.joined(separator: "\n\n")
  }

  /// Sums of agent-seconds by day and hour.
  private struct Hours {
    var sums: [CivilDate: [Double]] = [:]

    mutating func add(_ agents: Double, over interval: Interval, grid: TimeGrid) {
      guard agents != 0 else { return }
      var at = interval.start
      while at < interval.end {
        let local = grid.zone.local(at)
        let next = at.advanced(by: 3600 - local.secondOfDay % 3600)
        let end = min(next, interval.end)
        sums[local.date, default: [Double](repeating: 0, count: 24)][local.secondOfDay / 3600] +=
          agents * Double(end.seconds(since: at)) / 3600
        at = end
      }
    }

    /// Hours of the day with anything in them.
    var range: ClosedRange<Int>? {
      let hours = sums.values.flatMap { day in day.indices.filter { day[$0] > 0 } }
      return hours.min().flatMap { first in hours.max().map { first...$0 } }
    }

    func cells(_ day: CivilDate, _ hours: ClosedRange<Int>, _ text: (Double) -> String) -> [String]
    {
      let row = sums[day]
      return hours.map { text(row?[$0] ?? 0) }
    }
  }

  private func pools(_ count: CoverageCount) -> [BlockTable] {
    count.pools.compactMap { pool in
      var need = Hours()
      var work = Hours()
      var short = Hours()
      for queue in pool {
        for (index, interval) in count.need.intervals.enumerated() {
          let needed = count.need.queues[queue].agents[index]
          let missing = count.short[queue][index]
          need.add(needed, over: interval, grid: subject.grid)
          short.add(missing, over: interval, grid: subject.grid)
          work.add(needed - missing + count.over[queue][index], over: interval, grid: subject.grid)
        }
      }
      let name = pool.map { count.need.queues[$0].queue }.joined(separator: " + ")
      return table(name, need: need, work: work, short: short)
    }
  }

  private var groups: [BlockTable] {
    let entries = subject.shifts.flatMap(\.entries).filter { $0.activity == .work }
    let byGroup = Dictionary(grouping: entries) {
      subject.agents[$0.agent]?.group ?? $0.group ?? ""
    }
    return byGroup.sorted { $0.key < $1.key }.compactMap { group, entries in
      var work = Hours()
      for entry in entries {
        work.add(1, over: Interval(start: entry.start, end: entry.end), grid: subject.grid)
      }
      return table(group.isEmpty ? "others" : group, need: nil, work: work, short: Hours())
    }
  }

  private func table(_ name: String, need: Hours?, work: Hours, short: Hours) -> BlockTable? {
    let ranges = [need?.range, work.range].compactMap { $0 }
    guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max()
    else { return nil }
    let hours = first...last
    var table = BlockTable(name, columns: hours.map { "\($0)" })
    let days = Set((need?.sums.keys).map(Array.init) ?? []).union(work.sums.keys).sorted()
    for day in days {
      let date = "\(day.weekday.shortName) \(day.parts.day)"
      let whole = { (value: Double) in
        guard value != 0 else { return "·" }
        return NumberText.fixed(value, abs(value - value.rounded()) < 0.05 ? 0 : 1)
      }
      if let need { table.add("\(date) needed", need.cells(day, hours, whole)) }
      let label = need == nil ? date : String(repeating: " ", count: date.count) + " at work"
      table.add(label, work.cells(day, hours, whole))
      guard short.sums[day] != nil else { continue }
      let exact = { (value: Double) in
        value == 0 ? "" : NumberText.fixed(max(value, 0.1), 1)
      }
      table.add(
        String(repeating: " ", count: date.count) + " short", short.cells(day, hours, exact),
        isAlarming: true)
    }
    return table
  }
}
