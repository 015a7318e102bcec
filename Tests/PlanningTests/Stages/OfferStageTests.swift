import ContactCenter
import Scheduling
import Testing

@testable import Planning

@Suite struct OfferStageTests {
  private static func plan() throws -> Plan {
    try PlanReader.read(
      PlacementStageTests.text.replacing("shift_lengths: [4h]", with: "shift_lengths: [4h, 5h]")
        .replacing("09:00-13:00", with: "09:00-14:00"), file: "p")
  }

  /// Nobody is there for the hour after one, and two are needed.
  private static func input() throws -> AuditStage.Input {
    var input = PlacementStageTests.input()
    for hour in [13.0, 13.25, 13.5, 13.75] {
      input.requirement?.queues[0].intervals.append(
        RequirementInterval(start: PlacementStageTests.at(hour), agents: 2))
    }
    return input
  }

  @Test("Both are asked to stay an hour longer")
  func stay() throws {
    let result = try OfferStage.run(plan: try Self.plan(), Self.input(), options: OfferOptions())
    #expect(result.offers.map(\.agent) == ["ana", "ben"])
    #expect(result.offers.map(\.kind) == [.stayLonger, .stayLonger])
    var accepted = try Self.input()
    accepted.roster = result.roster
    let report = try AuditStage.run(plan: try Self.plan(), accepted)
    #expect(abs(report.shortHours - result.shortHours) < 1e-9)
    #expect(report.violations.filter { $0.severity == .error && $0.rule != "coverage" } == [])
  }

  @Test("Offers need a requirement, and people")
  func refused() throws {
    var input = try Self.input()
    input.agents = []
    #expect(throws: PlanError.self) {
      try OfferStage.run(plan: try Self.plan(), input, options: OfferOptions())
    }
    input = try Self.input()
    input.requirement = nil
    #expect(throws: PlanError.self) {
      try OfferStage.run(plan: try Self.plan(), input, options: OfferOptions())
    }
    input = try Self.input()
    input.agents[0].group = "chat"
    #expect(throws: PlanError.self) {
      try OfferStage.run(plan: try Self.plan(), input, options: OfferOptions())
    }
  }
}
