import Exactness
import Foundation

/// The simulation beside every exact value: one line for each reference file, under three seeds.
///
/// Two of the seeds were fixed before the first run, and the third was not: a program that is right is right under any.
struct ExactnessBenchmark {
  /// Fixed before the first run.
  static let fixedSeeds: [UInt64] = [20_261_122, 20_261_123]
  /// Not fixed before the first run.
  static let otherSeed: UInt64 = 987_654_321

  /// Checks of one kind that are printed for a table.
  static let mostLines = 20

  var seeds = fixedSeeds + [otherSeed]
  /// Tables whose name contains this; all where empty.
  var tableName = ""
  /// Whether every check is printed.
  var isTalkative = false

  /// The half-width that shares are brought to; a wider one is a quicker look, and never holds.
  var width = ExactStudy.width

  /// Reads `--seed N`, `--table NAME`, `--width POINTS` and `--all`; nil for anything else.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let flag = rest.popFirst() {
      switch flag {
      case "--all": isTalkative = true
      case "--table":
        guard let name = rest.popFirst() else { return nil }
        tableName = name
      case "--width":
        guard let points = rest.popFirst().flatMap({ Double($0) }), points > 0 else { return nil }
        width = points / 100
      case "--seed":
        guard let seed = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
        seeds = [seed]
      default: return nil
      }
    }
  }

  /// Where the tables are: those of the tests, or the reference set itself where `MUSTER_SHARED` names a folder that has it.
  private static var folder: URL {
    let environment = ProcessInfo.processInfo.environment
    if let shared = environment["MUSTER_SHARED"] {
      let reference = URL(filePath: shared).appending(path: "reference/queueing")
      if FileManager.default.fileExists(atPath: reference.path()) { return reference }
    }
    return URL(filePath: #filePath).appending(path: "../../../../Tests/SimulationTests/Data")
      .standardized
  }

  /// Runs all tables, prints a line for each and what is broken, and says whether everything holds.
  func run() async throws -> Bool {
    let list = seeds.map(String.init).joined(separator: ", ")
    print(
      "seeds \(list); two fixed before the first run: \(Self.fixedSeeds[0]), \(Self.fixedSeeds[1])")
    print(
      "| table | rows | checks | scored | worst z | outside 99.9 % | largest half-width | seconds |"
    )
    print("|---|---|---|---|---|---|---|---|")
    var all: [ExactCheck] = []
    var holds = true
    let start = ContinuousClock.now
    var rows = 0
    for table in try ExactTableCatalog.all(in: Self.folder)
    where tableName.isEmpty || table.name.contains(tableName) {
      let begun = ContinuousClock.now
      let checks = try await checks(of: table)
      let summary = ExactSummary(checks)
      let broken = summary.broken(width: width)
      line(table.name, table.rows, summary, since: begun)
      if isTalkative { for check in checks { print("    \(check.text)") } }
      for words in broken.prefix(Self.mostLines) { print("  broken: \(words)") }
      let unlucky = summary.outside.filter { !broken.contains($0.text) }
      for check in unlucky.prefix(Self.mostLines) { print("  outside: \(check.text)") }
      holds = holds && broken.isEmpty
      all += checks
      rows += table.rows
    }
    let summary = ExactSummary(all)
    line("all", rows, summary, since: start)
    return holds && summary.holds
  }

  private func line(
    _ name: String, _ rows: Int, _ summary: ExactSummary, since start: ContinuousClock.Instant
  ) {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let cells = [
      name, "\(rows)", "\(summary.checks.count)", "\(summary.scored)",
      decimals(abs(summary.worst?.score ?? 0), 2), decimals(100 * summary.shareOutside, 2) + " %",
      decimals(100 * summary.widest, 3) + " points", decimals(seconds, 0),
    ]
    print("| " + cells.joined(separator: " | ") + " |")
    fflush(nil)
  }

  /// All checks of a table under all seeds; the order is that of the table, whichever core is done first.
  private func checks(of table: ExactTable) async throws -> [ExactCheck] {
    let work = table.cases.indices.flatMap { index in seeds.map { (index, $0) } }
    let threads = ProcessInfo.processInfo.activeProcessorCount
    return try await withThrowingTaskGroup(of: (Int, [ExactCheck]).self) { group in
      var next = 0
      var results: [(Int, [ExactCheck])] = []
      func begin(_ group: inout ThrowingTaskGroup<(Int, [ExactCheck]), any Error>) {
        guard next < work.count else { return }
        let number = next
        let (index, seed) = work[number]
        let example = table.cases[index]
        let width = width
        group.addTask { (number, try ExactStudy(example, seed: seed, width: width).checks) }
        next += 1
      }
      for _ in 0..<threads { begin(&group) }
      while let result = try await group.next() {
        results.append(result)
        begin(&group)
      }
      return results.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}
