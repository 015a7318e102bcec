import ContactCenter
import Queueing
import Staffing
import Testing

@Suite("Sessions against the exact chain")
struct SessionsReferenceTests {
  @Test(
    "agents with several sessions serve as that many: rows of chat_balanced.csv without slowdown")
  func balanced() throws {
    let rows = try staffingTable("../../QueueingTests/Data/chat_balanced.csv").filter {
      $0["slowdown"] == "0"
    }
    #expect(rows.count > 20)
    for row in rows {
      func number(_ column: String) throws -> Double {
        try #require(Double(row[column] ?? ""), "\(column)")
      }
      var erlang = ErlangCase(
        contactsPerHour: try number("chats_per_hour"), handleSeconds: try number("aht_s"))
      erlang.agents = try number("n")
      erlang.maximumSessions = try number("max_sessions")
      erlang.patienceSeconds = try number("patience_s")
      erlang.thresholdSeconds = try number("T_s")
      let answer = try erlang.answer()
      let found: [(String, Double)] = [
        ("p_wait", answer.measures.waitProbability), ("p_abandon", answer.measures.abandonment),
        ("lq", answer.measures.queueLength), ("sl_offered", answer.serviceLevel),
        ("sl_answered", answer.measures.serviceLevel(.answered)),
        ("asa_served_s", answer.measures.meanWaitAnsweredSeconds),
        (
          "sessions_per_agent", answer.measures.occupancy * (erlang.maximumSessions ?? 1)
        ),
      ]
      for (column, value) in found {
        let reference = try number(column)
        #expect(abs(value - reference) <= 1e-9 * max(1, reference), "\(row) \(column) \(value)")
      }
    }
  }
}
