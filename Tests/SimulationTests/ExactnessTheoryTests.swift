import Exactness
import Foundation
import Simulation
import TestSupport
import Testing

/// A part of `make exactness`: cases of every reference file, under one seed, as sharply as all of it.
@Suite(.enabled(if: TestBuild.isOptimized, "millions of arrivals need an optimized build"))
struct ExactnessTheoryTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data")

  /// Which cases of a table are run, by words in their names; the cheap ones that hold every behavior.
  static let selection: [(table: String, cases: [String])] = [
    (
      "multiskill_exact.csv",
      [
        "V_priority_same_aht", "N_own_first", "W_three_classes", "X_most_idle", "N_reserve1",
        "overflow_loss", "X_fcfs_room7",
      ]
    ),
    ("tv_cases.csv", ["day_finish", "day_preempt", "no_abandon_const"]),
    ("tv_staffing_methods.csv", ["sin_long mol_avg"]),
    (
      "chat_exact_least_loaded.csv",
      ["60 chats, 3 agents, 3 sessions", "12 chats, 1 agents, 2 sessions"]
    ),
    ("erlang_x_exact_orbit.csv", ["60 calls, 4 agents, 12 lines", "60 calls, 5 agents"]),
    ("skills_endpoints_6types_90agents.csv", ["12.0 erlangs a type, 6 skills"]),
    ("mmnk_trunks.csv", ["200 calls, 12 agents, 14 lines"]),
    ("mmn_g_patience.csv", [", 12 agents, T 20"]),
  ]

  @Test("The simulator agrees with exact values of every kind", arguments: selection)
  func agrees(table: String, cases: [String]) throws {
    let all = try #require(
      try ExactTableCatalog.all(in: Self.folder).first { $0.name.hasPrefix(table) })
    let chosen = all.cases.filter { own in cases.contains { own.name.contains($0) } }
    #expect(chosen.count >= cases.count)
    let checks = try chosen.flatMap { try ExactStudy($0, seed: 20_261_122).checks }
    let summary = ExactSummary(checks)
    #expect(summary.scored > 0)
    let broken = summary.broken()
    #expect(broken.isEmpty, "\(broken.joined(separator: "\n"))")
    #expect(summary.outside.count <= max(1, checks.count / 200))
  }

  @Test("A wrong model is found out: one agent more breaks the law")
  func findsErrors() throws {
    let table = try #require(try ExactTableCatalog.all(in: Self.folder).first)
    let example = try #require(table.cases.first { $0.name == "V_priority_same_aht" })
    var model = example.model
    if case .counts(let counts) = model.staffing {
      model.staffing = .counts(counts.mapValues { $0.map { $0 + 1 } })
    }
    let wrong = ExactCase(
      name: "one agent more", model: model, measures: example.measures,
      contacts: example.contacts)
    #expect(!ExactSummary(try ExactStudy(wrong, seed: 20_261_122).checks).broken().isEmpty)
  }

  @Test("Where everybody tries again for ever there is no steady state, and the numbers are finite")
  func unstable() throws {
    let models = try ExactTable.unstableRedials(Self.folder)
    #expect(models.count >= 8)
    for (name, model) in models {
      let tally = try simulateOnce(model, seed: 20_261_122)
      for own in tally.queues {
        #expect(own.isConserved, "\(name)")
        #expect(own.answeredWaitSeconds.isFinite && own.abandonedWaitSeconds.isFinite)
      }
      #expect(tally.queue(0, over: 0..<3).redialed > 10_000, "\(name)")
    }
  }
}
