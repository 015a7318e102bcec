import ArgumentParser
import ContactCenter
import Planning
import Records

/// Plans side by side with the same customers.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Simulates plans side by side with the same customers: what one has over the other.",
    discussion: """
      The n-th contact of a queue is the same customer in every plan, so that the difference is known far better than \
      either plan. A * marks a difference whose 95 % interval leaves out zero. More than two plans are each held against \
      the first.

      Forecast and staffing come from each plan's output folder unless flags name them; one file serves all plans, or \
      each plan has its own in the order of the plans.

      Examples:
        muster compare separate.yaml universal.yaml --forecast forecast.csv --roster roster.csv
        muster compare now.yaml then.yaml --requirement now.csv --requirement then.csv -o difference.csv
      """)

  @Argument(help: ArgumentHelp("The plans; at least two.", valueName: "plan"))
  var plans: [String] = []

  @Option(help: "The forecast of all plans. Default: each plan's own.")
  var forecast: String?

  @Option(parsing: .singleValue, help: "The roster; once, or once for each plan.")
  var roster: [String] = []

  @Option(
    parsing: .singleValue, help: "The requirement, each queue with agents of its own; likewise.")
  var requirement: [String] = []

  @Option(
    name: .customLong("group-requirement"), parsing: .singleValue,
    help: "The group requirement: so many agents in each group; likewise.")
  var groupRequirement: [String] = []

  @OptionGroup var planOptions: PlanOptions

  @Option(help: "Independent repetitions of the period. Default: the first plan's.")
  var replications: Int?

  @Option(help: "The seed of all random streams. Default: the first plan's.")
  var seed: UInt64?

  @Option(help: "How many replications run at the same time. Default: one per core.")
  var threads: Int?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    guard plans.count > 1 else {
      throw CommandFailure(
        .usage,
        "error: \(plans.count == 1 ? "one plan" : "no plan") cannot be compared\nMaybe muster compare now.yaml then.yaml."
      )
    }
    guard planOptions.plan == nil else {
      throw CommandFailure(
        .usage,
        "error: plans are compared by name\nMaybe leave out --plan and name it beside the others.")
    }
    var candidates: [CompareStage.Candidate] = []
    var findings: [Finding] = []
    for (index, name) in ComparedPlan.names(of: plans).enumerated() {
      let files = ComparedPlan.Files(
        forecast: forecast,
        staffing: StaffingFiles.Names(
          roster: try one(roster, "--roster", index),
          requirement: try one(requirement, "--requirement", index),
          groupRequirement: try one(groupRequirement, "--group-requirement", index)))
      var loaded = try await ComparedPlan.load(
        plans[index], named: name, files: files, options: planOptions)
      try SimulationFlags.apply(
        replications: replications, seed: seed, to: &loaded.candidate.plan)
      candidates.append(loaded.candidate)
      // The same file read for the second plan has nothing new to tell.
      findings += loaded.findings.filter { !findings.contains($0) }
    }
    let result = try await CompareStage.run(
      candidates, threads: max(1, threads ?? Threads.count),
      progress: ProgressLine.handler("comparing", quiet: output.quiet))
    try output.deliver(ComparisonTable.bytes(result), table: ComparisonText.text(result))
    Console.report(findings + result.findings, quiet: output.quiet)
  }

  /// The file of one plan: the only one, or the one at the plan's place.
  private func one(_ files: [String], _ flag: String, _ index: Int) throws -> String? {
    if files.count <= 1 { return files.first }
    guard files.count == plans.count else {
      throw CommandFailure(
        .usage,
        "error: \(flag) is given \(files.count) times for \(plans.count) plans\nMaybe give it once, or once for each plan."
      )
    }
    return files[index]
  }
}
