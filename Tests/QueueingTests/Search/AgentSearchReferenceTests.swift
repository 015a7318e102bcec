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
      let measure = try #require(row.cells["measure"])
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
    }
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
      if row.cells["kind"] == "asa" {
        goal.maximumASASeconds = target
      } else {
        goal.serviceLevel = target
      }
      if !row.isEmpty("max_occ") { goal.maximumOccupancy = try row.number("max_occ") }
      #expect(try Double(search.agents(for: traffic, goal: goal)) == row.number("n"), "\(row)")
    }
  }
}
