import Glibc

/// CPU seconds of several runs of the same work.
struct Measurement {
  /// What one run took, in the order of the runs.
  let seconds: [Double]

  /// The least disturbed run; what is compared with an outside program that reports its best.
  var best: Double { seconds.min() ?? .infinity }
  /// The middle run, or the mean of the two in the middle.
  var median: Double {
    let sorted = seconds.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Runs `work` several times and keeps the CPU seconds of each.
  ///
  /// One run goes ahead uncounted: it faults the memory in and fills the caches.
  init<Result>(runs: Int = 5, of work: () throws -> Result) rethrows {
    keep(try work())
    seconds = try (0..<runs).map { _ in
      let start = cpuSeconds()
      keep(try work())
      return cpuSeconds() - start
    }
  }
}

/// User and system seconds of this process so far: wall time would measure the neighbors.
func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Stops the optimizer from removing work whose result nobody reads.
@inline(never)
func keep<Value>(_ value: Value) {}
