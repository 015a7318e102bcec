import ArgumentParser
import ContactCenter
import Planning
import Records

/// A past period replayed through the core, beside what really happened.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Replays a past period: simulated service beside what happened, and why they differ.",
    discussion: """
      Every interval gets the contacts, handle times and agents that were recorded, and is simulated many times. What \
      happened is shown beside the simulation's mean and 95 % band; outside the band, a likely cause is named.

      The agents are the history's column agents, or a roster's.

      Examples:
        muster validate samples/northwind/plan.yaml --agents-from roster.csv --from 2025-11-10 --to 2025-11-16
        muster validate plan.yaml --history last-month.csv -o validation.csv --fail-on-miss 10%
      """)

  @Argument(help: "The plan, or a history record with flags in place of a plan.")
  var file: String

  @Option(help: "The history record. Default: the plan's.")
  var history: String?

  @Option(help: "The first day. Default: four weeks before the last.")
  var from: String?

  @Option(help: "The last day, included. Default: the last of the history.")
  var to: String?

  @Option(
    name: .customLong("agents-from"),
    help: "The roster of who was there. Default: the history's column agents.")
  var agentsFrom: String?

  @OptionGroup var planOptions: PlanOptions

  @Option(help: "How often each interval is simulated.")
  var replications: Int?

  @Option(help: "The seed of all random streams.")
  var seed: UInt64?

  @Option(help: "How many replications run at the same time. Default: one per core.")
  var threads: Int?

  @Option(
    name: .customLong("fail-on-miss"),
    help: ArgumentHelp(
      "Exit with 1 when a larger share of a queue's intervals lies outside the band, such as 10%; chance alone takes 5%.",
      valueName: "share"))
  var failOnMiss: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let tolerated = try failOnMiss.map {
      try readFlag($0, "--fail-on-miss", example: "10%") { Share(text: $0) }
    }
    let first = try from.map { try date($0, "--from") }
    let last = try to.map { try date($0, "--to") }
    var options = planOptions
    let isPlan = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    if isPlan { options.plan = file }
    if let history, !isPlan {
      throw CommandFailure(
        .usage,
        "error: two histories are named: \(file) and \(history)\nMaybe name the plan in place of \(file)."
      )
    }
    var input = try HistoryInput.load(file: isPlan ? history : file, options: options)
    try SimulationFlags.apply(replications: replications, seed: seed, to: &input.plan)
    var findings = input.findings
    let roster = try self.roster(options, &findings)
    let result = try await ValidateStage.run(
      plan: input.plan, history: input.history, from: first, to: last, roster: roster?.roster,
      agents: roster?.agents ?? [], threads: max(1, threads ?? Threads.count),
      progress: ProgressLine.handler("replaying", quiet: output.quiet))
    findings += result.findings
    guard !result.rows.isEmpty else { throw nothingToReplay(findings) }
    let text = ValidationText.text(result, grid: input.plan.grid)
    try output.deliver(ValidationTable.bytes(result, zone: input.plan.grid.zone), table: text)
    if output.output != nil, output.output != "-", !output.quiet { Console.message(text) }
    Console.report(findings, quiet: output.quiet)
    let isMissed = tolerated.map { result.shareOutside > $0.value } ?? false
    if let tolerated, isMissed {
      Console.message(
        "error: \(NumberText.percent(result.shareOutside)) of a queue's intervals lie outside the band, more than \(tolerated.text)"
      )
    }
    if isMissed || findings.contains(where: { $0.severity == .error }) {
      throw CommandFailure(.partial, "")
    }
  }

  private func date(_ text: String, _ flag: String) throws -> CivilDate {
    try readFlag(text, flag, example: "2026-03-09") { CivilDate(text: $0) }
  }

  /// The roster that the flag names, with the agents of the plan.
  private func roster(
    _ options: PlanOptions, _ findings: inout [Finding]
  ) throws -> (roster: Roster, agents: [Agent])? {
    guard let agentsFrom else { return nil }
    let draft = try options.draft()
    var reading = try options.files.recordOptions(zone: draft.zone, policy: draft.localTime)
    reading.mapping = [:]
    let roster = try load(RosterRecord.self, from: agentsFrom, options: reading)
    findings += roster.findings
    guard let path = draft.path(draft.plan?.inputs.agents) else { return (roster.value, []) }
    let agents = try load(AgentsRecord.self, from: path, options: reading)
    findings += agents.findings
    return (roster.value, agents.value)
  }

  private func nothingToReplay(_ findings: [Finding]) -> CommandFailure {
    guard let finding = findings.first(where: { $0.severity == .error }) else {
      return CommandFailure(
        .badData,
        "error: nobody came in the period: there is nothing to replay\nMaybe it is a holiday, or the history is of another year."
      )
    }
    return CommandFailure(
      .badData, "\(finding.place): error: \(finding.message)\n\(finding.advice)")
  }
}
