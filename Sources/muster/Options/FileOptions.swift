import ArgumentParser
import ContactCenter
import Planning
import Records
import Tables

/// How the lines of a data file are written.
struct TableFlags: ParsableArguments {
  @Option(help: "The sign between cells: comma, semicolon, tab or bar. Default: found out.")
  var delimiter: String?

  @Flag(name: .customLong("decimal-comma"), help: "Numbers are written 1,5.")
  var decimalComma = false

  @Flag(
    name: .customLong("decimal-point"), help: "Numbers are written 1.5, also between semicolons.")
  var decimalPoint = false

  @Flag(help: "Pass over lines that begin with #.")
  var comments = false

  /// How the file is written, as far as flags say.
  ///
  /// *Throws*: `CommandFailure` with status 64 for a delimiter that is none.
  func tableFormat() throws -> TableFormat {
    var format = TableFormat(allowsComments: comments)
    if let delimiter { format.delimiter = try byte(delimiter) }
    if decimalComma { format.decimalSign = .comma }
    if decimalPoint { format.decimalSign = .point }
    return format
  }

  private func byte(_ text: String) throws -> UInt8 {
    let named = ["comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"][text] ?? text
    guard named.utf8.count == 1, let byte = named.utf8.first else {
      throw CommandFailure(
        .usage, "error: --delimiter is \"\(text)\"\nMaybe one of comma, semicolon, tab, bar.")
    }
    return byte
  }
}

/// How data files are written and how their times are read.
struct FileOptions: ParsableArguments {
  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: ArgumentHelp(
      "A column under another name, such as offered=Calls; may be repeated.",
      valueName: "column=name"))
  var map: [String] = []

  @OptionGroup var written: TableFlags

  @Option(help: "The local hour that comes twice: error, first, second or by-order.")
  var overlap: String?

  @Option(help: "The local hour that never comes: error, shift or drop.")
  var gap: String?

  /// What a reader must know, in a zone and with a plan's policy where flags say nothing.
  func recordOptions(zone: ZoneRules, policy: LocalTimePolicy, length: IntervalLength? = nil) throws
    -> RecordOptions
  {
    let format = try written.tableFormat()
    var policy = policy
    if let overlap { policy.overlap = try choice(overlap, "--overlap") }
    if let gap { policy.gap = try choice(gap, "--gap") }
    var mapping: [String: String] = [:]
    for entry in map {
      let halves = entry.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2 else {
        throw CommandFailure(
          .usage,
          "error: --map is \"\(entry)\", expected column=name\nMaybe write --map offered=Calls.")
      }
      mapping[halves[0]] = halves[1]
    }
    return RecordOptions(
      file: "", zone: zone, localTimes: policy, mapping: mapping, format: format, length: length)
  }
}

/// A flag's value out of a known set.
///
/// *Throws*: `CommandFailure` with status 64 that lists the set.
func choice<T: RawRepresentable & CaseIterable>(_ text: String, _ flag: String) throws -> T
where T.RawValue == String {
  if let value = T(rawValue: text) { return value }
  let known = T.allCases.map(\.rawValue)
  throw CommandFailure(
    .usage,
    "error: \(flag) is \"\(text)\"\nMaybe \(nearestName(to: text, in: known).map { "\"\($0)\" is meant" } ?? "one of \(known.joined(separator: ", "))")."
  )
}

/// A flag's value read from text.
///
/// *Throws*: `CommandFailure` with status 64 and an example.
func readFlag<T>(_ text: String, _ flag: String, example: String, _ read: (String) -> T?) throws
  -> T
{
  guard let value = read(text) else {
    throw CommandFailure(.usage, "error: \(flag) is \"\(text)\"\nMaybe write \(flag) \(example).")
  }
  return value
}
