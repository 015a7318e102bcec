import ContactCenter

extension Contract {
  /// Whether a shift lies where the contract lets shifts lie by the wall clock, and is of a type that it allows.
  ///
  /// - Parameters:
  ///   - startMinute: minutes after midnight at its start.
  ///   - minutes: from start to end.
  ///   - rules: the types there are.
  func allows(startMinute: Int, minutes: Int, rules: ShiftRules) -> Bool {
    guard earliestStart.map({ startMinute >= $0 }) ?? true,
      latestStart.map({ startMinute <= $0 }) ?? true,
      latestEnd.map({ startMinute + minutes <= $0 }) ?? true
    else { return false }
    guard !shiftTypes.isEmpty else { return true }
    let type = rules.type(startMinute: startMinute, length: minutes)?.name
    return type.map(shiftTypes.contains) ?? false
  }

  /// The gaps that the split shifts of the contract may have, in seconds.
  var splitGaps: [ClosedRange<Int>] {
    splitShifts.map { ($0.gapMinutes.lowerBound * 60)...($0.gapMinutes.upperBound * 60) }
  }
}
