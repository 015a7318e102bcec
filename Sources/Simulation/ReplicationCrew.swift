internal import Synchronization

/// One engine for each thread, kept from batch to batch: an engine's memory is larger than a short replication is long.
struct ReplicationCrew: Sendable {
  /// An engine that one task at a time runs.
  private final class Worker: Sendable {
    let engine: Mutex<RoutingEngine>

    init(_ layout: ModelLayout, _ options: SimulationOptions) {
      engine = Mutex(RoutingEngine(layout, options))
    }
  }

  private let workers: [Worker]
  /// Replications of a batch: enough that waiting for the slowest thread does not count, few enough that their tallies
  /// stay within some megabytes.
  let batchSize: Int

  init(_ layout: ModelLayout, _ options: SimulationOptions, threads: Int) {
    workers = (0..<threads).map { _ in Worker(layout, options) }
    let cells = layout.intervalCount * (layout.queues.count + layout.groups.count)
    batchSize = threads * min(max(40_000 / max(cells, 1), 4), 64)
  }

  /// The tallies of some replications, in order; some of them where the task is cancelled.
  func tallies(_ range: Range<Int>) async -> [ReplicationTally] {
    if range.isEmpty { return [] }
    return await withTaskGroup(of: [(Int, ReplicationTally)].self) { group in
      for (number, worker) in workers.enumerated() {
        group.addTask {
          var tallies: [(Int, ReplicationTally)] = []
          for replication in stride(
            from: range.lowerBound + number, to: range.upperBound, by: workers.count)
          {
            if Task.isCancelled { break }
            let tally = worker.engine.withLock { $0.run(replication: replication) }
            tallies.append((replication, tally))
          }
          return tallies
        }
      }
      var all: [(Int, ReplicationTally)] = []
      for await part in group { all += part }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
