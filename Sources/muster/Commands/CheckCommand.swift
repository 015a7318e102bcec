import ArgumentParser
import ContactCenter
import Planning
import Records

/// Validates a plan and every input it names.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validates a plan and every input, across files; prints findings.",
    discussion: """
      Examples:
        muster check samples/northwind/plan.yaml
        muster check samples/corner-shop/plan.yaml
      """)

  @Argument(help: "The plan.")
  var plan: String

  func run() async throws {
    let input = try RunInput.load(plan: plan, folder: nil, needsHistory: false)
    let findings = input.findings + (try PlanCheck.findings(plan: input.plan, data: input.data))
    Console.report(findings)
    let errors = findings.count { $0.severity == .error }
    try Console.line(
      "\(plan): \(input.plan.queues.count) queues, \(input.plan.groups.count) groups, "
        + "\(input.data.agents?.count ?? 0) agents, \(input.files.count) files read, "
        + "\(findings.count) findings, \(errors) of them errors")
    if errors > 0 { throw CommandFailure(.partial, "") }
  }
}
