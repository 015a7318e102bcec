/// First states of a smoothing model from the first few seasons, good enough to search from.
///
/// *Formula*: a line through the first five seasons; the season is the mean by place of what stands off the line
/// (or of the ratio to it), and the line is drawn again through what is left.
enum SmoothingStart {
  static func states(_ form: SmoothingForm, period: Int, values: [Double]) -> SmoothingState {
    let seasonal = form.hasSeason && period > 1
    let first = values.firstIndex { !$0.isNaN } ?? 0
    let reach = seasonal ? 5 * period : 10
    let window = Array(values[first..<min(values.count, first + max(10, reach))])
    var season = [Double](
      repeating: form.season == .multiplicative ? 1 : 0, count: seasonal ? period : 0)
    var adjusted = window
    var line = Line(window)
    if seasonal {
      for _ in 0..<2 {
        season = seasons(form, period: period, first: first, window: window, line: line)
        for i in window.indices {
          let s = season[(first + i) % period]
          adjusted[i] = form.season == .multiplicative ? window[i] / s : window[i] - s
        }
        line = Line(adjusted)
      }
    }
    guard form.hasTrend else {
      let seen = adjusted.filter { !$0.isNaN }
      let mean = seen.isEmpty ? 0 : seen.reduce(0, +) / Double(seen.count)
      return SmoothingState(level: mean, trend: 0, season: season)
    }
    // The line counts from the first observed step; the state lies one step before the first of all.
    let level = line.level - line.slope * Double(first + 1)
    if form.error == .multiplicative || form.season == .multiplicative, level <= 0 {
      let seen = adjusted.filter { !$0.isNaN }
      return SmoothingState(
        level: seen.reduce(0, +) / Double(max(1, seen.count)), trend: 0, season: season)
    }
    return SmoothingState(level: level, trend: line.slope, season: season)
  }

  private static func seasons(
    _ form: SmoothingForm, period: Int, first: Int, window: [Double], line: Line
  ) -> [Double] {
    let times = form.season == .multiplicative
    var sums = [Double](repeating: 0, count: period)
    var numbers = sums
    for (i, value) in window.enumerated() where !value.isNaN {
      let expected = line.level + line.slope * Double(i)
      let place = (first + i) % period
      if times {
        guard expected > 0 else { continue }
        sums[place] += value / expected
      } else {
        sums[place] += value - expected
      }
      numbers[place] += 1
    }
    var season = sums.indices.map { numbers[$0] > 0 ? sums[$0] / numbers[$0] : times ? 1 : 0 }
    let mean = season.reduce(0, +) / Double(period)
    if times {
      season = season.map { max($0, 0.01) }
      let mean = season.reduce(0, +) / Double(period)
      return season.map { $0 / mean }
    }
    for p in season.indices { season[p] -= mean }
    return season
  }

  /// A least squares line through what is observed, from the first step on.
  private struct Line {
    var level = 0.0
    var slope = 0.0

    init(_ values: [Double]) {
      var n = 0.0
      var (x, y, xx, xy) = (0.0, 0.0, 0.0, 0.0)
      for (i, value) in values.enumerated() where !value.isNaN {
        let t = Double(i)
        n += 1
        x += t
        y += value
        xx += t * t
        xy += t * value
      }
      guard n > 0 else { return }
      let spread = n * xx - x * x
      slope = spread > 0 ? (n * xy - x * y) / spread : 0
      level = (y - slope * x) / n
    }
  }
}
