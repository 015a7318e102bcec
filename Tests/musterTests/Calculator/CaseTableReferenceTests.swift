import Foundation
import Testing

@Suite("The calculator's table against every formula table")
struct CaseTableReferenceTests {
  @Test(
    "muster erlang --table answers every row of every table, and refuses what has no steady state")
  func everyRow() throws {
    let cases = try ReferenceCases.all()
    #expect(cases.count > 2600)
    let answers = try answers(to: cases, precision: "full")
    #expect(answers.count == cases.count)
    var wrong: [String] = []
    for (one, answer) in zip(cases, answers) {
      let status = answer["status"] ?? ""
      if one.isRefused {
        let numbers = Self.measures.filter { answer[$0]?.isEmpty != true }
        if status == "ok" || status.isEmpty || !numbers.isEmpty {
          wrong.append("\(one.place): not refused: \(status) \(numbers)")
        }
        continue
      }
      guard status == "ok" else {
        wrong.append("\(one.place): \(status)")
        continue
      }
      for (column, expected) in one.expected.sorted(by: { $0.key < $1.key }) {
        let found = answer[column] ?? ""
        if !Self.holds(found, expected) {
          wrong.append("\(one.place): \(column) is \(found), expected \(expected)")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) wrong:\n\(wrong.prefix(20).joined(separator: "\n"))")
  }

  @Test("the bytes do not depend on the number of threads over more than ten chunks")
  func manyChunks() throws {
    // Cases that cost little: a chunk holds 4096 rows.
    let cheap = try ReferenceCases.all().filter { one in
      one.cells["agents"].flatMap(Double.init).map { $0 <= 30 } ?? false
    }
    #expect(cheap.count > 300)
    let count = 11 * 4096
    let cases = (0..<count).map { cheap[$0 % cheap.count] }
    try Binary.withScratch { folder in
      try Self.table(of: cases).write(
        to: folder.appendingPathComponent("cases.csv"), atomically: true, encoding: .utf8)
      let run = try Binary.shell(
        "muster erlang --table cases.csv -o one.csv -q --threads 1 && muster erlang --table cases.csv -o seven.csv -q --threads 7 && cmp one.csv seven.csv && grep -c '' seven.csv",
        in: folder)
      #expect(run.status == 0, "\(run.stderr)")
      #expect(run.stdout == "\(count + 1)\n")
    }
  }

  @Test(
    "the bytes do not depend on the number of threads, and short answers are the full ones rounded")
  func threads() throws {
    let cases = try ReferenceCases.all()
    let full = try answers(to: cases, precision: "full", flags: "--threads 1")
    #expect(try answers(to: cases, precision: "full", flags: "--threads 7") == full)
    let short = try answers(to: cases, precision: "short")
    for (one, other) in zip(full, short) where one["status"] == "ok" {
      let exact = try #require(Double(one["occupancy"] ?? ""))
      let rounded = try #require(Double(other["occupancy"] ?? ""))
      #expect(abs(exact - rounded) <= 0.5000001e-6)
    }
  }

  private static let measures = [
    "load_erlangs", "wait_probability", "block_probability", "abandonment",
    "asa_answered_seconds", "asa_all_seconds", "service_level_offered", "service_level_answered",
    "service_level_forgive", "service_level_credit", "service_level_virtual",
    "abandoned_in_threshold", "wait_tail", "asa_delayed_seconds", "attempts_per_contact",
    "queue_length", "occupancy",
  ]

  private static func holds(_ found: String, _ expected: ReferenceCase.Expected) -> Bool {
    switch expected {
    case .exact(let text): return found == text
    case .close(let text):
      guard let value = Double(found), let reference = Double(text) else { return false }
      return abs(value - reference) <= 1e-9 * max(1, abs(reference))
    case .tail(let text):
      guard let value = Double(found), let reference = Double(text) else { return false }
      return reference >= 1e-300
        ? abs(value / reference - 1) <= 1e-6 : value >= 0 && value < 1.1e-300
    }
  }

  /// The cases as a file.
  private static func table(of cases: [ReferenceCase]) -> String {
    var text = ReferenceCase.columns.joined(separator: ",") + "\n"
    for one in cases {
      let cells = ReferenceCase.columns.map { name in
        let cell = one.cells[name] ?? ""
        return cell.contains(",") ? "\"\(cell)\"" : cell
      }
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  /// What the real program answers, by column.
  private func answers(
    to cases: [ReferenceCase], precision: String, flags: String = ""
  ) throws -> [[String: String]] {
    try Binary.withScratch { folder in
      try Self.table(of: cases).write(
        to: folder.appendingPathComponent("cases.csv"), atomically: true, encoding: .utf8)
      let run = try Binary.shell(
        "muster erlang --table cases.csv -o answers.csv -q --precision \(precision) \(flags)",
        in: folder)
      try #require(run.status == 0, "\(run.stderr)")
      let answers = try String(
        contentsOf: folder.appendingPathComponent("answers.csv"), encoding: .utf8)
      let rows = answers.split(separator: "\n").map(Self.cells)
      let header = try #require(rows.first)
      #expect(header == ReferenceCase.columns + Self.measures + ["status"])
      return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }
  }

  /// The cells of a line of CSV without line ends inside.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
