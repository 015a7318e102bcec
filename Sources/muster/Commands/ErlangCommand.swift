import ArgumentParser
import ContactCenter
import Queueing
import Staffing
import Tables

/// The calculator: one case from flags, or a table of cases to a table of answers.
struct ErlangCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "Answers Erlang cases: agents for a target, or service of given agents.",
    discussion: """
      Erlang A where a patience is given, Erlang C elsewhere; --model names another one. With --solve the target
      finds the largest volume, or the longest handle time, that given agents serve.

      A table has one case per row: model, contacts_per_hour, handle_seconds, agents or target, and what the model
      needs. Its columns come back with the answers after them.

      Examples:
        muster erlang --contacts 100 --per 30m --handle-time 3m --patience 2m --target 80/20
        muster erlang --contacts 200 --handle-time 180s --agents 14
        muster erlang --model erlang-b --contacts 600 --handle-time 2m --max-blocking 1%
        muster erlang --solve volume --agents 12 --handle-time 3m --patience 2m --max-asa 15s
        muster erlang --table cases.csv -o answers.csv --precision full
      """)

  @OptionGroup(title: "One case") var flags: ErlangFlags

  @Option(
    help: ArgumentHelp(
      "A CSV table of cases, - for standard input: one case per row.", valueName: "file"))
  var table: String?

  @OptionGroup var written: TableFlags

  @Flag(
    name: .customLong("all-definitions"),
    help: "Show the service level, and the agents the target asks for, under every definition.")
  var allDefinitions = false

  @Option(help: "short (the decimals of the records) or full (up to 17 significant digits).")
  var precision = "short"

  @Option(help: "How many chunks of a table are computed at the same time. Default: one per core.")
  var threads: Int?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let precision: AnswerPrecision = try choice(precision, "--precision")
    if let table {
      try await answerTable(table, precision)
    } else {
      try answerCase(precision)
    }
  }

  private func answerCase(_ precision: AnswerPrecision) throws {
    let question = try flags.question()
    let answer: ErlangAnswer
    let definitions: [ErlangDefinition]
    do throws(ErlangCaseError) {
      answer = try question.answer()
      definitions = allDefinitions ? question.definitions(answer) : []
    } catch { throw error.failure }
    let page = ErlangText.page(question, answer, period: try flags.period(), flags: flags)
    if allDefinitions {
      try output.deliver(
        ErlangText.bytes(definitions),
        table: page + "\n\n" + ErlangText.table(definitions, own: question.goal.definition))
    } else {
      try output.deliver(
        ErlangText.row(question, answer, AnswerWriter(precision: precision)), table: page)
    }
    if let finding = ErlangText.finding(question, answer) {
      Console.report([finding], quiet: output.quiet)
    }
  }

  private func answerTable(_ path: String, _ precision: AnswerPrecision) async throws {
    if let flag = flags.given.first ?? (allDefinitions ? "--all-definitions" : nil) {
      throw CommandFailure(
        .usage,
        "error: \(flag) is about one case, and --table has its own\nMaybe make it a column.")
    }
    let input = try InputFile(path: path)
    let format = try written.tableFormat()
    let count = max(1, min(threads ?? Threads.count, 256))
    let isPlain = (output.format ?? .csv) == .csv
    let summary: CaseTable.Summary
    do {
      if isPlain, let file = output.output, file != "-" {
        summary = try await AtomicFile.write(to: file) { descriptor in
          try await CaseTable.answer(
            FileBytes(file: input), format: format, file: input.name, precision: precision,
            threads: count
          ) { try Descriptor.write($0, to: descriptor) }
        }
      } else {
        var whole: [UInt8] = []
        summary = try await CaseTable.answer(
          FileBytes(file: input), format: format, file: input.name, precision: precision,
          threads: count
        ) { bytes in if isPlain { try Console.write(bytes) } else { whole += bytes } }
        if !isPlain { try output.deliver(whole) }
      }
    } catch let error as TableError {
      throw CommandFailure(.badData, error.rendered(file: input.name))
    }
    Console.report(summary.findings, quiet: output.quiet)
  }
}
