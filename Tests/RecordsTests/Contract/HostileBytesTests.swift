import ContactCenter
import Records
import Tables
import TestSupport
import Testing

@Suite("Hostile bytes")
struct HostileBytesTests {
  /// Reads bytes as every record; the answer may be anything but a trap, and a refusal must have a place to go.
  private func readAll(_ bytes: [UInt8], zone: ZoneRules) -> Int {
    let options = RecordOptions(
      file: "x.csv", zone: zone, localTimes: LocalTimePolicy(overlap: .byOrder, gap: .drop))
    var refused = 0
    func attempt<R: Record>(_ record: R.Type) {
      do {
        let reading = try R.read(ByteChunks(bytes), options: options)
        _ = try R.bytes(of: reading.value, zone: zone)
      } catch let error as RecordError {
        refused += 1
        if !error.description.contains("Maybe") { Issue.record("no hint: \(error)") }
      } catch { Issue.record("\(error)") }
    }
    attempt(HistoryRecord.self)
    attempt(ContactsRecord.self)
    attempt(CalendarRecord.self)
    attempt(RegressorsRecord.self)
    attempt(AdjustmentsRecord.self)
    attempt(ForecastRecord.self)
    attempt(PathsRecord.self)
    attempt(TotalsRecord.self)
    attempt(BacktestRecord.self)
    attempt(RequirementRecord.self)
    attempt(GroupRequirementRecord.self)
    attempt(AgentsRecord.self)
    attempt(AvailabilityRecord.self)
    attempt(RosterRecord.self)
    attempt(OutcomeRecord.self)
    return refused
  }

  @Test(
    "Samples with bytes changed, cut or repeated are read or refused with a hint, never trapped")
  func mutations() throws {
    let zone = try ZoneRules.named("America/New_York")
    let paths =
      ["History/HistoryRecord.swift"]
      + [
        "Contacts", "Calendar", "Regressors", "Adjustments", "Forecast", "Paths", "Backtest",
        "Requirement", "GroupRequirement", "Agents", "Availability", "Roster", "Outcome",
      ].map { "Members/\($0)Record.swift" }
    let samples = try paths.map { Array(try RecordLawTests.sample($0).utf8) }
    let spice: [[UInt8]] = [
      [0x22], [0x2C], [0x0A], [0x0D], [0x00], [0xFF], [0x2D], Array("1e308".utf8),
      Array("9999999999999999999".utf8), Array("2026-03-08T02:30".utf8), Array("nan".utf8),
      Array("2026-11-01 01:30".utf8), Array(";".utf8), Array("\u{FEFF}".utf8), Array(":".utf8),
    ]
    var random = RandomValues(seed: 99)
    var refused = 0
    let rounds = TestBuild.isOptimized ? 1_400 : 140
    for round in 0..<rounds {
      var bytes = samples[round % samples.count]
      for _ in 0...random.below(3) {
        let at = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[at] = UInt8(random.below(256))
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(6)))
        case 2: bytes.insert(contentsOf: random.pick(spice), at: at)
        default: bytes += bytes[at...]
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      refused += readAll(bytes, zone: zone)
    }
    #expect(refused > rounds * 12)
  }
}
