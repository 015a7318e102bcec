internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// A day from which on a queue has lastingly more or fewer contacts than before.
struct LevelShift: Equatable {
  /// The index of the first day of the new level.
  let day: Int
  /// The new level over the old one.
  let ratio: Double

  private static let side = 4 * 7
  private static let smallestStep = 0.30
  private static let noiseMultiple = 4.0

  /// The clearest shift of day totals, oldest first; nil in days without one, NaN where not observed.
  ///
  /// *Formula*: with r the log totals less their weekday's median, the medians of the four weeks before and after
  /// a day differ by at least 0.3 (35 %), by four times the usual distance of a day from its own side's median, and the
  /// single weeks beside the day differ by two thirds of it: a season or a growth has no such edge.
  ///
  /// *Complexity*: O(days · 28 log 28).
  static func clearest(_ totals: [Double], weekdays: [Int]) -> LevelShift? {
    var logs = totals.map { $0.isNaN ? Double.nan : log(max($0, 0.5)) }
    for w in 0..<7 {
      let own = logs.indices.filter { weekdays[$0] == w && !logs[$0].isNaN }
      let middle = median(own.map { logs[$0] })
      for index in own { logs[index] -= middle }
    }
    let seen = logs.indices.filter { !logs[$0].isNaN }
    let values = seen.map { logs[$0] }
    let width = min(side, values.count / 3)
    guard width >= 10 else { return nil }
    var best: (place: Int, step: Double)?
    // Means by running sums find the candidates; only those pay for medians.
    var sums = [0.0]
    for value in values { sums.append(sums[sums.count - 1] + value) }
    for place in width...(values.count - width) {
      let rough =
        (sums[place + width] - 2 * sums[place] + sums[place - width]) / Double(width)
      guard abs(rough) > 0.8 * smallestStep, abs(rough) > abs(best?.step ?? 0) else { continue }
      let before = Array(values[place - width..<place])
      let after = Array(values[place..<place + width])
      let step = median(after) - median(before)
      let noise =
        (median(before.map { abs($0 - median(before)) })
          + median(after.map { abs($0 - median(after)) })) / 2
      let edge = median(Array(after.prefix(7))) - median(Array(before.suffix(7)))
      guard abs(step) >= smallestStep, abs(step) >= noiseMultiple * noise,
        edge * step > 0, abs(edge) >= 2 * abs(step) / 3
      else { continue }
      best = (place, rough)
    }
    guard let best else { return nil }
    let before = median(Array(values[best.place - width..<best.place]))
    let after = median(Array(values[best.place..<best.place + width]))
    return LevelShift(day: seen[best.place], ratio: exp(after - before))
  }
}
