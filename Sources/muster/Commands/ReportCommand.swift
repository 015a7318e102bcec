import ArgumentParser
import ContactCenter
import Glibc
import Records
import Reporting
import Tables

/// The results of a run as one workbook for people.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Puts the results of a run into one Excel workbook.",
    discussion: """
      One sheet for each of forecast.csv, requirement.csv, roster.csv and outcome.csv that the folder \
      holds. Times are what the clock on the wall showed, without their offset.

      Examples:
        muster report out -o week.xlsx
        muster report /srv/plans/2026-11 -o /srv/plans/november.xlsx
      """)

  /// The records that become sheets, in the order of their tabs.
  private static let records = ["forecast", "requirement", "roster", "outcome"]

  @Argument(help: "The folder a run wrote.")
  var folder: String

  @Option(name: .shortAndLong, help: "The workbook to write.")
  var output: String

  func run() throws {
    if output == "-" {
      throw CommandFailure(
        .usage, "error: -o is \"-\": a workbook is not text\nMaybe name a file: -o report.xlsx.")
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
