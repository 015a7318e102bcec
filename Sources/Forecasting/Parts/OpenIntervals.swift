internal import ContactCenter

/// The open slots of the usually open days, one after the other, the same number every day.
struct OpenIntervals {
  /// Contacts by row of `OpenDays`, then column; NaN on days without data.
  let counts: [Double]
  /// Ordinary contacts by weekday, then column.
  let usual: [[Double]]

  /// Slots open on any usual weekday in the last weeks of a series, ascending.
  static func columns(_ series: DaySeries, usual: [Bool]) -> [Int] {
    let last = series.days.suffix(OpenDays.recentDays).filter { usual[$0.weekday] && $0.isOpen }
    let days = last.isEmpty ? series.days.filter { usual[$0.weekday] && $0.isOpen } : last
    return (0..<series.slotCount).filter { s in days.contains { $0.open[s] } }
  }

  /// Lays cleaned days; where a slot was closed on its day stands what the day's volume and the usual shape say.
  init(_ clean: CleanDays, of series: DaySeries, columns: [Int], days: OpenDays) {
    let usual = Self.usualCounts(clean, of: series, columns: columns)
    var counts: [Double] = []
    counts.reserveCapacity(days.rows.count * columns.count)
    for row in days.rows {
      guard let index = row else {
        counts.append(contentsOf: repeatElement(.nan, count: columns.count))
        continue
      }
      let day = clean.days[index]
      let values = clean.values(ofDay: index)
      let isReplaced = day.isOutlier || day.occasion != nil
      let open = series.days[day.index].open
      var ratio = 1.0
      if !isReplaced, columns.contains(where: { !open[$0] }) {
        var came = 0.0
        var expected = 0.0
        for (c, s) in columns.enumerated() where open[s] {
          came += values[values.startIndex + s]
          expected += usual[day.weekday][c]
        }
        ratio = expected > 0 ? came / expected : 1
      }
      for (c, s) in columns.enumerated() {
        counts.append(
          isReplaced || open[s]
            ? values[values.startIndex + s] : ratio * usual[day.weekday][c])
      }
    }
    self.counts = counts
    self.usual = usual
  }

  /// Mean by weekday and column over the days it was open; where it never was, the shape of the other weekdays at
  /// the weekday's volume.
  private static func usualCounts(
    _ clean: CleanDays, of series: DaySeries, columns: [Int]
  ) -> [[Double]] {
    var sums = Array(repeating: [Double](repeating: 0, count: columns.count), count: 7)
    var numbers = sums
    for (index, day) in clean.days.enumerated() {
      let values = clean.values(ofDay: index)
      let open = series.days[day.index].open
      for (c, s) in columns.enumerated() where open[s] {
        sums[day.weekday][c] += values[values.startIndex + s]
        numbers[day.weekday][c] += 1
      }
    }
    let overall = columns.indices.map { c in
      let number = numbers.reduce(0) { $0 + $1[c] }
      return number > 0 ? sums.reduce(0) { $0 + $1[c] } / number : 0
    }
    return (0..<7).map { w in
      var came = 0.0
      var expected = 0.0
      for c in columns.indices where numbers[w][c] > 0 {
        came += sums[w][c] / numbers[w][c]
        expected += overall[c]
      }
      let ratio = expected > 0 ? came / expected : 1
      return columns.indices.map {
        numbers[w][$0] > 0 ? sums[w][$0] / numbers[w][$0] : ratio * overall[$0]
      }
    }
  }
}
