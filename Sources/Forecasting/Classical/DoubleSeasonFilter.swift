// Two recursions that share their shape. The multiplicative one is R's `dshw` step by step: its first states, its use of
// the new level in the seasons, its forecasts that carry the last error on without feeding it back into the states.
// The additive one is in error-correction form, which knows what to do with a missing value and has variances.

/// The parameters of double-seasonal exponential smoothing.
struct DoubleSeasonWeights: Hashable, Sendable {
  /// Share of an error that stays in the level.
  var alpha: Double
  /// Share of a change of level that stays in the trend.
  var beta: Double
  /// Share that stays in the short season.
  var gamma: Double
  /// Share that stays in the long season.
  var omega: Double
  /// Share of an error that comes back at the next step.
  var phi: Double
}

/// Level, trend and two seasons, each in the order of the steps to come.
struct DoubleSeasonState: Hashable, Sendable {
  var level: Double
  var trend: Double
  var short: [Double]
  var long: [Double]
}

/// One pass of double-seasonal smoothing over a series.
struct DoubleSeasonFilter {
  /// What a pass found.
  struct Pass {
    /// One-step errors without the carry-over of errors; NaN where missing.
    var errors: [Double]
    /// One-step forecasts without the carry-over.
    var forecasts: [Double]
    var end: DoubleSeasonState
  }

  let values: [Double]
  let isMultiplicative: Bool

  /// Passes over the series.
  func run(_ w: DoubleSeasonWeights, from start: DoubleSeasonState) -> Pass {
    var state = start
    var errors = [Double](repeating: .nan, count: values.count)
    var forecasts = errors
    var (i, j) = (0, 0)
    let (shortCount, longCount) = (start.short.count, start.long.count)
    errors.withUnsafeMutableBufferPointer { errors in
      forecasts.withUnsafeMutableBufferPointer { forecasts in
        state.short.withUnsafeMutableBufferPointer { short in
          state.long.withUnsafeMutableBufferPointer { long in
            var level = start.level
            var trend = start.trend
            for t in 0..<values.count {
              let y = values[t]
              let base = level + trend
              let (s, l) = (short[i], long[j])
              let forecast = isMultiplicative ? base * s * l : base + s + l
              forecasts[t] = forecast
              if y.isNaN {
                level = base
              } else if isMultiplicative {
                let next = w.alpha * (y / (s * l)) + (1 - w.alpha) * base
                trend = w.beta * (next - level) + (1 - w.beta) * trend
                level = next
                short[i] = w.gamma * (y / (next * l)) + (1 - w.gamma) * s
                long[j] = w.omega * (y / (next * s)) + (1 - w.omega) * l
                errors[t] = y - forecast
              } else {
                let error = y - forecast
                level = base + w.alpha * error
                trend += w.alpha * w.beta * error
                short[i] = s + w.gamma * error
                long[j] = l + w.omega * error
                errors[t] = error
              }
              i += 1
              if i == shortCount { i = 0 }
              j += 1
              if j == longCount { j = 0 }
            }
            state.level = level
            state.trend = trend
          }
        }
      }
    }
    state.short = Array(state.short[i...] + state.short[..<i])
    state.long = Array(state.long[j...] + state.long[..<j])
    return Pass(errors: errors, forecasts: forecasts, end: state)
  }

  /// First states as R's `dshw` makes them from the first two long seasons, quirks included.
  ///
  /// The trend is the mean of −1/period₂ times the change of the second long season and of the mean step of the
  /// first, halved; seasons are ratios to a centered moving average.
  static func ratioStart(_ y: [Double], short: Int, long: Int) -> DoubleSeasonState {
    let first = ratioSeason(y, period: short)
    let second = ratioSeason(y, period: long).enumerated().map { $1 / first[$0 % short] }
    var trend = 0.0
    for k in 0..<long {
      let step = k == 0 ? 0 : y[k] - y[k - 1]
      trend += (y[k] - y[long + k]) / Double(long) + step
    }
    trend /= 2 * Double(long)
    let mean = y[..<(2 * long)].reduce(0, +) / Double(2 * long)
    return DoubleSeasonState(
      level: mean - (Double(long) + 0.5) * trend, trend: trend, short: first, long: second)
  }

  private static func ratioSeason(_ y: [Double], period p: Int) -> [Double] {
    var averages: [Double] = []
    var sum = y[..<p].reduce(0, +)
    averages.append(sum / Double(p))
    for k in 1...p {
      sum += y[k + p - 1] - y[k - 1]
      averages.append(sum / Double(p))
    }
    let isEven = p % 2 == 0
    let shift = isEven ? p / 2 : (p - 1) / 2
    var season = [Double](repeating: 1, count: p)
    for k in 0..<p {
      let average = isEven ? (averages[k] + averages[k + 1]) / 2 : averages[k]
      season[(shift + k) % p] = y[shift + k] / average
    }
    return season
  }

  /// First states as means of the first weeks, at most four.
  static func meanStart(_ y: [Double], short: Int, long: Int) -> DoubleSeasonState {
    let reach = min(4, y.count / long) * long
    func mean(_ period: Int) -> [Double] {
      var sums = [Double](repeating: 0, count: period)
      var numbers = sums
      for k in 0..<reach where !y[k].isNaN {
        sums[k % period] += y[k]
        numbers[k % period] += 1
      }
      return sums.indices.map { numbers[$0] > 0 ? sums[$0] / numbers[$0] : .nan }
    }
    let level = mean(1)[0]
    guard !level.isNaN else {
      return DoubleSeasonState(
        level: 0, trend: 0, short: [Double](repeating: 0, count: short),
        long: [Double](repeating: 0, count: long))
    }
    let first = mean(short).map { $0.isNaN ? 0 : $0 - level }
    let second = mean(long).enumerated().map { $1.isNaN ? 0 : $1 - level - first[$0 % short] }
    return DoubleSeasonState(level: level, trend: 0, short: first, long: second)
  }
}
