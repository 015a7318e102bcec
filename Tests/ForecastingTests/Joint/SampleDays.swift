import ContactCenter
import Probability

@testable import Forecasting

/// Days drawn from a known rule: a level per day, shapes within it, Poisson counts.
enum SampleDays {
  static let slots = 16

  /// The mean contacts of a slot on an ordinary day of 16 × `volume`.
  static func mean(_ slot: Int, volume: Double) -> Double {
    volume * (0.6 + 0.8 * Double(slot % 8) / 7)
  }

  /// A series of daily open slots: counts are Poisson with the mean times exp(level + tilt).
  ///
  /// `level` has the given deviation and carries over to the next day by `carry`; `tilt` runs from −1 in the first slot to
  /// 1 in the last, times its own deviation.
  static func series(
    days: Int, volume: Double, level deviation: Double, tilt: Double = 0, carry: Double = 0,
    seed: UInt64 = 1, name: String = "q"
  ) -> DaySeries {
    var counts: [Double] = []
    var level = 0.0
    for d in 0..<days {
      var stream = Xoshiro256(
        StreamKey(seed: seed, replication: d, name: name, purpose: "sample days"))
      level = carry * level + (1 - carry * carry).squareRoot() * deviation * stream.normal()
      let slope = tilt * stream.normal()
      for s in 0..<slots {
        let place = 2 * Double(s) / Double(slots - 1) - 1
        let rate = mean(s, volume: volume) * Self.exponential(level + slope * place)
        counts.append(count(rate, &stream))
      }
    }
    return DaySeries(slotCount: slots, days: self.days(days), counts: counts)
  }

  static func days(_ count: Int, from first: Int = 0) -> [ModelDay] {
    (first..<first + count).map {
      ModelDay(
        date: SampleHistory.monday.advanced(by: $0),
        open: [Bool](repeating: true, count: slots))
    }
  }

  /// A Poisson count.
  static func count(_ rate: Double, _ stream: inout Xoshiro256) -> Double {
    Poisson(mean: rate).quantile(stream.uniformOpen())
  }

  /// eˣ by its series, accurate for the small x of these tests.
  static func exponential(_ x: Double) -> Double {
    (1...24).reversed().reduce(1) { 1 + x / Double($1) * $0 }
  }

  /// A day-ahead forecast of the known means with Poisson bands widened by a relative deviation of the day.
  static func forecast(days: Int, volume: Double, deviation: Double) -> DayForecast {
    var result = DayForecast(zerosForDays: days, slotCount: slots)
    for cell in result.mean.indices { result.mean[cell] = mean(cell % slots, volume: volume) }
    CountQuantiles.write(
      into: &result,
      variance: result.mean.map { $0 + $0 * $0 * deviation * deviation })
    return result
  }
}
