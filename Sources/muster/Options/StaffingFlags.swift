import ArgumentParser
import ContactCenter
import Planning
import Staffing

/// Flags about staffing over time: methods, intervals, periods of targets, sample paths.
struct StaffingFlags: ParsableArguments {
  @Option(
    name: .customLong("over-time"),
    help:
      "How changing rates become requirements: sipp, sipp-max, lag, lag-max, mol, mol-max, isa or auto. Default: auto."
  )
  var overTime: String?

  @Option(
    name: .customLong("staffing-interval"),
    help: "Time over which the number of agents does not change, such as 30m. Default: the data's.")
  var interval: String?

  @Option(
    name: .customLong("target-over"),
    help: "The period over which service levels are promised: interval, day or week.")
  var targetOver: String?

  @Flag(
    name: .customLong("absence-per-agent"),
    help:
      "Schedule so many that those who show up suffice, each agent being absent with the ledger's unplanned share."
  )
  var absencePerAgent = false

  @Option(help: "Sample paths of the forecast, from which its uncertainty is taken.")
  var paths: String?

  /// Lays the flags over a plan and reads the paths that they or the plan name.
  func apply(to input: inout DemandInput, _ options: PlanOptions, file: String) throws {
    if let targetOver {
      let span: TargetSpan = try choice(targetOver, "--target-over")
      for i in input.plan.queues.indices where input.plan.queues[i].channel.mode != .deferred {
        input.plan.queues[i].target.span = span
      }
    }
    if absencePerAgent { input.plan.staffing.absence = .perAgent }
    try input.loadPaths(options, file: file, named: paths)
  }

  /// How to staff, as the plan and the flags say.
  func options(plan: Plan) throws -> StaffingOptions {
    var options = StaffStage.options(plan: plan)
    if let overTime { options.overTime = try choice(overTime, "--over-time") }
    if let interval {
      let length: IntervalLength = try readFlag(
        interval, "--staffing-interval", example: "30m"
      ) { text in
        guard let seconds = Seconds(text: text)?.value else { return nil }
        return IntervalLength.allCases.first { Double($0.seconds) == seconds }
      }
      options.staffingInterval = length
    }
    return options
  }
}
