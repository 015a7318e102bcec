import ContactCenter
import Queueing
import Testing

@Suite("Limited lines against 60-digit tables")
struct LimitedLinesReferenceTests {
  @Test("every row of mmnk_trunks.csv: endless patience, any load")
  func endlessPatience() throws {
    let table = try ReferenceTable("mmnk_trunks.csv")
    #expect(table.rows.count == 132)
    for row in table.rows {
      let traffic = try Traffic(
        contacts: row.number("calls_per_hour"), inSeconds: 3600,
        meanHandleSeconds: row.number("aht_s"))
      let m = try measures(row, traffic)
      try expectClose(m.meanWaitSeconds, "asa_entered_s", row)
      try expectClose(m.meanWaitDelayedSeconds, orEmpty: "asa_delayed_s", row)
      try expectClose(m.answeredWithin / (1 - m.blocking), "sl_entered", row)
      try expectTail(m.longWaitProbability, "p_wait_gt_T", row)
      #expect(m.abandonment == 0)
    }
    table.expectAllRead()
  }

  @Test("every row of mmnk_patience.csv")
  func patience() throws {
    let table = try ReferenceTable("mmnk_patience.csv")
    #expect(table.rows.count == 144)
    for row in table.rows {
      let traffic = try Traffic(
        contacts: row.number("calls_per_hour"), inSeconds: 3600,
        meanHandleSeconds: row.number("aht_s"), meanPatienceSeconds: row.number("patience_s"))
      let m = try measures(row, traffic)
      try expectClose(m.abandonment, "p_abandon", row)
      try expectClose(m.answered, "p_served", row)
      try expectClose(m.meanWaitSeconds, "asa_all_s", row)
      try expectClose(m.meanWaitAnsweredSeconds, "asa_served_s", row)
      try expectClose(m.meanWaitAbandonedSeconds, orEmpty: "wait_abandoned_s", row)
      try expectClose(m.meanWaitDelayedSeconds, orEmpty: "wait_given_delayed_s", row)
      for (definition, column) in ErlangAReferenceTests.columns {
        try expectClose(m.serviceLevel(definition), column, row)
      }
      try expectClose(m.abandonedWithin, "abandoned_within_T", row)
      try expectTail(m.longWaitProbability, "p_offered_wait_gt_T", row)
    }
    table.expectAllRead()
  }

  private func measures(
    _ row: ReferenceTable.Row, _ traffic: Traffic
  ) throws -> ServiceMeasures {
    let m = try LimitedLines.measures(
      of: traffic, agents: Int(row.number("n")), lines: Int(row.number("K")),
      threshold: row.number("T_s"))
    try expectClose(m.loadErlangs, "a_erl", row)
    try expectTail(m.blocking, "p_block", row)
    try expectTail(m.waitProbability, "p_wait", row)
    try expectClose(m.serviceLevel(.offered), "sl_offered", row)
    try expectClose(m.queueLength, "lq", row)
    try expectClose(m.occupancy, "occupancy", row)
    return m
  }
}
