import ContactCenter
import MathematicalProgramming

/// Limits of shifts and promises of service over the days that a program holds, and how those of a week are shared out.
enum WeeklyLimits {
  /// The limits that hold on some days of one week.
  ///
  /// - Parameter weekly: those per week; otherwise those per start and day.
  static func limits(
    of input: DesignInput, days: Range<Int>, weekly: Bool
  ) -> [DesignProgram.Limit] {
    var result: [DesignProgram.Limit] = []
    for (index, limit) in input.limits.enumerated() where (limit.span == .week) == weekly {
      let held = days.filter { day in
        limit.weekdays.isEmpty
          || limit.weekdays.contains(input.firstDate.advanced(by: day).weekday)
      }
      if held.isEmpty { continue }
      for part in weekly ? [held] : held.map({ [$0] }) {
        result.append(
          DesignProgram.Limit(
            limit: index, days: part, minimum: limit.minimum, maximum: limit.maximum))
      }
    }
    return result
  }

  /// The share of a weekly limit that each of its days gets, by what the linear program of the week puts there.
  ///
  /// Numbers of shifts or hours are shared out in proportion. A share binds its days as it binds the week: where the
  /// week is at its limit, a day keeps the share it has there; otherwise it may have at least that of the limit.
  ///
  /// - Parameters:
  ///   - use: shifts or hours counted by the limit on each day.
  ///   - total: the same of all contracts and types: what a share is a share of.
  static func split(
    _ limit: DesignProgram.Limit, terms: ShiftLimit, use: [Double], total: [Double]
  ) -> [DesignProgram.Limit] {
    let whole = total.reduce(0, +)
    let share = whole > 0 ? use.reduce(0, +) / whole : 0
    func parts(_ number: Double?) -> [Double?] {
      guard let number else { return use.map { _ in nil } }
      return WeeklyCaps.apportion(Int(min(max(0, number), 1e9)), by: use).map { Double($0) }
    }
    let (least, most) = (parts(limit.minimum), parts(limit.maximum))
    return limit.days.indices.map { index in
      var part = limit
      part.days = [limit.days[index]]
      guard terms.isShare else {
        (part.minimum, part.maximum) = (least[index], most[index])
        return part
      }
      let own = total[index] > 0 ? use[index] / total[index] : share
      part.maximum = limit.maximum.map { share > $0 - 1e-6 ? own : max($0, own) }
      part.minimum = limit.minimum.map { share < $0 + 1e-6 ? own : min($0, own) }
      return part
    }
  }
}

extension DesignProgram {
  /// Each day's part of a limit per week, by the linear program of the week.
  func split(_ limit: Limit, solution: ProgramSolution?) -> [Limit] {
    let terms = input.limits[limit.limit]
    var use = [Double](repeating: 0, count: limit.days.count)
    var total = use
    let hour = Double(input.slots.minutes) / 60
    for shift in shifts where input.counts(shift, in: terms, byGroupAlone: true) {
      guard let index = limit.days.firstIndex(of: input.slots.dayOfSlot[shift.start]) else {
        continue
      }
      let paid = Double(input.shapes[shift.shape].paidSlots) * hour
      let value = max(0, solution?[shift.column] ?? 0) * (terms.unit == .shifts ? 1 : paid)
      total[index] += value
      if input.counts(shift, in: terms) { use[index] += value }
    }
    return WeeklyLimits.split(limit, terms: terms, use: use, total: total)
  }

  /// Each day's part of the contacts that a week promises, by the linear program of the week.
  func split(_ quota: Quota, solution: ProgramSolution?) -> [Quota] {
    var byDay: [Int: Double] = [:]
    for entry in gains.keys.sorted().flatMap({ gains[$0] ?? [] }) where entry.queue == quota.queue {
      byDay[input.slots.dayOfSlot[entry.slot], default: 0] +=
        max(0, solution?[entry.column] ?? 0) * entry.contacts
    }
    for lost in losses(of: quota.queue) {
      byDay[input.slots.dayOfSlot[lost.slot], default: 0] -=
        max(0, solution?[lost.column] ?? 0) * lost.contacts
    }
    return quota.days.compactMap { day in
      let contacts = byDay[day] ?? 0
      guard contacts > 1e-9 else { return nil }
      return Quota(queue: quota.queue, days: [day], contacts: contacts, price: quota.price)
    }
  }
}
