import Foundation
import Queueing
import Testing

@Suite("Erlang B against 60-digit tables")
struct ErlangBReferenceTests {
  @Test("every row of erlang_b.csv, also where blocking leaves the range of Double")
  func blocking() throws {
    let table = try ReferenceTable("erlang_b.csv")
    #expect(table.rows.count > 80)
    for row in table.rows {
      let load = try row.number("a_erl")
      let agents = try row.number("n")
      let blocking = try ErlangB.blocking(loadErlangs: load, agents: agents)
      try expectTail(blocking, "blocking", row)
      try expectClose(
        ErlangB.logBlocking(loadErlangs: load, agents: agents), "ln_blocking", row)
      try expectClose(load * (1 - blocking), "carried_erl", row)
    }
  }

  @Test("the smallest number of lines: every row of erlang_b_servers.csv")
  func lines() throws {
    for row in try ReferenceTable("erlang_b_servers.csv").rows {
      let lines = try ErlangB.agents(
        loadErlangs: row.number("a_erl"), blockingAtMost: row.number("target_blocking"))
      #expect(try Double(lines) == row.number("servers"), "\(row)")
    }
  }

  @Test("the largest load: every row of erlang_b_load.csv")
  func load() throws {
    for row in try ReferenceTable("erlang_b_load.csv").rows {
      let load = try ErlangB.load(
        agents: row.number("n"), blockingAtMost: row.number("target_blocking"))
      try expectClose(load, "max_load_erl", row)
    }
  }
}
