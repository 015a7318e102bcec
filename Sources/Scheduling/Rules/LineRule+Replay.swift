import ContactCenter

extension LineRule {
  /// The state before the first day, from the days that are known before it, read like any other days.
  ///
  /// What those days would cost is forgotten: they are over.
  ///
  /// - Parameter state: the state before the first day that is known.
  func replayed(
    _ history: [WorkLine.Shift], from state: Int = 0, in period: RosterPeriod
  ) -> Int {
    let byDay = Dictionary(grouping: history, by: \.day)
    return (-period.knownDaysBefore..<0).reduce(state) { state, day in
      step(from: state, day: day, shift: byDay[day]?.first, in: period).state
    }
  }
}
