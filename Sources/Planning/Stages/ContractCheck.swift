internal import ContactCenter

/// What contracts and shift types ask for that nobody can work, told before anything is computed.
enum ContractCheck {
  /// Findings about minimum hours that no shifts reach, shift types that no shift fits, and successions that leave no
  /// way on.
  static func findings(_ plan: Plan) -> [Finding] {
    plan.contracts.flatMap { contract in
      (hours(contract, rules: plan.shiftRules).map { [$0] } ?? [])
        + SuccessionCheck(contract, plan: plan).findings
    } + types(plan)
  }

  /// Hours of a week that no number of shifts makes.
  private static func hours(_ contract: Contract, rules: ShiftRules) -> Finding? {
    guard let minimum = contract.minimumHoursPerWeek else { return nil }
    let least = (minimum * 60).rounded()
    let most = (contract.hoursPerWeek * 60).rounded()
    let paid = Set(contract.shiftMinutes.map { paidMinutes($0, rules: rules) })
    var sums: Set<Int> = [0]
    for _ in 0..<max(0, min(7, contract.daysPerWeek)) {
      sums.formUnion(sums.flatMap { sum in paid.map { sum + $0 } })
    }
    guard !sums.contains(where: { Double($0) >= least && Double($0) <= most }) else { return nil }
    let reached = sums.filter { Double($0) <= most }.max() ?? 0
    let losesBreaks = contract.shiftMinutes.contains { paidMinutes($0, rules: rules) < $0 }
    return Finding(
      .error, code: "check.hours-out-of-reach",
      "contract \(contract.name) asks for \(text(minutes: least)) to \(text(minutes: most)) a week, and "
        + "shifts of \(lengths(contract)) on up to \(contract.daysPerWeek) days make "
        + "\(text(minutes: Double(reached))) of paid time, or more than the most",
      place: "contracts.\(contract.name).hours_per_week",
      advice: losesBreaks
        ? "Maybe shifts lose unpaid breaks: allow longer ones, or a lower min."
        : "Maybe allow other lengths, more days, or a lower min.")
  }

  /// Minutes of a shift without its unpaid breaks.
  private static func paidMinutes(_ length: Int, rules: ShiftRules) -> Int {
    let unpaid = rules.breaks(forShiftOfMinutes: length).reduce(0) { sum, pause in
      pause.isPaid ? sum : sum + pause.minutes
    }
    return max(0, length - unpaid)
  }

  /// Types that rules and wishes may name, and that no shift can be of.
  private static func types(_ plan: Plan) -> [Finding] {
    let covered = Set(plan.cover.map(\.shiftType))
    let lengths = Set(plan.contracts.flatMap(\.shiftMinutes))
    let step = max(1, plan.shiftRules.startEveryMinutes)
    return plan.shiftRules.types.filter { !covered.contains($0.name) }.compactMap { type in
      let hasLength = type.minutes.map { lengths.contains($0) } ?? true
      let first = (type.starts.lowerBound + step - 1) / step * step
      guard !hasLength || first > type.starts.upperBound else { return nil }
      return Finding(
        .warning, code: "check.shift-type-without-shifts",
        hasLength
          ? "no shift starts when shifts of type \(type.name) do: shifts start every \(step) minutes"
          : "no contract allows shifts as long as those of type \(type.name)",
        place: "shift_types.\(type.name)",
        advice: hasLength
          ? "Maybe start_every is meant to be shorter." : "Maybe add the length to shift_lengths.")
    }
  }

  private static func lengths(_ contract: Contract) -> String {
    contract.shiftMinutes.map { text(minutes: Double($0)) }.joined(separator: ", ")
  }

  private static func text(minutes: Double) -> String { Seconds(minutes * 60).text }
}
