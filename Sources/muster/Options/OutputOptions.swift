import ArgumentParser
import ContactCenter
import Tables

/// How a table is shown.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, jsonl, md
}

/// Where results go and how.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Write the result to this file instead of standard output.")
  var output: String?

  @Option(help: "table, csv, json, jsonl or md. Default: a table on a terminal, csv elsewhere.")
  var format: OutputFormat?

  @Flag(name: .shortAndLong, help: "Tell nothing but errors.")
  var quiet = false

  /// Whether the result is shown as a table for people.
  var showsTable: Bool {
    let toFile = output != nil && output != "-"
    return (format ?? (toFile || !Console.isTerminal ? .csv : .table)) == .table
  }

  /// Delivers a record given as CSV: to the file, or to stdout in the wanted format.
  ///
  /// - Parameters:
  ///   - csv: the record's bytes.
  ///   - table: what a person at a terminal sees instead of the rows; nil shows the rows.
  func deliver(_ csv: [UInt8], table: String? = nil) throws {
    let toFile = output != nil && output != "-"
    let format = format ?? (toFile || !Console.isTerminal ? .csv : .table)
    let bytes: [UInt8]
    if format == .table, let table {
      bytes = Array((table + "\n").utf8)
    } else {
      bytes = try TabularText.convert(csv, to: format)
    }
    if toFile, let output {
      try AtomicFile.write(bytes, to: output)
    } else {
      try Console.write(bytes)
    }
  }
}
