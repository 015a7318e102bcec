#if canImport(Glibc)
  internal import Glibc
#endif

/// How the volume of a day spreads over its slots, by weekday.
///
/// Recent weeks count more; weekdays of like shape lend each other data; neighboring slots are smoothed a
/// little. How much of each is chosen by the errors of the last four weeks, each forecast from what came before
/// it, and the three best choices are averaged.
struct WeekdayProfile {
  /// One way to make a profile.
  struct Recipe: Equatable {
    /// Weeks after which a day counts half.
    var halfLifeWeeks: Double
    /// Whether weekdays of like shape are pooled.
    var pools: Bool
    /// Share taken from each neighboring slot.
    var blur: Double
  }

  /// Share of each slot in its day by weekday, Monday first; a row sums to 1 over its open slots.
  private(set) var shares: [[Double]]
  /// The recipes averaged.
  private(set) var recipes: [Recipe]

  private static let candidates: [Recipe] = [3, 6, 12, 26].flatMap { halfLife in
    [false, true].flatMap { pools in
      [0.08, 0.2].map { Recipe(halfLifeWeeks: halfLife, pools: pools, blur: $0) }
    }
  }
  private static let fallback = [Recipe(halfLifeWeeks: 12, pools: true, blur: 0.08)]

  /// Learns the profile of cleaned days.
  ///
  /// *Complexity*: O(days · slots · 20).
  init(_ clean: CleanDays, open: [[Bool]]) {
    let days = clean.days
    let end = days.count
    shares = []
    recipes = []
    var losses = [Double](repeating: 0, count: Self.candidates.count)
    var folds = 0
    for week in 1...4 {
      guard let last = days.last?.ordinal,
        let start = days.firstIndex(where: { $0.ordinal > last - 7 * week }),
        start > 2 * clean.weekdayCount
      else { break }
      let stop = days.firstIndex { $0.ordinal > last - 7 * (week - 1) } ?? end
      let profiles = Self.profiles(Self.candidates, clean, upTo: start, open: open)
      for c in Self.candidates.indices {
        for d in start..<stop {
          let profile = profiles[c][days[d].weekday]
          for (s, value) in clean.values(ofDay: d).enumerated() {
            losses[c] += abs(value - days[d].total * profile[s])
          }
        }
      }
      folds += 1
    }
    recipes =
      folds == 0
      ? Self.fallback
      : losses.indices.sorted { (losses[$0], $0) < (losses[$1], $1) }.prefix(3)
        .map { Self.candidates[$0] }
    let best = Self.profiles(recipes, clean, upTo: end, open: open)
    shares = Self.average(best, slots: clean.slotCount)
  }

  /// Makes the profile of cleaned days by given recipes.
  init(_ clean: CleanDays, open: [[Bool]], recipes: [Recipe]) {
    self.recipes = recipes
    let made = Self.profiles(recipes, clean, upTo: clean.days.count, open: open)
    shares = Self.average(made, slots: clean.slotCount)
  }

  private static func average(_ profiles: [[[Double]]], slots: Int) -> [[Double]] {
    (0..<7).map { w in
      var row = [Double](repeating: 0, count: slots)
      for profile in profiles {
        for s in row.indices { row[s] += profile[w][s] / Double(profiles.count) }
      }
      return row
    }
  }

  private static func profiles(
    _ recipes: [Recipe], _ clean: CleanDays, upTo end: Int, open: [[Bool]]
  ) -> [[[Double]]] {
    var byHalfLife: [Double: WeightedSums] = [:]
    return recipes.map { recipe in
      let sums =
        byHalfLife[recipe.halfLifeWeeks]
        ?? WeightedSums(clean, upTo: end, halfLifeWeeks: recipe.halfLifeWeeks, open: open)
      byHalfLife[recipe.halfLifeWeeks] = sums
      return (recipe.pools ? sums.pooled() : sums.shares).enumerated().map { w, row in
        blurred(row, open: open[w], share: recipe.blur)
      }
    }
  }

  /// Takes a share of each slot from its open neighbors and makes the row sum to 1 again.
  private static func blurred(_ row: [Double], open: [Bool], share: Double) -> [Double] {
    var result = row
    for s in row.indices where open[s] {
      let before = s > 0 && open[s - 1] ? row[s - 1] : row[s]
      let after = s + 1 < row.count && open[s + 1] ? row[s + 1] : row[s]
      result[s] = (1 - 2 * share) * row[s] + share * (before + after)
    }
    let total = result.reduce(0, +)
    return total > 0 ? result.map { $0 / total } : result
  }
}

/// Sums of contacts by weekday and slot in which recent weeks count more.
private struct WeightedSums {
  /// Each weekday's sums over their total.
  var shares: [[Double]]
  /// Contacts by weekday that would give the same Poisson noise if all counted alike.
  var effective = [Double](repeating: 0, count: 7)
  let open: [[Bool]]

  init(_ clean: CleanDays, upTo end: Int, halfLifeWeeks: Double, open: [[Bool]]) {
    self.open = open
    let slots = clean.slotCount
    var sums = Array(repeating: [Double](repeating: 0, count: slots), count: 7)
    var first = [Double](repeating: 0, count: 7)
    var second = first
    let last = end > 0 ? clean.days[end - 1].ordinal : 0
    var age = -1
    var weight = 1.0
    for d in (0..<end).reversed() {
      let day = clean.days[d]
      let weeks = (last - day.ordinal) / 7
      if weeks != age {
        age = weeks
        weight = exp2(-Double(weeks) / halfLifeWeeks)
        // Beyond ten half-lives nothing is left that could be seen.
        if weight < 1e-3 { break }
      }
      sums[day.weekday].withUnsafeMutableBufferPointer { row in
        clean.values.withUnsafeBufferPointer { values in
          for s in 0..<slots { row[s] += weight * values[d * slots + s] }
        }
      }
      first[day.weekday] += weight * day.total
      second[day.weekday] += weight * weight * day.total
    }
    shares = sums
    let overall = (0..<slots).map { s in sums.reduce(0) { $0 + $1[s] } }
    for w in 0..<7 {
      effective[w] = second[w] > 0 ? first[w] * first[w] / second[w] : 0
      // A weekday never seen takes the shape of all the others, one that is all zeros a flat one.
      var row = first[w] > 0 ? sums[w] : overall
      for s in 0..<slots where !open[w][s] { row[s] = 0 }
      var total = row.reduce(0, +)
      if total <= 0 {
        row = open[w].map { $0 ? 1 : 0 }
        total = row.reduce(0, +)
      }
      shares[w] = total > 0 ? row.map { $0 / total } : row
    }
  }

  /// Each weekday's shares averaged with those of weekdays open at the same times.
  ///
  /// *Formula*: weekday j counts for i with 1 / (noise(j) + excess(i, j)), where noise(j) = (slots − 1) / N(j) is
  /// what chance does to the chi-square distance of a profile from N contacts, and the excess is the distance of
  /// i and j beyond their noise: the precision of j as an estimate of i.
  func pooled() -> [[Double]] {
    let slots = shares[0].count
    return (0..<7).map { i in
      let openSlots = Double(max(1, open[i].count { $0 } - 1))
      guard effective[i] > 0 else { return shares[i] }
      var row = [Double](repeating: 0, count: slots)
      var total = 0.0
      for j in 0..<7 where open[j] == open[i] && effective[j] > 0 {
        let noise = openSlots / effective[j]
        var distance = 0.0
        for s in 0..<slots where j != i {
          let sum = shares[i][s] + shares[j][s]
          let difference = shares[i][s] - shares[j][s]
          if sum > 0 { distance += 2 * difference * difference / sum }
        }
        let excess = j == i ? 0 : max(0, distance - noise - openSlots / effective[i])
        let weight = 1 / (noise + excess)
        total += weight
        for s in 0..<slots { row[s] += weight * shares[j][s] }
      }
      return row.map { $0 / total }
    }
  }
}
