import Foundation
import Testing

/// Each folder below `Golden` is one case: `cmd` is a line of shell, run in a scratch folder that holds copies of
/// the files of `Shared` and of the case; `stdout`, `stderr` and `exit` are what must come.
///
/// `MUSTER_RECORD_GOLDEN=1` writes them anew and fails the run once, so that the difference is read.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  static let shared = folder.deletingLastPathComponent().appendingPathComponent("Shared")

  static let cases: [String] = {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return found.filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// Cases with a file `needs-solver` design shifts.
  static let solverCases = cases.filter {
    FileManager.default.fileExists(
      atPath: folder.appendingPathComponent($0).appendingPathComponent("needs-solver").path)
  }

  static let plainCases = cases.filter { !solverCases.contains($0) }

  /// Whether the program finds HiGHS: `doctor` says so by its exit code.
  static let findsSolver: Bool = {
    let run = try? Binary.withScratch { try Binary.shell("muster doctor", in: $0) }
    return run?.status == 0
  }()

  @Test("The real program answers as recorded", arguments: plainCases)
  func golden(name: String) throws { try check(name) }

  @Test(
    "The real program answers as recorded, with the solver",
    .enabled(if: findsSolver, "HiGHS is not found: scripts/get-highs fetches it"),
    arguments: solverCases)
  func goldenWithSolver(name: String) throws { try check(name) }

  private func check(_ name: String) throws {
    let source = Self.folder.appendingPathComponent(name)
    let command = try String(contentsOf: source.appendingPathComponent("cmd"), encoding: .utf8)
    try Binary.withScratch { scratch in
      let work = scratch.appendingPathComponent("case")
      try FileManager.default.copyItem(at: Self.shared, to: work)
      for file in try FileManager.default.contentsOfDirectory(atPath: source.path) {
        try FileManager.default.copyItem(
          at: source.appendingPathComponent(file), to: work.appendingPathComponent(file))
      }
      for expectation in ["stdout", "stderr", "exit"] {
        try? FileManager.default.removeItem(at: work.appendingPathComponent(expectation))
      }
      let run = try Binary.shell(command, in: work)
      let actual = [
        ("stdout", run.stdout), ("stderr", run.stderr), ("exit", "\(run.status)\n"),
      ]
      if ProcessInfo.processInfo.environment["MUSTER_RECORD_GOLDEN"] == "1" {
        for (file, text) in actual {
          try text.write(
            to: source.appendingPathComponent(file), atomically: true, encoding: .utf8)
        }
        Issue.record("\(name) was recorded anew: read the difference, then run the tests again")
        return
      }
      for (file, text) in actual {
        let expected = try String(contentsOf: source.appendingPathComponent(file), encoding: .utf8)
        #expect(text == expected, "\(name)/\(file)")
      }
      #expect(![132, 134, 139].contains(run.status), "a trap")
    }
  }

  @Test("There are cases")
  func exist() {
    #expect(Self.plainCases.count > 10)
    #expect(Self.solverCases.count > 5)
  }
}
