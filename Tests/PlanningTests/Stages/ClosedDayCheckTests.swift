import ContactCenter
import Testing

@testable import Planning

@Suite struct ClosedDayCheckTests {
  private static let plan = try? PlanReader.read(
    """
    timezone: UTC
    queues: { a: { open: { mon-fri: "08:00-18:00" } }, b: {} }
    groups: { all: { queues: [a, b] } }
    """, file: "p")

  private static let monday = CivilDate(daysSinceEpoch: 20_458)

  private static func requirement(_ queue: String, hours: [Int]) -> StaffingRequirement {
    StaffingRequirement(queues: [
      QueueRequirement(
        queue: queue, channel: "voice",
        intervals: hours.map {
          RequirementInterval(
            start: Instant(secondsSinceEpoch: (monday.daysSinceEpoch * 24 + $0) * 3600), agents: 1)
        })
    ])
  }

  @Test("Agents asked for outside of the hours or on a closed day are told once for each queue")
  func requirement() throws {
    let plan = try #require(Self.plan)
    #expect(Self.monday.weekday == .monday)
    func found(_ queue: String, _ hours: [Int], closed: Bool = false) -> [Finding] {
      let entry = CalendarEntry(date: Self.monday, name: "Feast", kind: .closed)
      return ClosedDayCheck.findings(
        Self.requirement(queue, hours: hours), plan: plan,
        calendar: BusinessCalendar(closed ? [entry] : []), before: Self.monday.advanced(by: 2))
    }
    #expect(found("a", [8, 17]).isEmpty)
    #expect(
      found("a", [6, 7, 8]).map(\.message) == [
        "the requirement asks for agents of a in 2 intervals when it is closed, first "
          + "\(Self.monday.text)T06:00:00, outside of its hours"
      ])
    #expect(found("b", [6, 30]).isEmpty)
    #expect(
      found("b", [6, 30], closed: true).map(\.code) == ["schedule.requirement-when-closed"])
    // Days after the last that is scheduled are not looked at.
    #expect(found("a", [50]).isEmpty)
  }

  @Test("Cover of a day on which all queues of the group are closed is told")
  func cover() throws {
    let plan = try #require(Self.plan)
    let cover = (0..<3).map {
      TypeCover(group: "all", shiftType: "D", date: Self.monday.advanced(by: $0), agents: 2)
    }
    func found(_ entries: CalendarEntry...) -> [String] {
      ClosedDayCheck.findings(cover, plan: plan, calendar: BusinessCalendar(entries)).map(\.message)
    }
    let tuesday = Self.monday.advanced(by: 1)
    #expect(found().isEmpty)
    #expect(found(CalendarEntry(date: tuesday, name: "Feast", kind: .closed, queue: "a")).isEmpty)
    #expect(
      found(CalendarEntry(date: tuesday, name: "Feast", kind: .closed, endMinute: 720)).isEmpty)
    #expect(
      found(CalendarEntry(date: tuesday, name: "Feast", kind: .closed)) == [
        "cover asks for agents of all on closed days of the calendar: 1, first \(tuesday.text)"
      ])
  }
}
