import ContactCenter
import Queueing
import Testing

@Suite("Several sessions per agent against a 60-digit table")
struct ConcurrentSessionsReferenceTests {
  @Test("every row of chat_balanced.csv")
  func table() throws {
    let table = try ReferenceTable("chat_balanced.csv")
    #expect(table.rows.count == 144)
    // Three rows hold probabilities below 1e-50, of which the table has the first term of a series.
    let tails = try ReferenceTable("chat_tails.csv").rows
    #expect(tails.count == 3)
    let keys = ["chats_per_hour", "n", "max_sessions", "slowdown"]
    for plain in table.rows {
      let row = plain.replacing(
        tails.first { tail in keys.allSatisfy { tail.cells[$0] == plain.cells[$0] } })
      let traffic = try Traffic(
        contacts: row.number("chats_per_hour"), inSeconds: 3600,
        meanHandleSeconds: row.number("aht_s"), meanPatienceSeconds: row.number("patience_s"))
      let chat = try ConcurrentSessions.measures(
        of: traffic, agents: Int(row.number("n")), sessions: Int(row.number("max_sessions")),
        slowdown: row.number("slowdown"), threshold: row.number("T_s"))
      let m = chat.measures
      try expectTail(m.waitProbability, "p_wait", row)
      try expectTail(m.abandonment, "p_abandon", row)
      try expectClose(m.queueLength, "lq", row)
      try expectClose(m.serviceLevel(.offered), "sl_offered", row)
      try expectClose(m.serviceLevel(.answered), "sl_answered", row)
      try expectClose(m.meanWaitAnsweredSeconds, "asa_served_s", row)
      try expectClose(chat.sessionsPerAgent, "sessions_per_agent", row)
      try expectClose(chat.activeAgents, "agent_active", row)
    }
    table.expectAllRead()
  }
}
