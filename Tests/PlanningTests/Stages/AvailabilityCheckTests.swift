import ContactCenter
import Testing

@testable import Planning

@Suite struct AvailabilityCheckTests {
  private static func stretch(
    _ hours: ClosedRange<Int>, _ kind: Availability.Kind, agent: String = "amy",
    shift: String? = nil
  ) -> Availability {
    Availability(
      agent: agent, start: Instant(secondsSinceEpoch: hours.lowerBound * 3600),
      end: Instant(secondsSinceEpoch: hours.upperBound * 3600), kind: kind, shiftType: shift)
  }

  private static func findings(_ stretches: [Availability]) throws -> [Finding] {
    let plan = try PlanReader.read(
      "timezone: UTC\nqueues: { a: {} }\nshift_types: { early: { start: \"06:00\" } }", file: "p")
    return AvailabilityCheck.findings(stretches, plan: plan)
  }

  @Test("Leave that overlaps leave of the same agent is told with both stretches")
  func leave() throws {
    let found = try Self.findings([
      Self.stretch(24...96, .leave), Self.stretch(0...48, .leave),
      Self.stretch(0...240, .leave, agent: "bob"),
    ])
    #expect(found.map(\.code) == ["availability.leave-overlaps"])
    #expect(found.first?.place == "amy")
    #expect(
      found.first?.message
        == "amy has leave from 1970-01-01T00:00:00 to 1970-01-03T00:00:00 and leave from "
        + "1970-01-02T00:00:00 to 1970-01-05T00:00:00")
    // Stretches that touch do not overlap.
    #expect(
      try Self.findings([Self.stretch(0...24, .leave), Self.stretch(24...48, .leave)]).isEmpty)
  }

  @Test("A stretch inside a long one is found behind a short one")
  func nested() throws {
    let found = try Self.findings([
      Self.stretch(0...100, .leave), Self.stretch(10...20, .leave), Self.stretch(30...40, .leave),
    ])
    #expect(found.first?.message.hasSuffix(", and 1 more") == true)
  }

  @Test("A published shift on leave, or beside another at the same time, is an error")
  func pinned() throws {
    let found = try Self.findings([
      Self.stretch(8...16, .pinned), Self.stretch(12...20, .pinned), Self.stretch(0...24, .leave),
    ])
    #expect(found.map(\.code) == ["availability.pinned-twice", "availability.pinned-on-leave"])
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(
      try Self.findings([Self.stretch(8...16, .pinned), Self.stretch(8...16, .wish)]).isEmpty)
  }

  @Test("A wish for a shift type that the plan does not have is an error with the nearest")
  func types() throws {
    let found = try Self.findings([
      Self.stretch(0...24, .wish, shift: "erly"), Self.stretch(24...48, .wish, shift: "early"),
    ])
    #expect(found.map(\.code) == ["availability.unknown-shift-type"])
    #expect(found.first?.advice == "Maybe \"early\" is meant.")
  }
}
