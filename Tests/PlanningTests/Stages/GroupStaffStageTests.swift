import ContactCenter
import Foundation
import MathematicalProgramming
import Simulation
import Staffing
import Testing

@testable import Planning

@Suite struct GroupStaffStageTests {
  static let library: StaffingSolver? = try? StaffingSolver.open(
    candidates: StaffingSolver.candidates(
      named: ProcessInfo.processInfo.environment["MUSTER_HIGHS"], executableFolder: nil,
      workingFolder: URL(fileURLWithPath: #filePath).deletingLastPathComponent().path))

  static let text = """
    center: Small
    timezone: UTC
    interval: 30m
    queues:
      voice: { channel: voice, handle_time: 3m, patience: 2m, target: 80/20 }
      mail: { channel: email, handle_time: 5m, target: 90%/1h }
    groups:
      front: { queues: [voice] }
      office: { queues: [mail] }
    simulation: { replications: 20 }
    """

  static func forecast() -> DemandForecast {
    let start = Instant(secondsSinceEpoch: 1_762_160_400)
    return DemandForecast(
      queues: [("voice", "voice", 8.0), ("mail", "email", 5)].map { name, channel, contacts in
        QueueForecast(
          queue: name, channel: channel,
          intervals: (0..<2).map {
            ForecastInterval(
              start: start.advanced(by: 1800 * $0), offered: contacts, handleSecondsMean: 200)
          })
      })
  }

  @Test("A plan without groups is refused with the lines to add")
  func noGroups() async throws {
    let library = try #require(Self.library)
    var plan = try PlanReader.read(Self.text, file: "plan.yaml")
    plan.groups = []
    let error = await #expect(throws: PlanError.self) {
      try await GroupStaffStage.run(
        plan: plan, forecast: Self.forecast(), calendar: BusinessCalendar(), library: library)
    }
    #expect("\(try #require(error))".contains("Maybe add groups:"))
  }

  @Test("The outcome is that of the requirement simulated on its own")
  func outcome() async throws {
    let library = try #require(Self.library)
    let plan = try PlanReader.read(Self.text, file: "plan.yaml")
    let result = try await GroupStaffStage.run(
      plan: plan, forecast: Self.forecast(), calendar: BusinessCalendar(), library: library)
    #expect(result.staffing.requirement.map(\.group) == ["front", "front", "office", "office"])
    #expect(result.staffing.requirement.allSatisfy { $0.agents > 0 })
    let alone = try await SimulateStage.run(
      plan: plan, forecast: Self.forecast(),
      staffing: .groupRequirement(result.staffing.requirement))
    #expect(result.outcome == alone.outcome)
    // Mail that comes at night is due by the clock of the wall: no finding about that.
    #expect(
      !result.findings.contains {
        $0.code == "staffing.group-period-short" && $0.place.hasPrefix("mail")
      })
  }
}
