import Glibc

/// `bench simulation|scale|memory|records|queueing|forecast|history|schedule|exactness`, with `--limit M1=13.5,16.3,12.9` for figures of the C++ limit to print
/// beside ours.
@main
struct Main {
  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    guard !arguments.isEmpty else { return usage() }
    switch arguments.removeFirst() {
    case "simulation":
      guard let limits = limits(arguments) else { return usage() }
      try SimulationBenchmark(limits: limits).run()
    case "scale" where arguments.isEmpty: try await SimulationScale().run()
    case "memory" where arguments.count == 1:
      guard let arrivals = Double(arguments[0]) else { return usage() }
      try SimulationScale.printMemory(arrivals: arrivals)
    case "records" where arguments.isEmpty: try RecordsBenchmark().run()
    case "queueing" where arguments.isEmpty: try QueueingBenchmark().run()
    case "forecast" where arguments.isEmpty: try ForecastBenchmark().run()
    case "schedule":
      guard arguments.allSatisfy({ ["A", "B", "C"].contains($0) }) else { return usage() }
      try ScheduleBenchmark(names: arguments.isEmpty ? ["A", "B", "C"] : arguments).run()
    case "history" where arguments.isEmpty: ForecastBenchmark().printHistory()
    case "exactness":
      guard let benchmark = ExactnessBenchmark(arguments) else { return usage() }
      if !(try await benchmark.run()) { exit(1) }
    default: usage()
    }
  }

  private static func usage() {
    print(
      "usage: bench simulation [--limit NAME=TIMERS,LAZY,KEYED ...] | scale | memory N | records | queueing | forecast | history"
        + " | schedule [A] [B] [C]"
        + " | exactness [--seed N] [--table NAME] [--width POINTS] [--all]")
    exit(64)
  }

  /// The figures behind each `--limit`, or nil for arguments that are none.
  private static func limits(_ arguments: [String]) -> [String: SimulationLimit]? {
    var limits: [String: SimulationLimit] = [:]
    guard arguments.count % 2 == 0 else { return nil }
    for index in stride(from: 0, to: arguments.count, by: 2) {
      let parts = arguments[index + 1].split(separator: "=")
      let figures = parts.last?.split(separator: ",").compactMap { Double($0) } ?? []
      guard arguments[index] == "--limit", parts.count == 2, figures.count == 3 else { return nil }
      limits[String(parts[0])] =
        SimulationLimit(timers: figures[0], lazy: figures[1], keyed: figures[2])
    }
    return limits
  }
}
