import ContactCenter
import Queueing
import TestSupport
import Testing

@Suite(
  "Patience of any law against 18-digit tables",
  .enabled(if: TestBuild.isOptimized, "quadratures are slow without optimization"))
struct GeneralPatienceReferenceTests {
  @Test("every measure of every row of mmn_g_patience.csv")
  func table() throws {
    let table = try ReferenceTable("mmn_g_patience.csv")
    for row in try Self.rows(of: table) {
      let traffic = try Traffic(
        contacts: row.number("calls_per_hour"), inSeconds: 3600,
        meanHandleSeconds: row.number("aht_s"))
      let m = try GeneralPatience.measures(
        of: traffic, patience: law(row), agents: row.number("n"), threshold: row.number("T_s"))
      try expectClose(m.loadErlangs, "a_erl", row)
      try expectTail(m.waitProbability, "p_wait", row)
      try expectTail(m.abandonment, "p_abandon", row)
      try expectClose(m.abandonment, "p_abandon", row)
      try expectClose(m.meanWaitSeconds, "asa_all_s", row)
      try expectClose(m.meanWaitAnsweredSeconds, "asa_served_s", row)
      try expectClose(try #require(m.meanWaitAbandonedSeconds), "wait_abandoned_s", row)
      for (definition, column) in ErlangAReferenceTests.columns {
        try expectClose(m.serviceLevel(definition), column, row)
        try expectTail(m.serviceLevel(definition), column, row)
      }
      try expectTail(m.abandonedWithin, "abandoned_within_T", row)
      try expectClose(m.abandonedWithin, "abandoned_within_T", row)
      try expectTail(m.longWaitProbability, "p_offered_wait_gt_T", row)
      try expectClose(m.serviceLevel(.virtual), complementOf: "p_offered_wait_gt_T", row)
      try expectClose(m.queueLength, "lq", row)
      try expectClose(m.occupancy, "occupancy", row)
    }
    table.expectAllRead()
  }

  /// The rows of mmn_g_patience.csv, with those that hold very small values taken from mmn_g_tails.csv.
  private static func rows(of table: ReferenceTable) throws -> [ReferenceTable.Row] {
    let keys = ["patience", "params", "calls_per_hour", "n", "T_s"]
    let tails = try ReferenceTable("mmn_g_tails.csv").rows
    #expect(table.rows.count == 180)
    #expect(tails.count == 14)
    return table.rows.map { row in
      row.replacing(tails.first { tail in keys.allSatisfy { tail.cells[$0] == row.cells[$0] } })
    }
  }

  private func law(_ row: ReferenceTable.Row) throws -> PatienceLaw {
    let names = [
      "det": "deterministic", "lognormal": "lognormal", "weibull": "weibull",
      "hyperexp2": "hyperexponential", "uniform": "uniform",
    ]
    let name = try #require(names[row.text("patience")])
    let parameters = try row.text("params").replacing(";", with: ",")
    return try #require(PatienceLaw(text: "\(name)(\(parameters))"))
  }
}
