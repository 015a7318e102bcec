internal import ContactCenter
internal import Simulation

/// The `simulation` section of a plan.
enum SimulationSection {
  static func read(_ node: PlanNode) throws(PlanError) -> SimulationSettings {
    let keys = try node.section(PlanKeyCatalog.simulation)
    var settings = SimulationSettings()
    if let count = keys["replications"] { settings.replications = try count.whole(2...1_000_000) }
    if let seed = keys["seed"] { settings.seed = UInt64(try seed.whole(0...Int.max)) }
    if let start = keys["start"] {
      settings.start = try start.choice(SimulationSettings.Start.self)
    }
    if let sampling = keys["sampling"] {
      settings.sampling = try sampling.choice(SimulationOptions.Sampling.self)
    }
    if let precision = keys["precision"] {
      settings.precision = try precision.value("a share above zero") { text in
        Share(text: text).flatMap { $0.value > 0 ? $0 : nil }
      }
    }
    if let flag = keys["control_variates"] { settings.usesControlVariates = try flag.flag() }
    return settings
  }
}
