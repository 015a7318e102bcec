import ContactCenter
import Foundation
import Records
import Tables
import TestSupport
import Testing

@Suite("The law of records")
struct RecordLawTests {
  /// The text between the fences at the head of a record's source file.
  static func sample(_ path: String) throws -> String {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Records")
    let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
    var lines: [Substring] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "/// ```" {
        if isInside { break }
        isInside = true
      } else if isInside {
        lines.append(line.dropFirst(4))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func checkSample<R: Record>(_ record: R.Type, _ path: String) throws {
    let zone = try ZoneRules.named("America/Chicago")
    let text = try Self.sample(path)
    let options = RecordOptions(file: "\(R.schema.name).csv", zone: zone)
    let reading = try R.read(ByteChunks(text), options: options)
    #expect(reading.rowCount > 0)
    #expect(reading.findings.isEmpty, "\(reading.findings)")
    let written = String(decoding: try R.bytes(of: reading.value, zone: zone), as: UTF8.self)
    #expect(written == text)
    #expect(checkRecord(record, reading.value, zone: zone).isEmpty)
  }

  @Test("The sample in each record's documentation is what the record reads and writes")
  func samples() throws {
    try checkSample(HistoryRecord.self, "History/HistoryRecord.swift")
    try checkSample(ContactsRecord.self, "Members/ContactsRecord.swift")
    try checkSample(CalendarRecord.self, "Members/CalendarRecord.swift")
    try checkSample(RegressorsRecord.self, "Members/RegressorsRecord.swift")
    try checkSample(AdjustmentsRecord.self, "Members/AdjustmentsRecord.swift")
    try checkSample(ForecastRecord.self, "Members/ForecastRecord.swift")
    try checkSample(PathsRecord.self, "Members/PathsRecord.swift")
    try checkSample(TotalsRecord.self, "Members/TotalsRecord.swift")
    try checkSample(BacktestRecord.self, "Members/BacktestRecord.swift")
    try checkSample(RequirementRecord.self, "Members/RequirementRecord.swift")
    try checkSample(GroupRequirementRecord.self, "Members/GroupRequirementRecord.swift")
    try checkSample(AgentsRecord.self, "Members/AgentsRecord.swift")
    try checkSample(AvailabilityRecord.self, "Members/AvailabilityRecord.swift")
    try checkSample(RosterRecord.self, "Members/RosterRecord.swift")
    try checkSample(OutcomeRecord.self, "Members/OutcomeRecord.swift")
  }

  private func check<R: Record>(
    _ record: R.Type, seed: UInt64, _ make: (inout RandomValues) -> R.Value
  ) throws {
    let zones = try ["America/Chicago", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"].map {
      try ZoneRules.named($0)
    }
    var random = RandomValues(seed: seed)
    for round in 0..<60 {
      let value = make(&random)
      let style: TableStyle =
        round % 3 == 0 ? TableStyle(delimiter: UInt8(ascii: ";"), decimalSign: .comma) : .standard
      let broken = checkRecord(record, value, zone: zones[round % zones.count], style: style)
      #expect(broken.isEmpty, "round \(round): \(broken.joined(separator: "\n"))")
      if !broken.isEmpty { return }
    }
  }

  @Test("Whatever is written reads back equal: random rows of every record")
  func randomRows() throws {
    try check(ContactsRecord.self, seed: 1) { $0.many { $0.contact() } }
    try check(CalendarRecord.self, seed: 2) { random in
      BusinessCalendar(random.many { $0.calendarEntry() })
    }
    try check(RegressorsRecord.self, seed: 3) { random in
      random.many { $0.regressor() }.uniqued { "\($0.name)|\($0.date.text)" }
    }
    try check(AdjustmentsRecord.self, seed: 4) { $0.many { $0.adjustment() } }
    try check(PathsRecord.self, seed: 5) { random in
      random.many { $0.path() }.uniqued { "\($0.path)|\($0.queue)|\($0.start)" }
    }
    try check(TotalsRecord.self, seed: 12) { random in
      random.many { $0.total() }.uniqued {
        "\($0.period)|\($0.level)|\($0.name)|\($0.start)"
      }
    }
    try check(BacktestRecord.self, seed: 6) { random in
      random.many { $0.backtest() }.uniqued { "\($0.queue)|\($0.model)|\($0.origin)|\($0.start)" }
    }
    try check(GroupRequirementRecord.self, seed: 7) { random in
      random.many { $0.groupRequirement() }.uniqued { "\($0.group)|\($0.start)" }
    }
    try check(AgentsRecord.self, seed: 8) { random in
      random.many { $0.agent() }.uniqued { $0.name }
    }
    try check(AvailabilityRecord.self, seed: 9) { $0.many { $0.availability() } }
    try check(RosterRecord.self, seed: 10) { random in
      Roster(entries: random.many { $0.rosterEntry() }.uniqued { "\($0.agent)|\($0.start)" })
    }
    try check(OutcomeRecord.self, seed: 11) { random in
      Outcome(
        rows: random.many { $0.outcome() }.uniqued {
          "\($0.period)|\($0.level)|\($0.name)|\($0.start)"
        })
    }
  }

  @Test("Whatever is written reads back equal: random series by queue")
  func randomSeries() throws {
    try check(HistoryRecord.self, seed: 12) { $0.history() }
    try check(ForecastRecord.self, seed: 13) { $0.forecast() }
    try check(RequirementRecord.self, seed: 14) { $0.requirement() }
  }

  @Test("A number that is not finite is refused, never written")
  func notFinite() {
    let value = [RegressorValue(name: "x", date: CivilDate(daysSinceEpoch: 20_000), value: .nan)]
    #expect(throws: TableError.self) { try RegressorsRecord.bytes(of: value, zone: .utc) }
  }
}
