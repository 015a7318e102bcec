#if canImport(Glibc)
  internal import Glibc
#endif

/// What a plain day-ahead model would have said of each past day from the days before it.
///
/// A weekday profile with a half-life of six weeks times a smoothed level; the smoothing is the one of
/// a small grid with the least error a day ahead. It is not the model that forecasts: it is one cheap
/// enough to be replayed on every day, and its errors hang together as those of any sensible model do.
struct DayReplay {
  /// One day of the past that the replay forecast.
  struct Day {
    /// Days since 1970-01-01.
    let ordinal: Int
    /// Index into the cleaned days.
    let index: Int
    /// The logarithm of the day's total less that of its forecast.
    let error: Double
    /// The total that was forecast.
    let total: Double
  }

  /// The days, oldest first, without occasions and freak days.
  private(set) var days: [Day] = []
  /// Contacts forecast, by element of `days`, then slot.
  private(set) var forecasts: [[Double]] = []
  /// The share of an error that the level follows.
  private(set) var smoothing = 0.2
  /// Levels and weekday effects after each cleaned day, from which later days can be forecast.
  private var states: [State] = []
  private let logs: [Double]
  private let weekdays: [Int]
  private let isOrdinary: [Bool]

  private struct State {
    var level: Double
    var effects: [Double]
    var isReady: [Bool]
  }

  private static let candidates = [0.03, 0.06, 0.1, 0.2, 0.3, 0.45, 0.6]
  private static let halfLifeWeeks = 6.0
  /// Errors beyond this, as logarithms, count as this in choosing.
  private static let largestError = 0.5

  /// Replays cleaned days.
  ///
  /// *Complexity*: O(days · (slots + 7 · 7)).
  init(_ clean: CleanDays) {
    logs = clean.days.map { logTotal($0.total) }
    weekdays = clean.days.map(\.weekday)
    isOrdinary = clean.days.map { $0.occasion == nil && !$0.isOutlier }
    var best = Double.infinity
    for candidate in Self.candidates {
      let (states, errors) = levels(smoothing: candidate)
      let loss = errors.reduce(0) { sum, error in
        guard let error else { return sum }
        let bounded = min(abs(error), Self.largestError)
        return sum + bounded * bounded
      }
      if loss < best {
        best = loss
        smoothing = candidate
        self.states = states
      }
    }
    spread(clean)
  }

  /// Runs the level over all days with one smoothing.
  private func levels(smoothing: Double) -> (states: [State], errors: [Double?]) {
    let slowest = 1 - exp2(-1 / Self.halfLifeWeeks)
    var level = logs.first ?? 0
    var effects = [Double](repeating: 0, count: 7)
    var seen = [Int](repeating: 0, count: 7)
    var states: [State] = []
    var errors: [Double?] = []
    for (log, weekday) in zip(logs, weekdays) {
      let error = log - level - effects[weekday]
      errors.append(seen[weekday] >= 2 ? error : nil)
      if seen[weekday] == 0 {
        effects[weekday] = log - level
      } else {
        level += smoothing * error
        effects[weekday] +=
          max(1 / Double(seen[weekday] + 1), slowest) * (1 - smoothing) * error
      }
      seen[weekday] += 1
      states.append(State(level: level, effects: effects, isReady: seen.map { $0 >= 2 }))
    }
    return (states, errors)
  }

  /// Spreads the day totals over the slots by what was known before each day.
  private mutating func spread(_ clean: CleanDays) {
    let slots = clean.slotCount
    let decay = exp2(-1 / Self.halfLifeWeeks)
    var sums = Array(repeating: [Double](repeating: 0, count: slots), count: 7)
    for (index, day) in clean.days.enumerated() {
      let row = sums[day.weekday]
      let whole = row.reduce(0, +)
      if index > 0, states[index - 1].isReady[day.weekday], whole > 0, isOrdinary[index] {
        let state = states[index - 1]
        let log = state.level + state.effects[day.weekday]
        let total = exp(min(log, 40))
        days.append(
          Day(ordinal: day.ordinal, index: index, error: logs[index] - log, total: total))
        forecasts.append(row.map { total * $0 / whole })
      }
      for (s, value) in clean.values(ofDay: index).enumerated() {
        sums[day.weekday][s] = row[s] * decay + value
      }
    }
    // The exponential of a mean logarithm lies below the mean, noticeably so where days are small.
    let came = days.reduce(0) { $0 + clean.days[$1.index].total }
    let said = days.reduce(0) { $0 + $1.total }
    guard came > 0, said > 0 else { return }
    for index in forecasts.indices {
      for s in forecasts[index].indices { forecasts[index][s] *= came / said }
    }
  }

  /// Errors of the logarithm of the next `count` days forecast after each day, oldest origin first; nil where a day is
  /// out of line or its weekday was new.
  func errorsByOrigin(leads count: Int) -> [[Double?]] {
    guard states.count > 1 else { return [] }
    return (0..<states.count - 1).map { origin in
      let state = states[origin]
      return (origin + 1..<min(origin + 1 + count, states.count)).map { target in
        guard isOrdinary[target], state.isReady[weekdays[target]] else { return nil }
        let error = logs[target] - state.level - state.effects[weekdays[target]]
        return min(max(error, -Self.largestError), Self.largestError)
      }
    }
  }
}
