import ContactCenter
import Queueing
import Testing

@Suite("Corrections for variation against their closed forms")
struct GeneralServiceReferenceTests {
  @Test("every row of mgn_approx.csv but its columns of exact chains")
  func table() throws {
    let table = try ReferenceTable("mgn_approx.csv")
    #expect(table.rows.count == 160)
    var refused = 0
    for row in table.rows {
      let agents = try row.number("n")
      let handle = try row.number("aht_s")
      let traffic = try Traffic(
        arrivalsPerSecond: row.number("rho") * agents / handle, meanHandleSeconds: handle)
      let threshold = try row.number("T_s")
      func measures(_ approximation: GeneralService.Approximation) throws -> ServiceMeasures {
        try GeneralService.measures(
          of: traffic, agents: agents, arrivalVariation: row.number("ca2"),
          serviceVariation: row.number("cs2"), approximation: approximation, threshold: threshold)
      }
      let plain = try ErlangC.measures(of: traffic, agents: agents, threshold: threshold)
      try expectClose(plain.meanWaitSeconds, "asa_mmn_s", row)
      let cunneen = try measures(.allenCunneen)
      try expectClose(cunneen.waitProbability, "p_wait_mmn", row)
      try expectClose(cunneen.meanWaitSeconds, "asa_allen_cunneen_s", row)
      try expectClose(cunneen.serviceLevel(.offered), "sl_allen_cunneen", row)
      try expectClose(measures(.sakasegawa).meanWaitSeconds, "asa_sakasegawa_s", row)
      if row.isEmpty("asa_lee_longton_s") {
        refused += 1
        #expect(throws: QueueingError.self, "\(row)") { try measures(.leeLongton) }
      } else {
        try expectClose(measures(.leeLongton).meanWaitSeconds, "asa_lee_longton_s", row)
      }
    }
    #expect(refused == 80)
    table.expectAllRead(besides: ["service", "exact_asa_s", "exact_p_wait"])
  }
}
