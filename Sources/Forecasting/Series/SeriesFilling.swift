extension DaySeries {
  /// The counts with every missing open slot filled from its own past.
  ///
  /// Slots closed on one day but open on others of its weekday are filled too. The value of the same weekday a
  /// week earlier (already filled); at the start of the series a week later;
  /// where a weekday has no data at all the mean of the slot over all days, then over everything, then 0.
  func filledCounts() -> [Double] {
    var filled = counts
    let week = 7 * slotCount
    let usuallyOpen = openByWeekday()
    // A closed holiday is a hole in the pattern of its weekday, not a zero of it.
    for (d, day) in days.enumerated() {
      for s in 0..<slotCount where !day.open[s] && usuallyOpen[day.weekday][s] {
        filled[d * slotCount + s] = .nan
      }
    }
    func usable(_ cell: Int) -> Bool {
      cell >= 0 && cell < filled.count && !filled[cell].isNaN
    }
    for cell in filled.indices where filled[cell].isNaN && usable(cell - week) {
      filled[cell] = filled[cell - week]
    }
    for cell in filled.indices.reversed() where filled[cell].isNaN && usable(cell + week) {
      filled[cell] = filled[cell + week]
    }
    guard filled.contains(where: \.isNaN) else { return filled }
    let bySlot = slotMeans()
    for cell in filled.indices where filled[cell].isNaN { filled[cell] = bySlot[cell % slotCount] }
    return filled
  }

  /// Whether each slot is open on any day of each weekday, Monday first.
  func openByWeekday() -> [[Bool]] {
    var open = Array(repeating: [Bool](repeating: false, count: slotCount), count: 7)
    for day in days where day.isOpen {
      for s in 0..<slotCount where day.open[s] { open[day.weekday][s] = true }
    }
    return open
  }

  /// The mean of each slot over the days it was open and observed; the mean of all where it never was.
  func slotMeans() -> [Double] {
    var sums = [Double](repeating: 0, count: slotCount)
    var numbers = [Double](repeating: 0, count: slotCount)
    for (d, day) in days.enumerated() {
      for s in 0..<slotCount where day.open[s] && !counts[d * slotCount + s].isNaN {
        sums[s] += counts[d * slotCount + s]
        numbers[s] += 1
      }
    }
    let total = numbers.reduce(0, +)
    let overall = total > 0 ? sums.reduce(0, +) / total : 0
    return (0..<slotCount).map { numbers[$0] > 0 ? sums[$0] / numbers[$0] : overall }
  }
}
