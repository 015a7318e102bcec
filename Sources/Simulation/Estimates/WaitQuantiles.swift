/// Waits of answered contacts, summed over replications, and their quantiles.
struct WaitQuantiles {
  private let queueCount: Int
  /// At `(day * queueCount + queue) * WaitHistograms.size + bucket`.
  private var counts: ContiguousArray<Int> = []

  init(queueCount: Int) { self.queueCount = queueCount }

  /// Takes in the histograms of one replication.
  mutating func add(_ waits: WaitHistograms) {
    if counts.count < waits.counts.count {
      counts += repeatElement(0, count: waits.counts.count - counts.count)
    }
    for index in waits.counts.indices { counts[index] += Int(waits.counts[index]) }
  }

  /// The histogram of some queues over some days.
  func histogram(days: Range<Int>, queues: [Int]) -> [Int] {
    var sum = [Int](repeating: 0, count: WaitHistograms.size)
    for day in days {
      for queue in queues {
        let start = (day * queueCount + queue) * WaitHistograms.size
        guard start + WaitHistograms.size <= counts.count else { continue }
        for bucket in sum.indices { sum[bucket] += counts[start + bucket] }
      }
    }
    return sum
  }

  /// The wait that a share of the contacts of a histogram did not exceed, in seconds.
  ///
  /// *Formula*: linear inside the bucket in which p times the number of contacts is reached, so that the error is below
  /// the width of a bucket, 1/16 of the wait. Waits below the smallest bucket are 0.
  /// *Edge cases*: nil without contacts.
  static func quantile(_ histogram: [Int], probability: Double) -> Double? {
    let total = histogram.reduce(0, +)
    guard total > 0 else { return nil }
    let rank = probability * Double(total)
    var below = 0
    for (bucket, count) in histogram.enumerated() where count > 0 {
      if Double(below + count) >= rank {
        guard bucket > 0 else { return 0 }
        let edges = WaitHistograms.edges(of: bucket)
        let share = max(0, rank - Double(below)) / Double(count)
        return edges.lowerBound + share * (edges.upperBound - edges.lowerBound)
      }
      below += count
    }
    return nil
  }
}
