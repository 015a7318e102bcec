import ArgumentParser
import ContactCenter
import Planning
import Records
import Staffing
import Tables

/// From records of the past to what a plan says of customers and work.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Patience, handle time, redials and busyness from contact or interval records.",
    discussion: """
      Every number comes with a 95 % interval and the count it rests on, and as a line for the plan. A contacts record \
      (a row per contact) tells most; a history (a row per interval) tells patience, handle time and busyness.

      Examples:
        muster fit calls.csv --timezone Europe/Dublin
        muster fit calls.csv --plan plan.yaml --yaml fitted.yaml
        muster fit history.csv --plan plan.yaml --format csv
        muster fit --deinflate history.csv --plan plan.yaml --redial-abandon 40% --redial-delay 10m -o fresh.csv
      """)

  @Argument(help: "The contacts record or history record, or - for standard input.")
  var file: String

  @Flag(
    help: "Write the history without redials: what would have come had all been answered at once.")
  var deinflate = false

  @Option(
    name: .customLong("redial-abandon"),
    help: "Share of abandoned contacts that redial, for --deinflate. Default: the plan's.")
  var redialAbandon: String?

  @Option(name: .customLong("redial-block"), help: "Share of blocked contacts that redial.")
  var redialBlock: String?

  @Option(name: .customLong("redial-delay"), help: "Mean time until they do.")
  var redialDelay: String?

  @Option(
    name: .customLong("redial-window"),
    help: "How long after giving up the same customer is looked for. Default: 4h.")
  var redialWindow: String?

  @Option(
    name: .customLong("recontact-window"),
    help: "How long after an answered contact the same customer is looked for. Default: 14d.")
  var recontactWindow: String?

  @Option(help: "Write the lines for the plan to this file; - for standard output alone.")
  var yaml: String?

  @Flag(
    name: .customLong("best-patience"),
    help: "Write the family of patience that fits best to the lines, in place of the exponential.")
  var bestPatience = false

  @OptionGroup var planOptions: PlanOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let redial = try givenRedial()
    let draft = try planOptions.draft()
    let reading = try planOptions.files.recordOptions(zone: draft.zone, policy: draft.localTime)
    let input = try RecordInput(path: file, mapping: reading.mapping)
    if deinflate { return try writeFresh(input, draft, reading, redial) }
    if redial != nil {
      throw CommandFailure(
        .usage, "error: --redial-… say what --deinflate takes out\nMaybe add --deinflate.")
    }
    let calendar = try loadCalendar(draft, reading)
    var findings = calendar.findings
    let fits: [QueueFit]
    if input.isContacts {
      let contacts = try input.read(ContactsRecord.self, reading)
      findings += contacts.findings
      let grid = draft.plan?.grid ?? TimeGrid(zone: draft.zone, length: .fifteenMinutes)
      fits = FitStage.run(
        contacts: contacts.value, grid: grid, calendar: calendar.value, options: try fitOptions())
    } else {
      let history = try input.read(HistoryRecord.self, reading)
      findings += history.findings
      fits = FitStage.run(
        history: history.value, zone: draft.zone, calendar: calendar.value,
        options: try fitOptions())
    }
    findings += fits.flatMap(\.findings)
    try deliver(fits)
    Console.report(findings, quiet: output.quiet)
  }

  private func deliver(_ fits: [QueueFit]) throws {
    let lines = FitLines.text(fits, bestPatience: bestPatience)
    let plan = (lines ?? "# the records tell nothing that a plan could say") + "\n"
    if yaml == "-" { return try Console.write(Array(plan.utf8)) }
    if let yaml { try AtomicFile.write(Array(plan.utf8), to: yaml) }
    let table = FitTable.text(fits) + (yaml == nil ? "\n\nFor the plan:\n\n" + plan : "\n")
    try output.deliver(FitTable.bytes(fits), table: String(table.dropLast()))
  }

  private func writeFresh(
    _ input: RecordInput, _ draft: PlanDraft, _ reading: RecordOptions, _ redial: Redial?
  ) throws {
    guard !input.isContacts else {
      throw CommandFailure(
        .usage,
        "error: --deinflate takes a history, and \(input.name) is a contacts record\nMaybe name the history with one row per interval."
      )
    }
    let history = try input.read(HistoryRecord.self, reading)
    let result = try FitStage.deinflate(history: history.value, plan: draft.plan, redial: redial)
    try output.deliver(try HistoryRecord.bytes(of: result.history, zone: draft.zone))
    Console.report(history.findings + result.findings, quiet: output.quiet)
  }

  private func givenRedial() throws -> Redial? {
    guard redialAbandon != nil || redialBlock != nil || redialDelay != nil else { return nil }
    func share(_ text: String?, _ flag: String) throws -> Share {
      guard let text else { return Share(0) }
      return try readFlag(text, flag, example: "40%") { Share(text: $0) }
    }
    guard let redialDelay, redialAbandon != nil || redialBlock != nil else {
      throw CommandFailure(
        .usage,
        "error: a redial has a share and a delay\nMaybe --redial-abandon 40% --redial-delay 10m.")
    }
    return Redial(
      afterAbandonment: try share(redialAbandon, "--redial-abandon"),
      afterBlock: try share(redialBlock, "--redial-block"),
      delay: try window(redialDelay, "--redial-delay", example: "10m"))
  }

  private func fitOptions() throws -> FitOptions {
    var options = FitOptions()
    if let redialWindow {
      options.redialWindow = try window(redialWindow, "--redial-window", example: "4h")
    }
    if let recontactWindow {
      options.recontactWindow = try window(recontactWindow, "--recontact-window", example: "14d")
    }
    return options
  }

  private func window(_ text: String, _ flag: String, example: String) throws -> Seconds {
    try readFlag(text, flag, example: example) {
      Seconds(text: $0).flatMap { (1...1e9).contains($0.value) ? $0 : nil }
    }
  }

  private func loadCalendar(
    _ draft: PlanDraft, _ reading: RecordOptions
  ) throws -> (value: BusinessCalendar, findings: [Finding]) {
    guard let path = draft.calendarPath else { return (BusinessCalendar(), []) }
    let loaded = try muster.loadCalendar(
      from: path, options: reading, queues: draft.plan?.queues ?? [])
    return (loaded.value, loaded.findings)
  }
}
