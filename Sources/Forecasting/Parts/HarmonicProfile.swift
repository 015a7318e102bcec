internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

/// A smooth day shape for every weekday: waves over the clock, weekdays held toward the shape they share.
///
/// 1. Contacts of each weekday and slot are summed, recent weeks counting more, and scaled to the number that has the
///    same chance noise.
/// 2. Poisson regression on the waves of the clock over all weekdays gives the shared shape.
/// 3. Each weekday's own fit starts from there; how far it may go is learned: the variance of the weekdays' free fits
///    around the shared one, less what chance explains, wave by wave.
///
/// Low counts gain: with a dozen contacts an hour no slot of a weekday can be told from its neighbors.
struct HarmonicProfile {
  /// Share of each slot in its day by weekday, Monday first; a row sums to 1 over its open slots.
  private(set) var shares: [[Double]]
  /// Waves used.
  let waveCount: Int
  /// Standard deviation of the weekdays around the shared shape, mean over the waves, on the logarithm.
  private(set) var weekdaySpread = 0.0

  private static let mostWaves = 8
  private static let halfLifeWeeks = 26.0

  /// Learns the shape of cleaned days; `overdispersion` is the variance over the mean within a day.
  init(_ clean: CleanDays, open: [[Bool]], overdispersion: Double) throws(LinearAlgebraError) {
    let slots = clean.slotCount
    let openSlots = open.map { row in row.indices.filter { row[$0] } }
    let widest = openSlots.map(\.count).max() ?? 0
    waveCount = max(0, min(Self.mostWaves, (widest - 1) / 3))
    let sums = Self.effectiveSums(clean, overdispersion)
    shares = (0..<7).map { w in Self.flat(openSlots[w], slots) }
    let used = (0..<7).filter { !openSlots[$0].isEmpty && sums[$0].reduce(0, +) > 0 }
    guard waveCount > 0, !used.isEmpty else { return }
    let columns = 2 * waveCount
    let together = used.map { (openSlots[$0], sums[$0]) }
    let loose = try Self.fit(
      together, waves: waveCount, slots: slots, precision: Self.weak(columns), center: nil)
    // A wave that is no larger than chance makes it is not believed.
    let contacts = used.reduce(0) { $0 + sums[$1].reduce(0, +) }
    let sizes = Self.spreads(
      [loose], around: [Double](repeating: 0, count: columns), noise: 2 / max(contacts, 1))
    let all = try Self.fit(
      together, waves: waveCount, slots: slots, precision: sizes.flatMap { [1 / $0, 1 / $0] },
      center: nil)
    var free: [[Double]] = []
    var noise = 0.0
    for w in used {
      free.append(
        try Self.fit(
          [(openSlots[w], sums[w])], waves: waveCount, slots: slots, precision: Self.weak(columns),
          center: all))
      noise += 2 / max(sums[w].reduce(0, +), 1)
    }
    noise /= Double(used.count)
    let spreads = Self.spreads(free, around: all, noise: noise)
    weekdaySpread = spreads.reduce(0) { $0 + $1.squareRoot() } / Double(max(1, spreads.count))
    let precision = spreads.flatMap { [1 / $0, 1 / $0] }
    for w in 0..<7 where !openSlots[w].isEmpty {
      var own = all
      if used.contains(w) {
        own = try Self.fit(
          [(openSlots[w], sums[w])], waves: waveCount, slots: slots, precision: precision,
          center: all)
      }
      shares[w] = Self.shares(own, openSlots[w], slots)
    }
  }

  private static func weak(_ columns: Int) -> [Double] {
    // Free but for a hair: waves that the open hours cannot tell apart stay small.
    (0..<columns).map { column -> Double in
      let wave = Double(column / 2 + 1)
      return 0.5 * wave * wave
    }
  }

  /// The variance of free fits around the shared one by wave, less that of chance.
  private static func spreads(
    _ free: [[Double]], around shared: [Double], noise: Double
  ) -> [Double] {
    (0..<shared.count / 2).map { wave -> Double in
      var square = 0.0
      for row in free {
        let a = row[2 * wave] - shared[2 * wave]
        let b = row[2 * wave + 1] - shared[2 * wave + 1]
        square += a * a + b * b
      }
      let variance: Double = square / Double(2 * free.count)
      return max(variance - noise, 1e-7)
    }
  }

  private static func flat(_ openSlots: [Int], _ slots: Int) -> [Double] {
    var row = [Double](repeating: 0, count: slots)
    for s in openSlots { row[s] = 1 / Double(openSlots.count) }
    return row
  }

  private static func shares(_ coefficients: [Double], _ openSlots: [Int], _ slots: Int)
    -> [Double]
  {
    var row = [Double](repeating: 0, count: slots)
    var total = 0.0
    for s in openSlots {
      let waves = waves(s, coefficients.count / 2, slots)
      let value = exp(zip(coefficients, waves).reduce(0) { $0 + $1.0 * $1.1 })
      row[s] = value
      total += value
    }
    return total > 0 && total.isFinite ? row.map { $0 / total } : flat(openSlots, slots)
  }

  private static func waves(_ slot: Int, _ count: Int, _ slots: Int) -> [Double] {
    (1...max(1, count)).flatMap { k in
      let angle = 2 * Double.pi * Double(k) * (Double(slot) + 0.5) / Double(slots)
      return [cos(angle), sin(angle)]
    }
  }

  /// Coefficients of the waves for some weekdays together, each with a level of its own.
  private static func fit(
    _ weekdays: [(openSlots: [Int], sums: [Double])], waves count: Int, slots: Int,
    precision: [Double], center: [Double]?
  ) throws(LinearAlgebraError) -> [Double] {
    var rows: [[Double]] = []
    var counts: [Double] = []
    var offsets: [Double] = []
    for (place, weekday) in weekdays.enumerated() {
      let total = weekday.openSlots.reduce(0) { $0 + weekday.sums[$1] }
      let level = log(max(total, 0.5) / Double(weekday.openSlots.count))
      for s in weekday.openSlots {
        var row = waves(s, count, slots)
        for other in weekdays.indices { row.append(other == place ? 1 : 0) }
        rows.append(row)
        counts.append(weekday.sums[s])
        offsets.append(level)
      }
    }
    let levels = [Double](repeating: 0, count: weekdays.count)
    let fit = try CountFit(
      design: Matrix(rows: rows), counts: counts, offsets: offsets,
      precision: precision + levels.map { _ in 1e-6 }, center: center.map { $0 + levels })
    return Array(fit.coefficients.prefix(2 * count))
  }

  /// Weighted sums by weekday and slot, scaled so that their variance is their mean.
  private static func effectiveSums(_ clean: CleanDays, _ overdispersion: Double) -> [[Double]] {
    let slots = clean.slotCount
    var sums = Array(repeating: [Double](repeating: 0, count: slots), count: 7)
    var first = [Double](repeating: 0, count: 7)
    var second = first
    let last = clean.days.last?.ordinal ?? 0
    for (d, day) in clean.days.enumerated() {
      let weight = exp2(-Double(last - day.ordinal) / 7 / halfLifeWeeks)
      for (s, value) in clean.values(ofDay: d).enumerated() {
        sums[day.weekday][s] += weight * value
      }
      first[day.weekday] += weight * day.total
      second[day.weekday] += weight * weight * day.total
    }
    for w in 0..<7 where second[w] > 0 {
      let factor = first[w] / second[w] / max(overdispersion, 1)
      for s in 0..<slots { sums[w][s] *= factor }
    }
    return sums
  }
}
