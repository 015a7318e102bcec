import ContactCenter
import Testing

@Suite struct ZoneRulesTests {
  static func local(_ text: String) throws -> LocalDateTime {
    guard case .local(let local) = try TimestampText.parse(text) else {
      throw TimestampText.Fault.notATimestamp
    }
    return local
  }

  @Test(
    "Offsets agree with published ones, summer and winter",
    arguments: [
      ("America/Chicago", "2026-01-15T12:00Z", -21_600),
      ("America/Chicago", "2026-07-15T12:00Z", -18_000),
      ("Asia/Kathmandu", "2026-07-15T12:00Z", 20_700),
      ("Australia/Lord_Howe", "2026-01-15T12:00Z", 39_600),
      ("Australia/Lord_Howe", "2026-07-15T12:00Z", 37_800),
      ("Europe/London", "2026-03-29T01:00Z", 3600),
      ("Europe/London", "2026-03-29T00:59:59Z", 0),
    ])
  func offsets(zone: String, at: String, offset: Int) throws {
    guard case .instant(let instant) = try TimestampText.parse(at) else {
      Issue.record("\(at) has no offset")
      return
    }
    #expect(try ZoneRules.named(zone).offset(at: instant) == offset)
  }

  @Test("A reading in the overlap has two instants, in the gap none, else one")
  func instants() throws {
    let zone = try ZoneRules.named("America/New_York")
    let twice = zone.instants(showing: try Self.local("2026-11-01T01:30"))
    #expect(
      twice.map { TimestampText.text($0, in: zone) } == [
        "2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00",
      ])
    #expect(zone.instants(showing: try Self.local("2026-03-08T02:30")).isEmpty)
    #expect(zone.instants(showing: try Self.local("2026-03-08T03:00")).count == 1)
  }

  @Test("The overlap follows the declared policy")
  func overlap() throws {
    let zone = try ZoneRules.named("America/New_York")
    let local = try Self.local("2026-11-01T01:30")
    let both = zone.instants(showing: local)
    #expect(throws: LocalTimeFault.comesTwice(local, zone: "America/New_York")) {
      try zone.resolve(local, policy: LocalTimePolicy())
    }
    func chosen(_ overlap: LocalTimePolicy.Overlap, after: Instant? = nil) throws -> Instant? {
      try zone.resolve(local, policy: LocalTimePolicy(overlap: overlap), after: after).instant
    }
    #expect(try chosen(.first) == both.first)
    #expect(try chosen(.second) == both.last)
    #expect(try chosen(.byOrder) == both.first)
    #expect(try chosen(.byOrder, after: both[0].advanced(by: -900)) == both.first)
    #expect(try chosen(.byOrder, after: both[0].advanced(by: 900)) == both.last)
    #expect(try chosen(.byOrder, after: both[0]) == both.last)
  }

  @Test("The gap follows the declared policy")
  func gap() throws {
    let zone = try ZoneRules.named("America/New_York")
    let local = try Self.local("2026-03-08T02:30")
    #expect(throws: LocalTimeFault.neverComes(local, zone: "America/New_York")) {
      try zone.resolve(local, policy: LocalTimePolicy())
    }
    #expect(try zone.resolve(local, policy: LocalTimePolicy(gap: .drop)) == .dropped)
    let shifted = try zone.resolve(local, policy: LocalTimePolicy(gap: .shift)).instant
    #expect(shifted.map { TimestampText.text($0, in: zone) } == "2026-03-08T03:30:00-04:00")
  }

  @Test("A day whose midnight is skipped starts at the end of the gap")
  func skippedMidnight() throws {
    let zone = try ZoneRules.named("America/Santiago")
    let date = try #require(CivilDate(text: "2026-09-06"))
    #expect(
      TimestampText.text(zone.startOfDay(date), in: zone) == "2026-09-06T01:00:00-03:00")
  }

  @Test("An unknown zone names the nearest")
  func unknown() {
    #expect(throws: UnknownZone(identifier: "America/Chicgo", nearest: "America/Chicago")) {
      try ZoneRules.named("America/Chicgo")
    }
  }
}
