import ContactCenter
import Queueing
import Testing

@Suite("Erlang C against 60-digit tables")
struct ErlangCReferenceTests {
  @Test("every row of erlang_c.csv; loads at or beyond the agents are refused")
  func wholeAgents() throws {
    let table = try ReferenceTable("erlang_c.csv")
    #expect(table.rows.count == 241)
    var refused = 0
    for row in table.rows {
      let traffic = try Traffic(
        contacts: row.number("calls_per_hour"), inSeconds: 3600,
        meanHandleSeconds: row.number("aht_s"))
      let agents = try row.number("n")
      let threshold = try row.number("T_s")
      try expectClose(traffic.loadErlangs, "a_erl", row)
      try expectClose(traffic.loadErlangs / agents, "rho", row)
      if try row.number("stable") == 0 {
        refused += 1
        #expect(throws: QueueingError.self, "\(row)") {
          try ErlangC.measures(of: traffic, agents: agents, threshold: threshold)
        }
        continue
      }
      let m = try ErlangC.measures(of: traffic, agents: agents, threshold: threshold)
      try expectTail(m.waitProbability, "p_wait", row)
      try expectClose(m.meanWaitSeconds, "asa_s", row)
      try expectClose(try #require(m.meanWaitDelayedSeconds), "asa_delayed_s", row)
      try expectClose(m.serviceLevel(.offered), "sl", row)
      try expectTail(m.longWaitProbability, "p_wait_gt_T", row)
      try expectClose(m.queueLength, "lq", row)
      try expectClose(m.occupancy, "occupancy", row)
    }
    #expect(refused == 5)
    table.expectAllRead()
  }

  @Test("fractional agents: every row of erlang_bc_real_n.csv")
  func fractionalAgents() throws {
    var refused = 0
    let table = try ReferenceTable("erlang_bc_real_n.csv")
    #expect(table.rows.count == 63)
    for row in table.rows {
      let load = try row.number("a_erl")
      let agents = try row.number("x_servers")
      let blocking = try ErlangB.blocking(loadErlangs: load, agents: agents)
      try expectTail(blocking, "blocking", row)
      let traffic = try Traffic(contacts: load, inSeconds: 180, meanHandleSeconds: 180)
      if try row.number("stable") == 0 {
        refused += 1
        #expect(throws: QueueingError.self, "\(row)") {
          try ErlangC.measures(of: traffic, agents: agents, threshold: 20)
        }
        continue
      }
      let m = try ErlangC.measures(of: traffic, agents: agents, threshold: 20)
      try expectTail(m.waitProbability, "p_wait", row)
      try expectTail(m.meanWaitSeconds, "asa_s", row)
      try expectClose(m.meanWaitSeconds, "asa_s", row)
      try expectClose(m.serviceLevel(.offered), "sl", row)
    }
    #expect(refused == 30)
    table.expectAllRead()
  }
}
