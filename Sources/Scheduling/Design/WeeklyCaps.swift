import ContactCenter
import MathematicalProgramming

/// Weekly limits of a contract, and how they are shared out over the days of a week.
///
/// A day is designed alone, so a weekly cap must become daily ones. They follow the use each day makes of it in the
/// linear program of the whole week (its breaks, skills and caps exact, only fractions allowed), with what is left
/// over shared in proportion to that use.
///
/// *Formula*: with n heads, a week holds at most min(daysPerWeek × n, heads summed over its days) shifts and
/// n × hoursPerWeek paid hours, hours counted on the day a shift starts.
enum WeeklyCaps {
  /// The caps of all members over the weeks of a span of days.
  ///
  /// A member whose caps can never bind has none.
  static func caps(of input: DesignInput, days: Range<Int>) -> [DesignProgram.Cap] {
    var result: [DesignProgram.Cap] = []
    let weeks = Dictionary(grouping: days, by: { input.weekOfDay[$0] })
    for week in weeks.keys.sorted() {
      let days = weeks[week] ?? []
      for (index, member) in input.members.enumerated() {
        let available = days.reduce(0) { $0 + member.headsByDay[$1] }
        let shifts = min(available, max(0, member.contract.daysPerWeek) * member.heads)
        let paid =
          member.contract.hoursPerWeek * 60 / Double(input.slots.minutes) * Double(member.heads)
        let longest = member.shapes.map { input.shapes[$0].paidSlots }.max() ?? 0
        if shifts < available || paid < Double(available * longest) {
          result.append(
            DesignProgram.Cap(
              member: index, days: days, shifts: shifts, paidSlots: max(0, paid),
              overtimeSlots: (member.contract.overtime?.hoursPerWeek ?? 0) * 60
                / Double(input.slots.minutes) * Double(member.heads)))
        }
      }
    }
    return result
  }

  /// The share of a weekly cap that each of its days gets, in the order of its days.
  ///
  /// - Parameters:
  ///   - shiftUse: shifts each day uses in the linear program.
  ///   - paidUse: paid slots each day uses there.
  static func split(
    _ cap: DesignProgram.Cap, shiftUse: [Double], paidUse: [Double]
  ) -> [DesignProgram.Cap] {
    let shifts = apportion(cap.shifts, by: shiftUse)
    let paid = apportion(Int(min(cap.paidSlots, 1e9)), by: paidUse)
    let overtime = apportion(Int(min(cap.overtimeSlots, 1e9)), by: paidUse)
    return cap.days.indices.map { index in
      DesignProgram.Cap(
        member: cap.member, days: [cap.days[index]], shifts: shifts[index],
        paidSlots: Double(paid[index]), overtimeSlots: Double(overtime[index]))
    }
  }

  /// Whole numbers that add up to `total`, in proportion to `weights`; largest remainders first, ties to the earlier.
  ///
  /// *Edge cases*: weights that are all 0 count as equal.
  static func apportion(_ total: Int, by weights: [Double]) -> [Int] {
    guard !weights.isEmpty else { return [] }
    let sum = weights.reduce(0, +)
    let shares =
      sum > 0
      ? weights.map { Double(total) * $0 / sum }
      : weights.map { _ in Double(total) / Double(weights.count) }
    var result = shares.map { Int($0.rounded(.down)) }
    let order = shares.indices.sorted {
      let (a, b) = (shares[$0] - Double(result[$0]), shares[$1] - Double(result[$1]))
      return a == b ? $0 < $1 : a > b
    }
    for index in order.prefix(max(0, total - result.reduce(0, +))) { result[index] += 1 }
    return result
  }
}
