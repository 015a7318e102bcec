import Glibc
import Simulation

/// What becomes of the core's speed with many agents, two threads and a whole center, and of its memory with contacts.
struct SimulationScale {
  /// Runs all cases and prints the table.
  func run() async throws {
    var table = Table(["question", "answer", "goal"])
    let small = try nanoseconds(SimulationCases.m1)
    let large = try nanoseconds(SimulationCases.thousand)
    table.add([
      "1000 agents at 98 % load, CPU time of M1's per arrival", decimals(large / small, 2),
      "≤ 1.40",
    ])
    let one = try await wallSeconds(SimulationCases.m3, replications: 2000, threads: 1)
    let two = try await wallSeconds(SimulationCases.m3, replications: 2000, threads: 2)
    table.add(["two threads over one, wall time", decimals(one / two, 2), "≥ 1.85"])
    let day = try await wallSeconds(SimulationCases.fullDay, replications: 200, threads: 2)
    table.add(["a full day, 200 replications on two threads, seconds", decimals(day, 2), "≤ 0.50"])
    print(table.text, terminator: "")
  }

  /// CPU nanoseconds per arrival on one thread.
  private func nanoseconds(_ item: SimulationCase) throws -> Double {
    var offered = 0
    let measurement = try Measurement {
      offered = try simulateSerially(
        item.model, options: SimulationOptions(seed: 1, replications: item.replications)
      ).total.offered
    }
    return measurement.best / Double(offered) * 1e9
  }

  /// The least wall seconds of five runs: a neighbor can only add.
  private func wallSeconds(
    _ item: SimulationCase, replications: Int, threads: Int
  ) async throws -> Double {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = wall()
      keep(
        try await simulate(
          item.model,
          options: SimulationOptions(seed: 1, replications: replications, threads: threads)))
      best = min(best, wall() - start)
    }
    return best
  }

  private func wall() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Simulates M1 with so many arrivals and prints the largest memory the process had, in kilobytes.
  static func printMemory(arrivals: Double) throws {
    let item = SimulationCases.single(name: "M1", agents: 50, load: 48, arrivals: arrivals)
    keep(try simulateSerially(item.model, options: SimulationOptions(seed: 1, replications: 1)))
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print(usage.ru_maxrss)
  }
}
