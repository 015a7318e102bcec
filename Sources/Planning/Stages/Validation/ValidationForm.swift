internal import ContactCenter
internal import Simulation

/// The rows of a validation with what happened filled in, waiting for the bands of the simulation.
struct ValidationForm {
  private(set) var rows: [ValidationRow] = []
  /// What the sampler must fill, row by row.
  private(set) var sampled: [ReplayRow] = []
  let pools: [ReplayPool]
  /// By queue of the model, in order of name.
  let definitions: [ServiceLevelDefinition]

  /// Lists the rows of a replay: the run, days, and intervals in which somebody came.
  init(_ replay: ReplayPeriod) {
    let names = replay.model.queues.map(\.name).sorted()
    let grouping = ReplayPool.pools(of: replay.model)
    pools = grouping.pools
    definitions = names.map { replay.actual[$0]?.definition ?? .offered }
    let shift = replay.model.firstReportedInterval
    let every = Array(replay.intervals.indices)
    let occupancies = pools.map { Self.occupancy($0, names: names, replay) }
    let actual = names.enumerated().map { queue, name in
      (replay.actual[name]?.series ?? [:]).merging(
        [.occupancy: occupancies[grouping.ofQueue[queue]]]) { first, _ in first }
    }
    func add(_ period: OutcomeRow.Period, _ queue: Int, _ intervals: [Int]) {
      guard let first = intervals.first, let service = replay.actual[names[queue]] else { return }
      let offered = intervals.reduce(0) { $0 + service.offered[$1] }
      guard offered > 0 else { return }
      let pool = grouping.ofQueue[queue]
      var row = ValidationRow(
        period: period, start: replay.intervals[first].start, queue: names[queue],
        offered: roundedToDecimals(offered, RecordDecimals.contacts),
        agents: roundedToDecimals(
          agents(pools[pool], intervals.filter { service.offered[$0] > 0 }, replay, shift),
          RecordDecimals.agents),
        handleSecondsMean: handleTime(names[queue], intervals, service, replay), bands: [])
      var known: [[Int]] = []
      for measure in ValidationMeasure.allCases {
        let series = actual[queue][measure] ?? RatioSeries(count: every.count)
        // Only intervals of which the history tells are simulated: both sides count the same contacts. Without any the
        // simulation is shown alone.
        let told = intervals.filter { series.denominators[$0] > 0 }
        row.bands.append(ValidationBand(actual: series.ratio(over: told)))
        known.append((told.isEmpty ? intervals : told).map { $0 + shift })
      }
      rows.append(row)
      sampled.append(ReplayRow(queue: queue, pool: pool, intervals: known))
    }
    for queue in names.indices { add(.run, queue, every) }
    for queue in names.indices {
      for day in replay.days { add(.day, queue, Array(day)) }
    }
    for queue in names.indices {
      for interval in every { add(.interval, queue, [interval]) }
    }
  }

  /// The rows with the bands of the simulation, in the order of `sampled`.
  func filled(_ bands: [ValidationBand]) -> [ValidationRow] {
    let measures = ValidationMeasure.allCases
    return rows.enumerated().map { number, row in
      var copy = row
      for (index, measure) in measures.enumerated() {
        let band = bands[number * measures.count + index]
        copy.bands[index].simulated = band.simulated
        copy.bands[index].low = band.low
        copy.bands[index].high = band.high
        copy.bands[index].round(measure.decimals)
      }
      return copy
    }
  }

  /// What a pool's agents were busy with over how long they were there.
  ///
  /// Nothing is known where agents take several contacts at a time, since handle times then overlap, or where a queue of
  /// the pool has no handle times.
  private static func occupancy(
    _ pool: ReplayPool, names: [String], _ replay: ReplayPeriod
  ) -> RatioSeries {
    var series = RatioSeries(count: replay.intervals.count)
    let shift = replay.model.firstReportedInterval
    let members = pool.queues.map { names[$0] }
    let single = replay.model.queues.allSatisfy { !members.contains($0.name) || $0.sessions == 1 }
    guard single, members.allSatisfy({ replay.handleTimesKnown.contains($0) }) else {
      return series
    }
    for interval in replay.intervals.indices {
      let staffed = pool.staffedSeconds[interval + shift]
      let busy = members.reduce(0.0) {
        $0 + ((replay.actual[$1]?.handleSeconds[interval] ?? nil) ?? 0)
      }
      if staffed > 0 { series[interval] = (busy, staffed) }
    }
    return series
  }
}

/// Mean agents of a pool.
private func agents(
  _ pool: ReplayPool, _ intervals: [Int], _ replay: ReplayPeriod, _ shift: Int
) -> Double {
  var (staffed, seconds) = (0.0, 0.0)
  for interval in intervals {
    staffed += pool.staffedSeconds[interval + shift]
    seconds += Double(replay.intervals[interval].seconds)
  }
  return seconds > 0 ? staffed / seconds : 0
}

/// The mean handle time replayed, over contacts offered.
private func handleTime(
  _ queue: String, _ intervals: [Int], _ service: ActualService, _ replay: ReplayPeriod
) -> Double? {
  guard let means = replay.handleSeconds[queue] else { return nil }
  var (seconds, contacts) = (0.0, 0.0)
  for interval in intervals {
    seconds += means[interval] * service.offered[interval]
    contacts += service.offered[interval]
  }
  return contacts > 0 ? roundedToDecimals(seconds / contacts, RecordDecimals.seconds) : nil
}
