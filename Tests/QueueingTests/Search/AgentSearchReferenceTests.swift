import ContactCenter
import Queueing
import Testing

@Suite("Required agents against 60-digit tables")
struct AgentSearchReferenceTests {
  @Test("every row of erlang_a_required.csv, from a cold and from a warm start")
  func erlangA() throws {
    let table = try ReferenceTable("erlang_a_required.csv")
    #expect(table.rows.count == 392)
    var warm = AgentSearch(ErlangA.self)
    for row in table.rows {
      let traffic = try Traffic(
        contacts: row.number("calls_per_hour"), inSeconds: 3600,
        meanHandleSeconds: row.number("aht_s"), meanPatienceSeconds: row.number("patience_s"))
      let target = try row.number("target")
      let measure = try row.text("measure")
      var goal = ServiceGoal(thresholdSeconds: row.isEmpty("T_s") ? 0 : try row.number("T_s"))
      if measure == "p_abandon" {
        goal.maximumAbandonment = target
      } else {
        goal.serviceLevel = target
        goal.definition = try #require(
          ErlangAReferenceTests.columns.first { $0.1 == measure }
        ).0
      }
      var cold = AgentSearch(ErlangA.self)
      let expected = try Int(row.number("n"))
      #expect(try cold.agents(for: traffic, goal: goal) == expected, "\(row)")
      #expect(try warm.agents(for: traffic, goal: goal) == expected, "\(row)")
      let exact = cold.fractionalAgents(for: traffic, goal: goal, whole: expected)
      #expect(exact <= Double(expected) && (exact > Double(expected) - 1 || expected == 1))
      func value(_ agents: Int) throws -> Double {
        let m = try ErlangA.measures(
          of: traffic, agents: Double(agents), threshold: goal.thresholdSeconds)
        return goal.serviceLevel == nil ? m.abandonment : m.serviceLevel(goal.definition)
      }
      try expectClose(value(expected), "value_at_n", row)
      try expectClose(
        expected > 1 ? value(expected - 1) : nil, orEmpty: "value_at_n_minus_1", row)
      // No smaller number meets the goal either: here the first to meet it is the first from which on all do.
      let first = try Int(row.number("first_n_meeting"))
      #expect(first == expected)
      for fewer in stride(from: 1, to: first, by: max(1, first / 40)) {
        #expect(goal.margin(of: traffic, agents: Double(fewer), by: ErlangA.self) < 0, "\(row)")
      }
    }
    table.expectAllRead()
  }

  @Test("every row of erlang_c_required.csv")
  func erlangC() throws {
    let table = try ReferenceTable("erlang_c_required.csv")
    #expect(table.rows.count == 240)
    var search = AgentSearch(ErlangC.self)
    for row in table.rows {
      let traffic = try Traffic(
        contacts: row.number("calls_per_hour"), inSeconds: 3600,
        meanHandleSeconds: row.number("aht_s"))
      let target = try row.number("target")
      var goal = ServiceGoal(thresholdSeconds: row.isEmpty("T_s") ? 0 : try row.number("T_s"))
      let kind = try row.text("kind")
      if kind == "asa" {
        goal.maximumASASeconds = target
      } else {
        goal.serviceLevel = target
      }
      if !row.isEmpty("max_occ") { goal.maximumOccupancy = try row.number("max_occ") }
      let found = try Double(search.agents(for: traffic, goal: goal))
      #expect(try found == row.number("n"), "\(row)")
      try expectClose(traffic.loadErlangs, "a_erl", row)
      func value(_ agents: Double) throws -> Double {
        let m = try ErlangC.measures(
          of: traffic, agents: agents, threshold: goal.thresholdSeconds)
        return kind == "asa" ? m.meanWaitSeconds : m.serviceLevel(.offered)
      }
      try expectClose(value(found), "value_at_n", row)
      let before = try row.text("value_at_n_minus_1")
      if before == "unstable" {
        #expect(throws: QueueingError.self) { try value(found - 1) }
      } else if !before.isEmpty {
        try expectClose(value(found - 1), "value_at_n_minus_1", row)
      }
    }
    table.expectAllRead()
  }
}
