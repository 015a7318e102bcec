import ContactCenter
import Planning
import Simulation

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

  /// Lays flags about sampling over options.
  ///
  /// *Throws*: `CommandFailure` with status 64.
  static func apply(
    precision: String?, sampling: String?, controlVariates: Bool,
    to options: inout SimulationOptions
  ) throws {
    if let precision {
      options.precision = try readFlag(precision, "--precision", example: "0.5%") { text in
        Share(text: text).flatMap { $0.value > 0 ? $0.value : nil }
      }
    }
    if let sampling { options.sampling = try choice(sampling, "--sampling") }
    if controlVariates { options.usesControlVariates = true }
  }

  /// What is worth telling of a precision that was asked for.
  static func findings(_ result: SimulationResult, _ options: SimulationOptions) -> [Finding] {
    guard let wanted = options.precision else { return [] }
    let reached = NumberText.percent(result.halfWidth, 2)
    let count = result.replications
    if result.isPrecise == true {
      return [
        Finding(
          .note, code: "simulate.precise",
          "stopped after \(count) of \(options.replications) replications: the center's service level is known to ± \(reached)",
          place: "precision")
      ]
    }
    return [
      Finding(
        .warning, code: "simulate.not-precise",
        "after all \(count) replications the center's service level is known to ± \(reached), not to ± \(Share(wanted).text)",
        place: "precision", advice: "Maybe allow more: --replications \(min(1_000_000, count * 4))."
      )
    ]
  }
}

/// A flag's point in time: with an offset, or by the wall clock of the zone.
///
/// A reading that comes twice is the first of the two; one that never comes moves forward.
///
/// *Throws*: `CommandFailure` with status 64.
func instantFlag(_ text: String, _ flag: String, zone: ZoneRules) throws -> Instant {
  do {
    switch try TimestampText.parse(text) {
    case .instant(let instant): return instant
    case .local(let local):
      let policy = LocalTimePolicy(overlap: .first, gap: .shift)
      return try zone.resolve(local, policy: policy).instant ?? Instant(secondsSinceEpoch: 0)
    }
  } catch {
    throw CommandFailure(
      .usage, "error: \(flag) is \"\(text)\"\nMaybe write \(flag) 2026-03-09T10:00.")
  }
}
