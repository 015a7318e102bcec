import ContactCenter
import Simulation

/// A day that begins empty, many times over in one replication: after each the center runs dry.
///
/// Days in a row spare the engine its start for a few hundred contacts; two hours without arrivals stand between them, after
/// which a contact in progress is left over once in 10¹⁰ days.
struct DayCenter {
  /// Expected contacts of each piece of constant rate.
  var volumes: [Double]
  /// Length of a piece.
  var pieceSeconds: Int
  /// Pieces in an interval that is measured.
  var pieces = 1
  /// Agents in each interval.
  var agents: [Int]
  var handle: Double
  var patience: Double?
  var isHandedOver: Bool
  /// Days in a replication.
  var days: Int

  /// Pieces of a day, the empty ones after it included.
  private var daySize: Int { volumes.count + drySizes.count }
  /// Time until the center is empty: the last number of agents stays on.
  private var drySizes: [Int] { [3600, max(3600, Int(22 * handle) + 3600)] }

  /// The pieces of an interval, over all days.
  func pieces(of interval: Int) -> [Int] {
    (0..<days).flatMap { day in
      (0..<pieces).map { day * daySize + interval * pieces + $0 }
    }
  }

  /// The days of the model that an interval has: each interval is one, and so is the time after them.
  func modelDays(of interval: Int) -> [Int] {
    (0..<days).map { $0 * (agents.count + 1) + interval }
  }

  /// The last piece of an interval, over all days.
  func lastPieces(of interval: Int) -> [Int] {
    (0..<days).map { $0 * daySize + interval * pieces + pieces - 1 }
  }

  /// All pieces in which contacts arrive.
  var allPieces: [Int] { agents.indices.flatMap { pieces(of: $0) } }

  /// Seconds of an interval, over all days.
  var measuredSeconds: Double { Double(pieceSeconds * pieces * days) }

  /// Contacts of a replication.
  var contacts: Double { volumes.reduce(0, +) * Double(days) }

  /// The model; its threshold of 0 counts who does not wait.
  private var model: SimulationModel {
    let lengths = volumes.map { _ in pieceSeconds } + drySizes
    let numbers =
      agents.flatMap { Array(repeating: $0, count: pieces) }
      + drySizes.map { _ in agents.last ?? 0 }
    func everyDay<Value>(_ day: [Value]) -> [Value] { (0..<days).flatMap { _ in day } }
    var start = 0
    var stretches: [Range<Int>] = []
    for day in 0..<days {
      for interval in agents.indices {
        let first = day * daySize + interval * pieces
        stretches.append(first..<(first + pieces))
      }
      stretches.append((day * daySize + volumes.count)..<((day + 1) * daySize))
    }
    let intervals = everyDay(lengths).map { length in
      defer { start += length }
      return Interval(
        start: Instant(secondsSinceEpoch: start), end: Instant(secondsSinceEpoch: start + length))
    }
    return SimulationModel(
      intervals: intervals, days: stretches,
      queues: [
        QueueModel(
          name: "q", expectedContacts: everyDay(volumes + drySizes.map { _ in 0 }),
          meanHandleSeconds: intervals.map { _ in handle }, meanPatienceSeconds: patience,
          target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(0)))
      ],
      groups: [GroupModel(name: "g", queues: ["q"])],
      staffing: .counts(["g": everyDay(numbers)]),
      attendance: AttendanceModel(shiftEnd: isHandedOver ? .handOver : .finish))
  }

  /// A day as a case: whoever waits, whoever is answered in time, who is busy and how many wait, per interval.
  func example(_ name: String, rows: [ReferenceRow], threshold: Double) -> ExactCase {
    var measures: [ExactMeasure] = []
    for (interval, row) in rows.filter({ $0["interval"] != "total" }).enumerated() {
      if !row.number("sl_offered").isNaN { measures += waits(interval, row, threshold) }
      measures += states(interval, row)
    }
    if let total = rows.first(where: { $0["interval"] == "total" }) {
      measures += totals(total, threshold)
    }
    return ExactCase(name: name, model: model, measures: measures, contacts: contacts)
  }

  private func waits(
    _ interval: Int, _ row: ReferenceRow, _ threshold: Double
  ) -> [ExactMeasure] {
    let all = pieces(of: interval)
    let days = modelDays(of: interval)
    return [
      .share("interval \(interval) P(wait)", row.number("p_wait")) {
        let own = $0.queue(0, at: all)
        return (Double(own.offered - own.answeredInThreshold), Double(own.offered))
      },
      .share("interval \(interval) SL", row.number("sl_offered")) {
        let answered = $0.answered(0, within: threshold, onDays: days)
        return (Double(answered), Double($0.queue(0, at: all).offered))
      },
    ]
  }

  /// Agents at work, and contacts that wait at the end.
  private func states(_ interval: Int, _ row: ReferenceRow) -> [ExactMeasure] {
    let all = pieces(of: interval)
    let last = lastPieces(of: interval)
    let seconds = measuredSeconds
    let days = Double(days)
    // A line at the end of an interval is an event of the day, not of a contact.
    let daily = days / (2 * contacts)
    return [
      .mean("interval \(interval) busy agents", row.number("mean_busy"), chance: 1) {
        ($0.group(0, at: all).busySeconds, seconds)
      },
      .mean(
        "interval \(interval) waiting at the end", row.number("queue_at_end"),
        chance: row.number("queue_at_end") * daily
      ) { tally in
        (last.reduce(0.0) { $0 + Double(tally.queues[$1].backlog) }, days)
      },
    ]
  }

  private func totals(_ row: ReferenceRow, _ threshold: Double) -> [ExactMeasure] {
    let all = allPieces
    let modelDays = agents.indices.flatMap { self.modelDays(of: $0) }
    let days = Double(days)
    return [
      .share("day SL", row.number("sl_offered")) {
        let answered = $0.answered(0, within: threshold, onDays: modelDays)
        return (Double(answered), Double($0.queue(0, at: all).offered))
      },
      .mean("day abandoned", row.number("abandons"), chance: patience == nil ? 0 : 1) {
        let own = $0.queue(0, at: all)
        return (Double(own.abandoned + own.lostInProgress), days)
      },
    ]
  }
}

extension Sequence where Element == ReferenceRow {
  /// The rows of each value of the columns, in the order of the file.
  func runs(by columns: String...) -> [(name: String, rows: [ReferenceRow])] {
    var result: [(name: String, rows: [ReferenceRow])] = []
    for row in self {
      let name = columns.map { row[$0] }.joined(separator: " ")
      if result.last?.name == name {
        result[result.count - 1].rows.append(row)
      } else {
        result.append((name, [row]))
      }
    }
    return result
  }
}
