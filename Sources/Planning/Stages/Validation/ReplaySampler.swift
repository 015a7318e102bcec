internal import ContactCenter
internal import Probability
internal import Simulation

/// What one replication gave each row of a validation: two sums per measure.
struct ReplaySample: Sendable {
  /// At `row * measures + measure`.
  var numerators: [Float]
  /// At `row * measures + measure`.
  var denominators: [Float]
}

/// A row to be filled: a queue and the intervals in which each measure is known.
struct ReplayRow: Sendable {
  var queue: Int
  var pool: Int
  /// By measure; intervals of the model.
  var intervals: [[Int]]
}

/// Runs the replications of a replay and collects what each gives every row.
struct ReplaySampler: Sendable {
  let model: SimulationModel
  let options: SimulationOptions
  let rows: [ReplayRow]
  /// By queue.
  let definitions: [ServiceLevelDefinition]
  /// Groups by pool.
  let groups: [[Int]]

  /// One replication.
  func sample(_ replication: Int) throws(SimulationError) -> ReplaySample {
    let tally = try simulateOnce(model, options: options, replication: replication)
    let measures = ValidationMeasure.allCases
    var sample = ReplaySample(numerators: [], denominators: [])
    sample.numerators.reserveCapacity(rows.count * measures.count)
    sample.denominators.reserveCapacity(rows.count * measures.count)
    for row in rows {
      for (measure, intervals) in zip(measures, row.intervals) {
        var (top, bottom) = (0.0, 0.0)
        for interval in intervals {
          let (part, whole) = counts(tally, measure, row, interval)
          top += part
          bottom += whole
        }
        sample.numerators.append(Float(top))
        sample.denominators.append(Float(bottom))
      }
    }
    return sample
  }

  private func counts(
    _ tally: ReplicationTally, _ measure: ValidationMeasure, _ row: ReplayRow, _ interval: Int
  ) -> (Double, Double) {
    if measure == .occupancy {
      var (busy, staffed) = (0.0, 0.0)
      for group in groups[row.pool] {
        let cell = tally.groups[interval * tally.groupCount + group]
        busy += cell.busySeconds
        staffed += cell.staffedSeconds
      }
      return (busy, staffed)
    }
    let cell = tally.queues[interval * tally.queueCount + row.queue]
    switch measure {
    case .serviceLevel:
      let level = ServiceLevelCount(cell, definitions[row.queue])
      return (level.met, level.counted)
    case .abandonment:
      return (Double(cell.abandoned), Double(cell.answered + cell.abandoned + cell.waiting))
    default: return (cell.answeredWaitSeconds, Double(cell.answered))
    }
  }

  /// The mean and the band of every row and measure, over all replications.
  ///
  /// *Throws*: `SimulationError`; `CancellationError`.
  func bands(
    replications: Int, threads: Int,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  ) async throws -> [ValidationBand] {
    let cells = rows.count * ValidationMeasure.allCases.count
    var numerators = [Double](repeating: 0, count: cells)
    var denominators = [Double](repeating: 0, count: cells)
    var realized = [[Float]](repeating: [], count: cells)
    var done = 0
    while done < replications {
      try Task.checkCancellation()
      let end = min(done + threads * 4, replications)
      for sample in try await samples(done..<end, threads: threads) {
        for cell in 0..<cells where sample.denominators[cell] > 0 {
          numerators[cell] += Double(sample.numerators[cell])
          denominators[cell] += Double(sample.denominators[cell])
          realized[cell].append(sample.numerators[cell] / sample.denominators[cell])
        }
      }
      done = end
      progress?(done, replications)
    }
    return (0..<cells).map { cell in
      guard denominators[cell] > 0 else { return ValidationBand() }
      let sorted = realized[cell].sorted().map { Double($0) }
      return ValidationBand(
        simulated: numerators[cell] / denominators[cell],
        low: SampleQuantile.ofSorted(sorted, probability: 0.025),
        high: SampleQuantile.ofSorted(sorted, probability: 0.975))
    }
  }

  /// Some replications side by side, in order.
  private func samples(_ range: Range<Int>, threads: Int) async throws -> [ReplaySample] {
    try await withThrowingTaskGroup(of: [(Int, ReplaySample)].self) { group in
      for worker in 0..<min(threads, range.count) {
        group.addTask {
          var own: [(Int, ReplaySample)] = []
          for replication in stride(
            from: range.lowerBound + worker, to: range.upperBound, by: threads)
          {
            try Task.checkCancellation()
            own.append((replication, try sample(replication)))
          }
          return own
        }
      }
      var all: [(Int, ReplaySample)] = []
      for try await part in group { all += part }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
