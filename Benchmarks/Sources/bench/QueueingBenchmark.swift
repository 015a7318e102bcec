import Foundation
import Queueing

/// A year of quarter-hours staffed by Erlang A: the smallest number of agents, and what to expect of it.
struct QueueingBenchmark {
  static let quarters = 35_040

  /// Staffs the year at three sizes of center and prints the table.
  func run() throws {
    var table = Table([
      "a year by Erlang A", "intervals", "CPU seconds", "median", "us per interval", "agents",
    ])
    for peak in [10.0, 100, 1000] {
      var agents = 0
      let measurement = try Measurement { agents = try Self.year(peakErlangs: peak) }
      table.add([
        "peak of \(decimals(peak, 0)) erlangs", "\(Self.quarters)", decimals(measurement.best, 3),
        decimals(measurement.median, 3),
        decimals(measurement.best * 1e6 / Double(Self.quarters), 2),
        "\(agents)",
      ])
    }
    try addSharedYear(to: &table)
    print(table.text, terminator: "")
  }

  /// The requirements alone of the shared year of rates, one core: handle time 300 s, patience 120 s, 80 % within 20 s.
  private func addSharedYear(to table: inout Table) throws {
    guard let shared = ProcessInfo.processInfo.environment["MUSTER_SHARED"],
      let text = try? String(contentsOfFile: shared + "/bench/queueing/lam.txt", encoding: .utf8)
    else {
      print("ABSENT: bench/queueing/lam.txt (MUSTER_SHARED names its folder)")
      return
    }
    let rates = text.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.flatMap { Double($0) }
    }
    var agents = 0
    let measurement = try Measurement {
      var search = AgentSearch(ErlangA.self)
      let goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)
      agents = 0
      for rate in rates {
        agents += try search.agents(
          for: Traffic(arrivalsPerSecond: rate, meanHandleSeconds: 300, meanPatienceSeconds: 120),
          goal: goal)
      }
    }
    table.add([
      "lam.txt, agents alone", "\(rates.count)", decimals(measurement.best, 3),
      decimals(measurement.median, 3),
      decimals(measurement.best * 1e6 / Double(max(1, rates.count)), 2), "\(agents)",
    ])
  }

  /// The agents of all intervals together, 80 % within 20 s, handle time 240 s, patience 120 s.
  static func year(peakErlangs: Double) throws -> Int {
    var search = AgentSearch(ErlangA.self)
    let goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)
    var sum = 0
    for quarter in 0..<quarters {
      // A parabola by day and one by week: near zero at night, so small and large cases are both in it.
      let hour = Double(quarter % 96) / 96
      let day = Double(quarter / 96 % 7) / 7
      let load = peakErlangs * (0.02 + 3.9 * hour * (1 - hour) * (0.5 + 2 * day * (1 - day)))
      let traffic = try Traffic(
        arrivalsPerSecond: load / 240, meanHandleSeconds: 240, meanPatienceSeconds: 120)
      let agents = try search.agents(for: traffic, goal: goal)
      let measures = try ErlangA.measures(
        of: traffic, agents: Double(agents), threshold: goal.thresholdSeconds)
      keep(measures)
      sum += agents
    }
    return sum
  }
}
