import Glibc

/// `bench simulation|records|queueing|exactness`, with `--limit M1=13.5,16.3` for figures of the C++ limit to print beside ours.
@main
struct Main {
  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    guard !arguments.isEmpty else { return usage() }
    switch arguments.removeFirst() {
    case "simulation":
      guard let limits = limits(arguments) else { return usage() }
      try SimulationBenchmark(limits: limits).run()
    case "records" where arguments.isEmpty: try RecordsBenchmark().run()
    case "queueing" where arguments.isEmpty: try QueueingBenchmark().run()
    case "exactness":
      guard let benchmark = ExactnessBenchmark(arguments) else { return usage() }
      if !(try await benchmark.run()) { exit(1) }
    default: usage()
    }
  }

  private static func usage() {
    print(
      "usage: bench simulation [--limit NAME=TIMERS,LAZY ...] | records | queueing"
        + " | exactness [--seed N] [--table NAME] [--all]")
    exit(64)
  }

  /// The figures behind each `--limit`, or nil for arguments that are none.
  private static func limits(_ arguments: [String]) -> [String: (timers: Double, lazy: Double)]? {
    var limits: [String: (timers: Double, lazy: Double)] = [:]
    guard arguments.count % 2 == 0 else { return nil }
    for index in stride(from: 0, to: arguments.count, by: 2) {
      let parts = arguments[index + 1].split(separator: "=")
      let figures = parts.last?.split(separator: ",").compactMap { Double($0) } ?? []
      guard arguments[index] == "--limit", parts.count == 2, figures.count == 2 else { return nil }
      limits[String(parts[0])] = (figures[0], figures[1])
    }
    return limits
  }
}
