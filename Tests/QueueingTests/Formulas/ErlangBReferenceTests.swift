import Foundation
import Queueing
import Testing

@Suite("Erlang B against 60-digit tables")
struct ErlangBReferenceTests {
  @Test("every row of erlang_b.csv, also where blocking leaves the range of Double")
  func blocking() throws {
    let table = try ReferenceTable("erlang_b.csv")
    #expect(table.rows.count == 93)
    for row in table.rows {
      let load = try row.number("a_erl")
      let agents = try row.number("n")
      let blocking = try ErlangB.blocking(loadErlangs: load, agents: agents)
      try expectTail(blocking, "blocking", row)
      try expectClose(
        ErlangB.logBlocking(loadErlangs: load, agents: agents), "ln_blocking", row)
      try expectClose(load * (1 - blocking), "carried_erl", row)
      if agents > 0 {
        let traffic = try Traffic(contacts: load, inSeconds: 180, meanHandleSeconds: 180)
        let m = try ErlangB.measures(of: traffic, agents: agents)
        try expectTail(m.blocking, "blocking", row)
        try expectClose(m.answered, complementOf: "blocking", row)
        try expectClose(m.occupancy, "occupancy", row)
      }
    }
    table.expectAllRead()
  }

  @Test("the smallest number of lines: every row of erlang_b_servers.csv")
  func lines() throws {
    let table = try ReferenceTable("erlang_b_servers.csv")
    #expect(table.rows.count == 54)
    var search = AgentSearch(ErlangB.Model())
    for row in table.rows {
      let load = try row.number("a_erl")
      let target = try row.number("target_blocking")
      let lines = try ErlangB.agents(loadErlangs: load, blockingAtMost: target)
      #expect(try Double(lines) == row.number("servers"), "\(row)")
      try expectTail(
        ErlangB.blocking(loadErlangs: load, agents: Double(lines)), "blocking_at_n", row)
      if lines > 0 {
        try expectTail(
          ErlangB.blocking(loadErlangs: load, agents: Double(lines - 1)),
          "blocking_at_n_minus_1", row)
      }
      // The search for a goal takes at least one agent.
      let traffic = try Traffic(contacts: load, inSeconds: 180, meanHandleSeconds: 180)
      let goal = ServiceGoal(thresholdSeconds: 20, maximumBlocking: target)
      #expect(try search.agents(for: traffic, goal: goal) == max(1, lines), "\(row)")
    }
    table.expectAllRead()
  }

  @Test("the largest load: every row of erlang_b_load.csv")
  func load() throws {
    let table = try ReferenceTable("erlang_b_load.csv")
    #expect(table.rows.count == 21)
    for row in table.rows {
      let load = try ErlangB.load(
        agents: row.number("n"), blockingAtMost: row.number("target_blocking"))
      try expectClose(load, "max_load_erl", row)
      // The general search the other way round finds the same.
      let traffic = try Traffic(contacts: 1, inSeconds: 180, meanHandleSeconds: 180)
      let goal = try ServiceGoal(
        thresholdSeconds: 20, maximumBlocking: row.number("target_blocking") - 1e-12)
      let rate = try LoadSearch(ErlangB.Model()).largestArrivalRate(
        for: traffic, agents: row.number("n"), goal: goal)
      try expectClose(rate * 180, "max_load_erl", row)
    }
    table.expectAllRead()
  }
}
