import ContactCenter
import Queueing
import Testing

@Suite("Redials against an 18-digit table")
struct ErlangXReferenceTests {
  @Test("every row of erlang_x_fixed_point.csv; what has no solution is refused")
  func table() throws {
    let table = try ReferenceTable("erlang_x_fixed_point.csv")
    #expect(table.rows.count == 30)
    var refused = 0
    for row in table.rows {
      let traffic = try Traffic(
        contacts: row.number("calls_per_hour"), inSeconds: 3600,
        meanHandleSeconds: row.number("aht_s"), meanPatienceSeconds: row.number("patience_s"))
      func answer() throws -> RedialMeasures {
        try ErlangX.measures(
          of: traffic, agents: Int(row.number("n")), lines: Int(row.number("K")),
          redialAbandon: row.number("redial_abandon"), redialBlock: row.number("redial_block"),
          threshold: row.number("T_s"))
      }
      if try row.number("solvable") == 0 {
        refused += 1
        #expect(throws: QueueingError.self, "\(row)") { try answer() }
        continue
      }
      let x = try answer()
      try expectClose(x.attemptsPerHour, "attempts_per_hour", row)
      try expectClose(x.attemptsPerContact, "attempts_per_call", row)
      try expectClose(x.measures.attemptsPerContact, "attempts_per_call", row)
      try expectClose(x.measures.blocking, "p_block", row)
      try expectTail(x.measures.blocking, "p_block", row)
      try expectClose(x.measures.abandonment, "p_abandon", row)
      try expectClose(x.servedPerContact, "served_per_call", row)
      try expectClose(x.measures.meanWaitAnsweredSeconds, "asa_served_s", row)
      try expectClose(x.measures.serviceLevel(.offered), "sl_offered", row)
      try expectClose(x.measures.occupancy, "occupancy", row)
    }
    #expect(refused == 6)
    table.expectAllRead()
  }
}
