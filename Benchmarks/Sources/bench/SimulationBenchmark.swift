import Simulation

/// Figures of the C++ program for one model, in millions of arrivals per CPU-second.
struct SimulationLimit {
  /// With a timer for every waiting contact.
  var timers: Double
  /// With patience checked only when an agent is free.
  var lazy: Double
  /// The same with a counter-based generator, which draws each contact's numbers by its own name as we do.
  var keyed: Double
}

/// Arrivals per CPU-second of the routing-simulation core on one thread, in the three models that all peers ran.
///
/// The whole product runs: model check, layout, engine, tallies and estimates. The exact values beside the results
/// say that it is the same work: a fast wrong answer would be no comparison.
struct SimulationBenchmark {
  /// What the C++ program reports, by model.
  var limits: [String: SimulationLimit] = [:]

  /// Runs all cases and prints the table.
  func run() throws {
    var table = Table([
      "model", "patience", "M arrivals/CPU-s", "median", "C++ timers", "C++ lazy", "C++ keyed",
      "of C++", "goal", "abandoned", "expected",
    ])
    for item in [SimulationCases.m1, SimulationCases.m2, SimulationCases.m3] {
      for hasTimers in [false, true] {
        var total = QueueTally()
        let options = SimulationOptions(
          seed: 1, replications: item.replications, usesPatienceTimers: hasTimers)
        let measurement = try Measurement {
          total = try simulateSerially(item.model, options: options).total
        }
        let millions = Double(total.offered) / 1e6
        let limit = limits[item.name]
        // The C++ line that does the same: our contacts draw by their own names.
        let peer = hasTimers ? limit?.timers : limit?.keyed
        table.add([
          item.name, hasTimers ? "timers" : "lazy", decimals(millions / measurement.best, 2),
          decimals(millions / measurement.median, 2), decimals(limit?.timers ?? .nan, 2),
          decimals(limit?.lazy ?? .nan, 2), decimals(limit?.keyed ?? .nan, 2),
          decimals(millions / measurement.best / (peer ?? .nan), 2), "≥ 0.75",
          decimals(Double(total.abandoned) / Double(max(1, total.offered)), 5),
          decimals(item.abandonment ?? .nan, 5),
        ])
      }
    }
    print(table.text, terminator: "")
  }
}
