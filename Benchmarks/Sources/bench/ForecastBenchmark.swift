import ContactCenter
import Forecasting
import Foundation
import LinearAlgebra

/// One queue of 8,736 hours forecast four weeks ahead by every model, with quantiles: CPU seconds of one core.
struct ForecastBenchmark {
  private static let slots = 24
  private static let days = 364
  private static let first = CivilDate(daysSinceEpoch: 19_723)

  /// Fits every model and prints the table, then the update of a day.
  func run() throws {
    useOneThread()
    let history = Self.history(queues: 1, length: .sixtyMinutes)
    let grid = TimeGrid(zone: .utc, length: .sixtyMinutes)
    var table = Table(["8,736 hours, 28 days ahead", "CPU seconds", "median", "goal"])
    let goals = ["auto": 0.04, "auto-wide": 0.5]
    for model in ForecastModelCatalog.all {
      let request = ForecastRequest(grid: grid, days: 28, model: model.name)
      let measurement = try Measurement(runs: 7) {
        try DemandForecaster.forecast(history, request)
      }
      table.add([
        model.name, decimals(measurement.best, 4), decimals(measurement.median, 4),
        goals[model.name].map { decimals($0, 2) } ?? "",
      ])
    }
    let (series, next) = Self.series(history, grid: grid)
    let forecast = try ForecastModelCatalog.all[0].fit(series).forecast([next])
    let update = IntradayUpdate(series)
    let seen = (0..<Self.slots).map { $0 < 12 ? 1.2 * forecast.mean[$0] : .nan }
    let measurement = Measurement(runs: 7) {
      for _ in 0..<100 { keep(update.update(forecast, days: [next], seen: seen)) }
    }
    table.add([
      "update of a day", decimals(measurement.best / 100, 6),
      decimals(measurement.median / 100, 6), "0.001",
    ])
    print(table.text, terminator: "")
  }

  /// Prints a hundred queues of a year of half-hours as a history record.
  func printHistory() {
    let zone = ZoneRules.utc
    var text = "timestamp,queue,channel,offered,answered,handle_seconds\n"
    for queue in Self.history(queues: 100, length: .thirtyMinutes).queues {
      for (start, offered) in zip(queue.starts, queue.offered) {
        let local = zone.local(start)
        let minute = local.secondOfDay / 60
        let time =
          "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
        text +=
          "\(local.date.text)T\(time):00Z,\(queue.queue),voice,\(Int(offered)),\(Int(offered)),"
        text += "\(Int(offered) * 240)\n"
      }
    }
    print(text, terminator: "")
  }

  /// A year of contacts by a rule: a wave by day and week, a slow level, and noise about that of counts.
  private static func history(queues: Int, length: IntervalLength) -> DemandHistory {
    let grid = TimeGrid(zone: .utc, length: length)
    let intervals = grid.intervals(from: first, days: days)
    let made = (0..<queues).map { number in
      var state = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
      func chance() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
      }
      var queue = QueueHistory(queue: "queue \(number + 1)", channel: "voice")
      var level = 0.0
      for (index, interval) in intervals.enumerated() {
        let day = index / length.slotsPerDay
        if index % length.slotsPerDay == 0 { level = 0.8 * level + 0.1 * (chance() - 0.5) }
        let clock = Double(index % length.slotsPerDay) / Double(length.slotsPerDay)
        let week = day % 7 < 5 ? 1.0 : 0.6
        let mean = 20 * week * exp(level + 1.2 * sin(2 * .pi * (clock - 0.3)))
        var sum = 0.0
        for _ in 0..<12 { sum += chance() - 0.5 }
        queue.starts.append(interval.start)
        queue.offered.append(max(0, (mean + mean.squareRoot() * sum).rounded()))
      }
      return queue
    }
    return DemandHistory(queues: made, length: length)
  }

  /// The same contacts as a model sees them, and the day after them.
  private static func series(_ history: DemandHistory, grid: TimeGrid) -> (DaySeries, ModelDay) {
    let open = [Bool](repeating: true, count: slots)
    let past = (0..<days).map { ModelDay(date: first.advanced(by: $0), open: open) }
    let series = DaySeries(slotCount: slots, days: past, counts: history.queues[0].offered)
    return (series, ModelDay(date: first.advanced(by: days), open: open))
  }
}
