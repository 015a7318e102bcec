import ArgumentParser
import ContactCenter
import Planning
import Records
import Scheduling

/// Overtime and time off for a need that has changed.
struct OffersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offers",
    abstract:
      "Lists overtime to offer where a roster is short, and time off where it has too many.",
    discussion: """
      The roster is one that stands, the requirement a new one: after a changed forecast, say. Each offer keeps the rules of the \
      contract with those before it taken; overtime is ranked by the shortage that an hour of its cost removes, and time off \
      leaves nothing short. Ends with 0 whether or not offers are found.

      Examples:
        muster offers out/roster.csv --plan samples/northwind/plan.yaml --requirement out/requirement.csv
        muster offers roster.csv --plan plan.yaml --requirement new.csv --premium 2 --no-time-off -o offers.csv
        muster offers roster.csv --plan plan.yaml --requirement new.csv --accepted all.csv
      """)

  @Argument(help: "The roster record, or - for standard input.")
  var file: String

  @Option(help: "What is to be covered now.")
  var requirement: String

  @Option(help: "What an hour of overtime costs, in paid hours. Default: 1.5.")
  var premium: Double?

  @Option(
    help: "The agent-hours short that overtime removes at least for an hour of cost. Default: 0.25."
  )
  var leastWorth: Double?

  @Option(help: "The most by which a shift is made longer, such as 2h. Default: 4h.")
  var longest: String?

  @Option(help: "The most offers of overtime, and of time off. Default: 500.")
  var most: Int?

  @Flag(inversion: .prefixedNo, help: "Offer overtime.")
  var overtime = true

  @Flag(inversion: .prefixedNo, help: "Offer time off.")
  var timeOff = true

  @Option(help: "Write the roster with every offer taken to this file.")
  var accepted: String?

  @OptionGroup var roster: RosterFlags

  @OptionGroup var planOptions: PlanOptions

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let draft = try planOptions.draft()
    guard let plan = draft.plan else {
      throw CommandFailure(.usage, "error: contracts are in a plan\nMaybe add --plan plan.yaml.")
    }
    let options = try offerOptions()
    var reader = try RosterInput(draft: draft, files: planOptions.files, flags: roster)
    var input = try reader.input(try reader.roster(file), plan: plan, flags: roster)
    input.requirement = try reader.record(RequirementRecord.self, requirement)
    let result = try OfferStage.run(plan: plan, input, options: options)
    let zone = plan.grid.zone
    try output.deliver(
      try OfferTable.bytes(result, zone: zone), table: OfferTable.text(result, zone: zone))
    if let accepted {
      try AtomicFile.write(try RosterRecord.bytes(of: result.roster, zone: zone), to: accepted)
    }
    Console.report(reader.findings + result.findings, quiet: output.quiet)
    if !output.quiet { Console.message(OfferTable.summary(result)) }
  }

  private func offerOptions() throws -> OfferOptions {
    var options = OfferOptions(offersOvertime: overtime, offersTimeOff: timeOff)
    if let premium {
      guard premium > 0, premium <= 100 else {
        throw CommandFailure(
          .usage, "error: --premium is \(premium)\nMaybe 1.5, for half again as much.")
      }
      options.premium = premium
    }
    if let leastWorth {
      guard leastWorth >= 0, leastWorth.isFinite else {
        throw CommandFailure(.usage, "error: --least-worth is \(leastWorth)\nMaybe 0.25.")
      }
      options.leastWorth = leastWorth
    }
    if let longest {
      let seconds = try readFlag(longest, "--longest", example: "2h") { text in
        Seconds(text: text).flatMap { (0...86_400).contains($0.value) ? $0.value : nil }
      }
      options.longestExtensionMinutes = Int(seconds / 60)
    }
    if let most {
      guard (0...100_000).contains(most) else {
        throw CommandFailure(.usage, "error: --most is \(most)\nMaybe a number up to 100000.")
      }
      options.most = most
    }
    return options
  }
}
