import ContactCenter
import Tables
import TestSupport
import Testing

@testable import Records

@Suite struct AdjustmentsRecordTests {
  static func read(_ text: String) throws -> RecordReading<[Adjustment]> {
    try AdjustmentsRecord.read(
      ByteChunks(Array(text.utf8)),
      options: RecordOptions(
        file: "edits.csv", zone: try ZoneRules.named("America/Chicago"),
        format: TableFormat(delimiter: UInt8(ascii: ","))))
  }

  static func local(_ text: String) throws -> Instant {
    guard case .instant(let instant) = try TimestampText.parse(text) else {
      throw RecordError(file: text, record: "")
    }
    return instant
  }

  @Test("A date in end is the last day, a date in start alone is that day")
  func dates() throws {
    let reading = try Self.read(
      """
      queue,start,end,kind,value
      sales,2026-03-07,2026-03-08,factor,1.1
      sales,2026-03-08,,day_total,90
      """)
    let start = try Self.local("2026-03-07T00:00:00-06:00")
    // 8 March has 23 hours there.
    let end = try Self.local("2026-03-09T00:00:00-05:00")
    #expect(reading.value.map(\.start) == [start, try Self.local("2026-03-08T00:00:00-06:00")])
    #expect(reading.value.map(\.end) == [end, end])
    #expect(reading.findings.map(\.code) == ["adjustments.last-day"])
  }

  @Test("An empty queue and a star mean all; an event needs no time")
  func allQueues() throws {
    let reading = try Self.read(
      """
      queue,start,end,kind,value,event
      *,,,factor,1.1,Easter
      ,,,factor,1.2,Easter
      """)
    #expect(
      reading.value == [
        Adjustment(queue: nil, kind: .factor, value: 1.1, event: "Easter"),
        Adjustment(queue: nil, kind: .factor, value: 1.2, event: "Easter"),
      ])
  }

  @Test(
    "What makes no sense is refused with its place",
    arguments: [
      ("queue,start,end,kind,value\nq,2026-01-05,2026-01-04,factor,1", "2:"),
      ("queue,start,end,kind,value\nq,,,factor,1", "2:"),
      ("queue,start,end,kind,value\nq,2026-01-05T10:00,,factor,1", "2:"),
      ("queue,start,end,kind,value\nq,2026-01-05,,factor,-1", "2:"),
      ("start,end,kind,value\n2026-01-05,,factor,1", "2"),
    ])
  func refused(text: String, place: String) throws {
    let error = #expect(throws: RecordError.self) { try Self.read(text) }
    #expect("\(try #require(error))".contains("edits.csv:\(place)"))
  }

  @Test("Every kind round-trips, with and without time")
  func roundTrip() throws {
    let start = try Self.local("2026-03-07T00:00:00-06:00")
    let zone = try ZoneRules.named("America/Chicago")
    for kind in Adjustment.Kind.allCases {
      #expect(
        checkRecord(
          AdjustmentsRecord.self,
          [
            Adjustment(
              queue: "a,b", start: start, end: start.advanced(by: 60), kind: kind, value: 2,
              reason: "why", event: "E", author: "ann"),
            Adjustment(queue: nil, kind: kind, value: 3, event: "E"),
          ], zone: zone) == [])
    }
  }
}
