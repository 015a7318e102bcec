import ArgumentParser
import ContactCenter
import Glibc
import Planning
import Records
import Reporting
import Scheduling
import Tables

/// The results of a run as one workbook, or one roster as pages for people.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Puts the results of a run into one Excel workbook, or shows who works when.",
    discussion: """
      Of a folder: one sheet for each of forecast.csv, requirement.csv, roster.csv and outcome.csv that it holds. Times are \
      what the clock on the wall showed, without their offset.
      Of a roster: the weeks, agents by days, and who is at work in each hour, beside the requirement where one is given. The \
      text is as wide as the terminal, or as COLUMNS says.

      Examples:
        muster report out -o week.xlsx
        muster report out/roster.csv --plan samples/northwind/plan.yaml --requirement out/requirement.csv
        muster report roster.csv --timezone Europe/Dublin --from 2026-03-09 --days 7
      """)

  /// The records that become sheets, in the order of their tabs.
  private static let records = ["forecast", "requirement", "roster", "outcome"]

  @Argument(help: "The folder a run wrote, or a roster record.")
  var source: String

  @Option(name: .shortAndLong, help: "The workbook to write; of a roster, a workbook or a text.")
  var output: String?

  @Option(help: "The requirement to show beside a roster.")
  var requirement: String?

  @Flag(name: .customLong("no-color"), help: "No colors; NO_COLOR says the same.")
  var noColor = false

  @OptionGroup var roster: RosterFlags

  @OptionGroup var planOptions: PlanOptions

  func run() throws {
    var status = stat()
    if source != "-", stat(source, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      try writeWorkbook(ofFolder: source)
    } else if let output, output.hasSuffix(".xlsx"),
      let schema = RecordCatalog.schema(named: "roster")
    {
      try write([try RecordSheet.read(source, schema: schema)], to: output)
    } else {
      try showRoster()
    }
  }

  private func showRoster() throws {
    let draft = try planOptions.draft()
    var reader = try RosterInput(draft: draft, files: planOptions.files, flags: roster)
    let entries = try reader.roster(source)
    // A bare file has no queues: only the zone, and the usual breaks, are of matter.
    let plan =
      try draft.plan
      ?? draft.completed(found: [], length: .fifteenMinutes)
    var input = try reader.input(entries, plan: plan, flags: roster)
    if let requirement {
      input.requirement = try reader.record(RequirementRecord.self, requirement)
    }
    let subject = try AuditStage.subject(plan: plan, input)
    let days = subject.dates.upperBound.days(since: subject.dates.lowerBound)
    guard days <= RosterFlags.mostDays else {
      throw CommandFailure(
        .badData,
        "\(source): error: the roster goes from \(subject.dates.lowerBound.text) on for \(days) days, at most "
          + "\(RosterFlags.mostDays) are shown\nMaybe add --from 2026-03-09 --days 28, or a date is wrong."
      )
    }
    let text = RosterPages.text(
      subject, width: output == nil ? Terminal.width : nil,
      hasColor: !noColor && output == nil && Terminal.hasColor)
    if let output, output != "-" {
      try AtomicFile.write(Array((text + "\n").utf8), to: output)
    } else {
      try Console.line(text)
    }
    Console.report(reader.findings)
  }

  private func writeWorkbook(ofFolder folder: String) throws {
    guard let output, output != "-" else {
      throw CommandFailure(
        .usage,
        "error: -o is \(output.map { "\"\($0)\"" } ?? "missing"): a workbook is not text\n"
          + "Maybe name a file: -o report.xlsx.")
    }
    var sheets: [Sheet] = []
    for name in Self.records {
      let path = folder.hasSuffix("/") ? "\(folder)\(name).csv" : "\(folder)/\(name).csv"
      guard access(path, F_OK) == 0, let schema = RecordCatalog.schema(named: name) else {
        continue
      }
      sheets.append(try RecordSheet.read(path, schema: schema))
    }
    if sheets.isEmpty {
      let names = Self.records.map { "\($0).csv" }.joined(separator: ", ")
      throw CommandFailure(
        .inputMissing,
        "\(folder): error: holds none of \(names)\nMaybe name the folder that muster run wrote.")
    }
    try write(sheets, to: output)
  }

  private func write(_ sheets: [Sheet], to output: String) throws {
    let workbook = Workbook(sheets: sheets)
    try AtomicFile.write(to: output) { _, temporary in
      do {
        try workbook.write(toTemporaryPath: temporary)
      } catch ReportingError.library(_, let message) {
        // The user knows the target, not the temporary file.
        throw ReportingError.library(path: output, message: message)
      }
    }
  }
}

/// A record's file as a sheet: each column typed as the record's schema says, unknown ones as text.
enum RecordSheet {
  /// Reads a file.
  ///
  /// *Throws*: `CommandFailure` with status 65, 66 or 74.
  static func read(_ path: String, schema: RecordSchema) throws -> Sheet {
    let bytes = try InputFile(path: path).readAll()
    do {
      return try sheet(of: ByteChunks(bytes), schema: schema)
    } catch let error as TableError {
      throw CommandFailure(.badData, error.rendered(file: path))
    }
  }

  static func sheet(of source: any ByteSource, schema: RecordSchema) throws -> Sheet {
    var table = try TableReader.open(source)
    let kinds = table.columns.map { name in
      schema.columns.first { $0.name == name }?.kind ?? .text
    }
    var rows: [[Sheet.Cell]] = []
    while try table.next() {
      if rows.count == Workbook.maximumRows {
        // One row too many is enough for the refusal; the rest need not be held.
        rows.append([])
        break
      }
      var row: [Sheet.Cell] = []
      row.reserveCapacity(kinds.count)
      for column in kinds.indices { row.append(try cell(table, column, kinds[column])) }
      rows.append(row)
    }
    return Sheet(name: schema.name, header: table.columns, rows: rows)
  }

  private static func cell(
    _ table: borrowing TableReader, _ column: Int, _ kind: RecordColumn.Kind
  ) throws -> Sheet.Cell {
    if table.isEmpty(column) { return .empty }
    switch kind {
    case .number(let decimals): return .number(try table.number(column), decimals: decimals)
    case .count: return .number(try table.number(column), decimals: 0)
    case .timestamp: return .timestamp(try wallTime(table, column))
    case .text, .date, .timeOfDay, .choice, .skills: return .text(table.text(column))
    }
  }

  /// What the clock on the wall showed where the timestamp's offset held.
  private static func wallTime(
    _ table: borrowing TableReader, _ column: Int
  ) throws -> LocalDateTime {
    let text = table.text(column)
    do throws(TimestampText.Fault) {
      // The whole is read first: a wrong offset is a fault although it is not shown.
      if case .local(let local) = try TimestampText.parse(text) { return local }
      let offset = text.dropFirst(10).firstIndex { "+-Zz".contains($0) } ?? text.endIndex
      if case .local(let local) = try TimestampText.parse(String(text[..<offset])) { return local }
      throw .notATimestamp
    } catch {
      throw TableError(
        code: .value, line: table.line, field: table.columns[column], text: text,
        message: "\(table.columns[column]) is \(TableError.quoted(text)), expected a timestamp",
        hint: error.hint)
    }
  }
}
