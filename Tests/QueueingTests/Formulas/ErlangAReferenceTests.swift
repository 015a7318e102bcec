import ContactCenter
import Queueing
import Testing

@Suite("Erlang A against 60-digit tables")
struct ErlangAReferenceTests {
  @Test("every measure of every row of erlang_a.csv")
  func wholeAgents() throws {
    let table = try ReferenceTable("erlang_a.csv")
    for row in try Self.rows(of: table) {
      let m = try measures(row, agents: row.number("n"))
      try expectClose(m.loadErlangs, "a_erl", row)
      try expectClose(m.loadErlangs / m.agents, "rho", row)
      try expectTail(m.waitProbability, "p_wait", row)
      try expectClose(m.abandonment, "p_abandon", row)
      try expectClose(m.answered, "p_served", row)
      try expectClose(m.meanWaitSeconds, "asa_all_s", row)
      try expectTail(m.meanWaitAnsweredSeconds, "asa_served_s", row)
      try expectClose(m.meanWaitAnsweredSeconds, "asa_served_s", row)
      try expectTail(m.longWaitProbability, "p_offered_wait_gt_T", row)
      try expectClose(m.queueLength, "lq", row)
      try expectClose(m.occupancy, "occupancy", row)
      try expectClose(m.serviceLevel(.virtual), complementOf: "p_offered_wait_gt_T", row)
      try expectTail(m.abandonment, "p_abandon", row)
      try expectClose(try #require(m.meanWaitAbandonedSeconds), "wait_abandoned_s", row)
      try expectClose(try #require(m.meanWaitDelayedSeconds), "wait_given_delayed_s", row)
      // Service levels, small ones to their last digits.
      for (definition, column) in Self.columns {
        let level = m.serviceLevel(definition)
        try expectClose(level, column, row)
        try expectTail(level, column, row)
      }
      try expectTail(m.abandonedWithin, "abandoned_within_T", row)
      try expectClose(m.abandonedWithin, "abandoned_within_T", row)
    }
    table.expectAllRead()
  }

  @Test("fractional agents: every row of erlang_a_real_n.csv")
  func fractionalAgents() throws {
    let table = try ReferenceTable("erlang_a_real_n.csv")
    #expect(table.rows.count == 48)
    for row in table.rows {
      let m = try measures(row, agents: row.number("x_servers"))
      try expectClose(m.loadErlangs, "a_erl", row)
      try expectTail(m.waitProbability, "p_wait", row)
      try expectTail(m.abandonment, "p_abandon", row)
      try expectClose(m.meanWaitSeconds, "asa_all_s", row)
      try expectClose(m.queueLength, "lq", row)
      try expectClose(m.occupancy, "occupancy", row)
      for (definition, column) in Self.columns {
        try expectTail(m.serviceLevel(definition), column, row)
        try expectClose(m.serviceLevel(definition), column, row)
      }
    }
    table.expectAllRead()
  }

  static let columns: [(ServiceLevelDefinition, String)] = [
    (.offered, "sl_offered"), (.forgive, "sl_excl_short_abandons"), (.answered, "sl_answered"),
    (.credit, "sl_answered_plus_abandoned"),
  ]

  /// The rows of erlang_a.csv, with those that hold very small values taken from erlang_a_tails.csv.
  private static func rows(of table: ReferenceTable) throws -> [ReferenceTable.Row] {
    let keys = ["calls_per_hour", "aht_s", "n", "patience_s", "T_s"]
    var tails: [[String?]: ReferenceTable.Row] = [:]
    for row in try ReferenceTable("erlang_a_tails.csv").rows {
      tails[keys.map { row.cells[$0] }] = row
    }
    #expect(table.rows.count == 451)
    #expect(tails.count == 26)
    return table.rows.map { row in row.replacing(tails[keys.map { row.cells[$0] }]) }
  }

  private func measures(
    _ row: ReferenceTable.Row, agents: Double
  ) throws -> ServiceMeasures {
    let traffic = try Traffic(
      contacts: row.number("calls_per_hour"), inSeconds: 3600,
      meanHandleSeconds: row.number("aht_s"), meanPatienceSeconds: row.number("patience_s"))
    return try ErlangA.measures(of: traffic, agents: agents, threshold: row.number("T_s"))
  }
}
