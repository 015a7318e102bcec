import ContactCenter
import Foundation
import Simulation

extension ExactTable {
  /// Agents with several sessions that slow each other down, least loaded first; with the balanced table where that is
  /// exact too: no slow-down, one agent or one session.
  static func chat(_ folder: URL) throws -> ExactTable {
    let rows = try ReferenceFolder.rows("chat_exact_least_loaded.csv", in: folder)
    let balanced = try ReferenceFolder.rows("chat_balanced.csv", in: folder).filter {
      $0.number("slowdown") == 0 || $0["n"] == "1" || $0["max_sessions"] == "1"
    }
    let exactNames = Set(rows.map(chatName))
    let rest = balanced.filter { !exactNames.contains(chatName($0)) }
    let cases = (rows + rest).map { row -> ExactCase in
      let center = chatCenter(row)
      var measures = chatMeasures(row, seconds: center.measuredSeconds)
      // Without slow-down as many sessions go on, spread evenly or not, but not at as many agents.
      if !exactNames.contains(chatName(row)), row["n"] != "1", row["max_sessions"] != "1" {
        measures.removeAll { $0.name == activeAgents }
      }
      if let own = balanced.first(where: { chatName($0) == chatName(row) }) {
        let threshold = own.number("T_s")
        measures.append(
          StationaryMeasures.answered(
            within: threshold, "SL \(Int(threshold))", own.number("sl_offered")))
      }
      return center.example(chatName(row), measures)
    }
    return ExactTable(
      name: "chat_exact_least_loaded.csv + chat_balanced.csv (where equal)",
      rows: rows.count + balanced.count, cases: cases.joined)
  }

  private static func chatMeasures(_ row: ReferenceRow, seconds: Double) -> [ExactMeasure] {
    let chance = row.number("p_wait")
    return [
      StationaryMeasures.answeredInTime("P(no wait)", 1 - chance),
      StationaryMeasures.abandonment("P(abandon)", row.number("p_abandon")),
      StationaryMeasures.length(
        "mean waiting", row.number("lq"), chance: chance, seconds: seconds),
      StationaryMeasures.occupancy(activeAgents, row.number("agent_active")),
      .mean("sessions of an agent", row.number("sessions_per_agent")) {
        let own = $0.group(0, at: StationaryCenter.measured)
        return (own.sessionSeconds, own.staffedSeconds)
      },
    ]
  }

  private static var activeAgents: String { "agents active" }

  private static func chatName(_ row: ReferenceRow) -> String {
    "\(row["chats_per_hour"]) chats, \(row["n"]) agents, \(row["max_sessions"]) sessions, "
      + "slow-down \(row["slowdown"]), patience \(row["patience_s"])"
  }

  private static func chatCenter(_ row: ReferenceRow) -> StationaryCenter {
    let sessions = row.whole("max_sessions")
    var behavior = QueueBehavior()
    behavior.handleTimeByLevel = (0..<sessions).map { 1 + row.number("slowdown") * Double($0) }
    let queue = QueueModel(
      name: "chat", expectedContacts: [row.number("chats_per_hour")],
      meanHandleSeconds: [row.number("aht_s")], meanPatienceSeconds: row.number("patience_s"),
      sessions: sessions, behavior: behavior)
    return StationaryCenter(
      queues: [queue], groups: [GroupModel(name: "g", queues: ["chat"])],
      agents: ["g": row.whole("n")], memorySeconds: 2 * row.number("aht_s"))
  }
}
