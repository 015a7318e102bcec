internal import ContactCenter

/// A period of the outcome.
struct OutcomePeriod {
  var kind: OutcomeRow.Period
  var intervals: Range<Int>
  /// The days it consists of, by the layout's numbers; nil for intervals, and where it holds a part of a day.
  var days: Range<Int>?

  /// The whole run, its weeks, days and intervals, as far as they are reported.
  static func all(_ model: SimulationModel, _ layout: ModelLayout) -> [OutcomePeriod] {
    let count = layout.intervalCount
    let reported = min(max(0, model.firstReportedInterval), count - 1)..<count
    var stretches: [(OutcomeRow.Period, Range<Int>)] = [(.run, reported)]
    stretches += model.weeks.map { (.week, $0) }
    stretches += model.days.map { (.day, $0) }
    stretches += reported.map { (.interval, $0..<($0 + 1)) }
    return stretches.compactMap { kind, stretch in
      let clamped = stretch.clamped(to: reported)
      guard !clamped.isEmpty else { return nil }
      return OutcomePeriod(
        kind: kind, intervals: clamped,
        days: kind == .interval ? nil : days(clamped, layout.dayNumbers))
    }
  }

  /// The days that a stretch of intervals consists of; nil where it begins or ends inside one.
  private static func days(_ stretch: Range<Int>, _ numbers: [Int]) -> Range<Int>? {
    let first = numbers[stretch.lowerBound]
    let last = numbers[stretch.upperBound - 1]
    let isWhole =
      (stretch.lowerBound == 0 || numbers[stretch.lowerBound - 1] != first)
      && (stretch.upperBound == numbers.count || numbers[stretch.upperBound] != last)
    return isWhole ? first..<(last + 1) : nil
  }
}
