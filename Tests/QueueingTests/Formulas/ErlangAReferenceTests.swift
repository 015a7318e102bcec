import ContactCenter
import Queueing
import Testing

@Suite("Erlang A against 60-digit tables")
struct ErlangAReferenceTests {
  @Test("every measure of every row of erlang_a.csv")
  func wholeAgents() throws {
    for row in try Self.rows() {
      let m = try measures(row, agents: row.number("n"))
      try expectClose(m.loadErlangs, "a_erl", row)
      try expectTail(m.waitProbability, "p_wait", row)
      try expectClose(m.abandonment, "p_abandon", row)
      try expectClose(m.answered, "p_served", row)
      try expectClose(m.meanWaitSeconds, "asa_all_s", row)
      try expectTail(m.meanWaitAnsweredSeconds, "asa_served_s", row)
      try expectClose(m.meanWaitAnsweredSeconds, "asa_served_s", row)
      try expectTail(m.longWaitProbability, "p_offered_wait_gt_T", row)
      try expectClose(m.queueLength, "lq", row)
      try expectClose(m.occupancy, "occupancy", row)
      try expectClose(m.serviceLevel(.virtual), virtual: row)
      try expectTail(m.abandonment, "p_abandon", row)
      try expectClose(try #require(m.meanWaitAbandonedSeconds), "wait_abandoned_s", row)
      try expectClose(try #require(m.meanWaitDelayedSeconds), "wait_given_delayed_s", row)
    }
  }

  @Test("every service level of erlang_a.csv, small ones to their last digits")
  func serviceLevels() throws {
    for row in try Self.rows() {
      let m = try measures(row, agents: row.number("n"))
      for (definition, column) in Self.columns {
        let level = m.serviceLevel(definition)
        try expectClose(level, column, row)
        try expectTail(level, column, row)
      }
      try expectTail(m.abandonedWithin, "abandoned_within_T", row)
    }
  }

  @Test("fractional agents: every row of erlang_a_real_n.csv")
  func fractionalAgents() throws {
    let table = try ReferenceTable("erlang_a_real_n.csv")
    #expect(table.rows.count == 48)
    for row in table.rows {
      let m = try measures(row, agents: row.number("x_servers"))
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
  }

  static let columns: [(ServiceLevelDefinition, String)] = [
    (.offered, "sl_offered"), (.forgive, "sl_excl_short_abandons"), (.answered, "sl_answered"),
    (.credit, "sl_answered_plus_abandoned"),
  ]

  /// The rows of erlang_a.csv, with those that hold very small values taken from erlang_a_tails.csv.
  private static func rows() throws -> [ReferenceTable.Row] {
    let keys = ["calls_per_hour", "aht_s", "n", "patience_s", "T_s"]
    var tails: [[String?]: ReferenceTable.Row] = [:]
    for row in try ReferenceTable("erlang_a_tails.csv").rows {
      tails[keys.map { row.cells[$0] }] = row
    }
    let rows = try ReferenceTable("erlang_a.csv").rows
    #expect(rows.count == 451)
    #expect(tails.count == 26)
    return rows.map { row in
      guard let tail = tails[keys.map { row.cells[$0] }] else { return row }
      return ReferenceTable.Row(
        place: row.place, cells: row.cells.merging(tail.cells) { _, new in new })
    }
  }

  private func measures(
    _ row: ReferenceTable.Row, agents: Double
  ) throws -> ServiceMeasures {
    let traffic = try Traffic(
      contacts: row.number("calls_per_hour"), inSeconds: 3600,
      meanHandleSeconds: row.number("aht_s"), meanPatienceSeconds: row.number("patience_s"))
    return try ErlangA.measures(of: traffic, agents: agents, threshold: row.number("T_s"))
  }

  private func expectClose(_ level: Double, virtual row: ReferenceTable.Row) throws {
    let tail = try row.number("p_offered_wait_gt_T")
    #expect(abs(level - (1 - tail)) <= 1e-9, "\(row)")
  }

  private func expectClose(_ value: Double, _ column: String, _ row: ReferenceTable.Row) throws {
    try QueueingTests.expectClose(value, column, row)
  }
}
