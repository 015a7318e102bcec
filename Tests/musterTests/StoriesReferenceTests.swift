import Foundation
import TestSupport
import Testing

/// Each folder below `samples/stories` asks one question; its README shows the commands that answer it, and
/// `answers.csv` holds what they say of queues.
///
/// `MUSTER_RECORD_GOLDEN=1` writes the answers anew and fails the run once: then the READMEs must be read as well.
@Suite(.enabled(if: TestBuild.isOptimized, "a minute in a debug build; make test-release runs it"))
struct StoriesReferenceTests {
  static let folder = Binary.checkout.appendingPathComponent("samples/stories")

  static let stories: [String] = {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return found.filter { !$0.hasPrefix(".") && $0 != "README.md" }.sorted()
  }()

  /// The columns of an outcome that a story tells.
  private static let told = [
    "period", "timestamp", "name", "service_level", "service_level_error", "asa_seconds",
    "abandonment",
  ]

  /// The commands of a README: indented lines that begin with `muster simulate`.
  private static func commands(_ story: URL) throws -> [String] {
    let text = try String(contentsOf: story.appendingPathComponent("README.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("    muster simulate ") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// What a command says of queues in the run and on its days.
  private static func answer(_ command: String, in folder: URL) throws -> [String] {
    let run = try Binary.shell(command + " -q -o \(folder.path)/outcome.csv", in: folder)
    #expect(run.status == 0, "\(command): \(run.stderr)")
    let text = try String(contentsOf: folder.appendingPathComponent("outcome.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = rows.first ?? []
    let words = command.split(separator: " ").map(String.init)
    func file(after flag: String) -> String {
      words.firstIndex(of: flag).map { words[$0 + 1] } ?? ""
    }
    let plan = file(after: "--plan")
    let staffing = file(after: "--requirement") + file(after: "--roster")
    func cell(_ row: [String], _ column: String) -> String {
      header.firstIndex(of: column).map { row[$0] } ?? "no column \(column)"
    }
    return rows.dropFirst().filter {
      cell($0, "level") == "queue" && ["run", "day"].contains(cell($0, "period"))
    }.map { row in
      ([plan, staffing] + told.map { cell(row, $0) }).joined(separator: ",")
    }
  }

  @Test("A story's commands say what its answers hold", arguments: stories)
  func answers(name: String) throws {
    let story = Self.folder.appendingPathComponent(name)
    let commands = try Self.commands(story)
    #expect(commands.count > 1, "a story compares")
    try Binary.withScratch { scratch in
      let work = scratch.appendingPathComponent("story")
      try FileManager.default.copyItem(at: story, to: work)
      var lines = [(["plan", "staffing"] + Self.told).joined(separator: ",")]
      for command in commands { lines += try Self.answer(command, in: work) }
      let text = lines.joined(separator: "\n") + "\n"
      let file = story.appendingPathComponent("answers.csv")
      if ProcessInfo.processInfo.environment["MUSTER_RECORD_GOLDEN"] == "1" {
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record(
          "the answers of \(name) were recorded anew: read the difference and the README")
        return
      }
      #expect(try text == String(contentsOf: file, encoding: .utf8), "\(name)")
    }
  }

  @Test("There is a story for each behavior that changes an answer")
  func exist() {
    #expect(
      Self.stories == [
        "bot-outage-monday", "callback-or-queue", "chat-concurrency", "email-after-a-holiday",
        "follow-the-sun", "universal-or-separate",
      ])
  }
}
