import ContactCenter
import Simulation
import TestSupport
import Testing

@Suite(.enabled(if: TestBuild.isOptimized, "millions of arrivals need an optimized build"))
struct ChatTheoryTests {
  static let rows = ReferenceTable.rows("chat_exact_least_loaded.csv").filter { row in
    // Without slow-down, and where abandonment is neither rare nor nearly certain.
    let abandonment = Double(row["p_abandon"] ?? "") ?? 0
    return row["slowdown"] == "0" && abandonment > 0.02 && abandonment < 0.6
      && (Int(row["max_sessions"] ?? "") ?? 0) > 1
  }

  @Test("Agents with several sessions agree with the exact chain of least-loaded routing")
  func sessions() throws {
    #expect(Self.rows.count > 8)
    for row in Self.rows.prefix(12) {
      func number(_ column: String) throws -> Double {
        try #require(row[column].flatMap(Double.init))
      }
      let queue = QueueModel(
        name: "chat", expectedContacts: [try number("chats_per_hour")],
        meanHandleSeconds: [try number("aht_s")], meanPatienceSeconds: try number("patience_s"),
        target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(0)),
        sessions: Int(try number("max_sessions")))
      let perHour = try number("chats_per_hour")
      let model = Study.stationary(
        queues: [queue], groups: [GroupModel(name: "g", queues: ["chat"])],
        agents: ["g": Int(try number("n"))], measuredSeconds: Int(40_000 / perHour) * 3600)
      let study = try Study(model, over: 1..<2, seed: 20_261_101, replications: 30)
      let label =
        "\(perHour) chats, \(row["n"] ?? "") agents, \(row["max_sessions"] ?? "") sessions"
      expect(
        study.queues[0].abandonment, equals: try number("p_abandon"), sharpness: 0.05, label)
      expect(
        study.queues[0].inThreshold, equals: 1 - (try number("p_wait")), sharpness: 0.05, label)
      expect(
        study.occupancy[0], equals: try number("agent_active"), sharpness: 0.02, label)
    }
  }
}
