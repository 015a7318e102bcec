import ContactCenter
import Planning

/// Flags about replications that several commands share.
enum SimulationFlags {
  /// Lays the flags over a plan's settings.
  ///
  /// *Throws*: `CommandFailure` with status 64.
  static func apply(replications: Int?, seed: UInt64?, to plan: inout Plan) throws {
    if let replications {
      guard (2...1_000_000).contains(replications) else {
        throw CommandFailure(
          .usage, "error: --replications is \(replications)\nMaybe a number from 2 to 1000000.")
      }
      plan.simulation.replications = replications
    }
    if let seed { plan.simulation.seed = seed }
  }
}
