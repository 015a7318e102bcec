import ContactCenter
import Records
import Tables
import TestSupport
import Testing

@Suite("The outcome record")
struct OutcomeRecordTests {
  private static func read(_ text: String) throws -> RecordReading<Outcome> {
    try OutcomeRecord.read(
      ByteChunks(text), options: RecordOptions(file: "outcome.csv", zone: .utc))
  }

  @Test("A file from before the columns of behaviors reads as it did, and nothing is told")
  func older() throws {
    let reading = try Self.read(
      """
      period,timestamp,level,name,offered,answered,abandoned,service_level,service_level_definition,threshold_seconds,service_level_error,service_level_p10,service_level_p90,asa_seconds,abandonment,occupancy,probability_of_target,agents
      run,2026-03-09T00:00:00Z,queue,billing,11250.4,10987.1,263.3,0.8134,offered,20,0.0021,0.741,0.872,14.2,0.0234,0.788,0.74,21.3

      """)
    #expect(reading.findings.isEmpty)
    let row = try #require(reading.value.run(.queue, "billing"))
    #expect(row.agents == 21.3)
    #expect(row.blocked == nil)
    #expect(row.occupancyError == nil)
  }

  @Test("Agents have rows of their own, after everything else of their period")
  func agents() throws {
    let reading = try Self.read(
      """
      period,timestamp,level,name,occupancy,cost
      run,2026-03-09T00:00:00Z,agent,amy,0.5,
      run,2026-03-09T00:00:00Z,group,voice,0.5,1234.5
      """)
    #expect(reading.value.rows.map(\.level) == [.group, .agent])
    #expect(reading.value.rows[0].cost == 1234.5)
    #expect(checkRecord(OutcomeRecord.self, reading.value, zone: .utc).isEmpty)
  }
}
