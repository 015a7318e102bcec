/// Simulates a model, replications side by side, and returns the estimates.
///
/// Replications run in batches on `options.threads` tasks; their tallies are taken in in order of replication, so
/// that the result is the same to the last bit for any number of threads.
///
/// With `options.precision` the run ends as soon as the center's service level is that precise, looked at after 10, 20,
/// 40, … replications. `progress` is told after each batch how many replications are done, of the most there may be.
///
/// *Throws*: ``SimulationError`` if the model cannot be simulated, `CancellationError` if the task is cancelled.
/// *Complexity*: O(contacts × log agents) time a replication; memory for agents, waiting contacts and one double
/// per reported row and replication.
public func simulate(
  _ model: SimulationModel, options: SimulationOptions = SimulationOptions(),
  progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
) async throws -> SimulationResult {
  let layout = try ModelLayout(model)
  var estimates = OutcomeEstimates(model, layout, options)
  let stopping = SequentialStopping(options)
  let total = stopping.mostReplications
  let threads = max(1, min(options.threads, total))
  let crew = ReplicationCrew(layout, options, threads: threads)
  var done = 0
  while done < total {
    try Task.checkCancellation()
    let look = stopping.next(after: done)
    func batch(from start: Int) -> Range<Int> { start..<min(start + crew.batchSize, look) }
    var tallies = await crew.tallies(batch(from: done))
    while !tallies.isEmpty {
      try Task.checkCancellation()
      // The next batch runs while this one is taken in, which one thread does for all.
      let next = batch(from: done + tallies.count)
      let ahead = threads > 1 ? next : next.lowerBound..<next.lowerBound
      async let following = crew.tallies(ahead)
      for tally in tallies { try estimates.add(tally) }
      done += tallies.count
      progress?(done, total)
      tallies = await following
      if threads == 1 { tallies = await crew.tallies(next) }
    }
    if stopping.isReached(estimates.halfWidth) == true { break }
  }
  return SimulationResult(estimates, stopping)
}

/// Simulates a model on the calling thread; the same result as ``simulate(_:options:progress:)``.
///
/// *Throws*: ``SimulationError`` if the model cannot be simulated.
public func simulateSerially(
  _ model: SimulationModel, options: SimulationOptions = SimulationOptions()
) throws(SimulationError) -> SimulationResult {
  let layout = try ModelLayout(model)
  var estimates = OutcomeEstimates(model, layout, options)
  let stopping = SequentialStopping(options)
  var engine = RoutingEngine(layout, options)
  var done = 0
  while done < stopping.mostReplications {
    let look = stopping.next(after: done)
    for replication in done..<look { try estimates.add(engine.run(replication: replication)) }
    done = look
    if stopping.isReached(estimates.halfWidth) == true { break }
  }
  return SimulationResult(estimates, stopping)
}

/// Runs one replication and returns its tallies, for benchmarks and studies of one long run.
///
/// *Throws*: ``SimulationError`` if the model cannot be simulated.
public func simulateOnce(
  _ model: SimulationModel, seed: UInt64, replication: Int = 0
) throws(SimulationError) -> ReplicationTally {
  try simulateOnce(model, options: SimulationOptions(seed: seed), replication: replication)
}

/// Runs one replication as `options` say and returns its tallies.
///
/// *Throws*: ``SimulationError`` if the model cannot be simulated.
public func simulateOnce(
  _ model: SimulationModel, options: SimulationOptions, replication: Int
) throws(SimulationError) -> ReplicationTally {
  var engine = RoutingEngine(try ModelLayout(model), options)
  return engine.run(replication: replication)
}

/// Everything that happens in one replication, in order.
///
/// *Throws*: ``SimulationError`` if the model cannot be simulated.
/// *Complexity*: memory for every event; a day of 8,000 contacts has some 30,000.
public func traceOnce(
  _ model: SimulationModel, options: SimulationOptions = SimulationOptions(), replication: Int = 0
) throws(SimulationError) -> [TraceEvent] {
  var engine = RoutingEngine(try ModelLayout(model), options, isTracing: true)
  _ = engine.run(replication: replication)
  return engine.trace
}
