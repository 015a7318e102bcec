import ContactCenter
import Testing

@testable import Planning

@Suite struct ActivitySectionTests {
  static func plan(_ activities: String) -> String {
    "timezone: UTC\nqueues: { a: {}, b: {} }\ngroups: { front: { queues: [a] }, back: { queues: [b] } }\nactivities:\n\(activities)"
  }

  static let full = plan(
    """
      team meeting: { groups: [front, back], length: 30m, together: 80%, hours: { mon-fri: "09:00-16:00" } }
      course: { kind: training, agents: [Ana, "O'Hara"], length: 2h, times: 3, per: period, days_apart: 4 }
      coaching: { kind: coaching, length: 45m, per: week, times: 2 }
      huddle: { length: 15m, per: day, together: all }
    """)

  @Test("Every key is read, and what is left out is usual")
  func read() throws {
    let found = try PlanReader.read(Self.full, file: "p").activities
    #expect(found.map(\.name) == ["coaching", "course", "huddle", "team meeting"])
    #expect(
      found[0] == ActivityRequest(name: "coaching", kind: .coaching, minutes: 45, times: 2))
    #expect(
      found[1]
        == ActivityRequest(
          name: "course", kind: .training, agents: ["Ana", "O'Hara"], minutes: 120, times: 3,
          span: .period, daysApart: 4))
    #expect(
      found[2] == ActivityRequest(name: "huddle", minutes: 15, span: .day, together: Share(1)))
    #expect(found[3].groups == ["front", "back"])
    #expect(found[3].together == Share(0.8))
    #expect(found[3].hours?.week[0] == [OpeningHours.Stretch(start: 540, end: 960)])
    #expect(found[3].hours?.week[6] == [])
  }

  @Test("The order in the plan means nothing")
  func order() throws {
    let lines = ["  a: { length: 30m }", "  b: { length: 1h }"]
    let one = try PlanReader.read(Self.plan(lines.joined(separator: "\n")), file: "p")
    let other = try PlanReader.read(
      Self.plan(lines.reversed().joined(separator: "\n")), file: "p")
    #expect(one.activities == other.activities)
  }

  @Test("What a plan says reads back from its text")
  func roundTrip() throws {
    let plan = try PlanReader.read(Self.full, file: "p")
    let text = PlanText.resolved(plan).filter { $0.key.hasPrefix("activities.") }
    let lines = text.sorted { $0.key < $1.key }.map {
      "  \($0.key.dropFirst("activities.".count)): \($0.value)"
    }
    let again = try PlanReader.read(Self.plan(lines.joined(separator: "\n")), file: "q")
    #expect(again.activities == plan.activities)
  }

  @Test("Corrections are whole rounds, and are told where there are some")
  func corrections() throws {
    let text = "timezone: UTC\nqueues: { a: {} }\nschedule: { correct: 3 }"
    let plan = try PlanReader.read(text, file: "p")
    #expect(plan.schedule.corrections == 3)
    #expect(PlanText.resolved(plan)["schedule.correct"] == "3")
    #expect(letter(text.replacing("3 }", with: "-1 }"))?.contains("from 0 to 20") == true)
  }

  @Test(
    "What cannot be is refused with its place",
    arguments: [
      ("  m: { groups: [front] }", "p:5:6: error: activities.m lacks length"),
      (
        "  m: { length: 30m, groups: [frnt] }",
        "p:5:30: error: activities.m.groups is \"frnt\", which is no group of the plan\nMaybe \"front\" is meant."
      ),
      ("  m: { length: 25h }", "p:5:16: error: activity m lasts longer than a day"),
      (
        "  m: { length: 30m, kind: lunch }",
        "p:5:27: error: activities.m.kind is \"lunch\", which is no kind of activity of the plan"
      ),
      ("  m: { length: 30m, times: 0 }", "a whole number from 1 to 50"),
      ("  m: { length: 30m, together: 0% }", "a share above zero, or all"),
      ("  m: { length: 30m, lenght: 3m }", "\"lenght\" is no key of activities.m"),
      (
        "  m: { length: 2h, hours: \"09:00-10:00\" }",
        "activity m lasts 120 minutes, longer than any of its hours"
      ),
    ])
  func refused(text: String, expected: String) {
    #expect(letter(Self.plan(text))?.contains(expected) == true, "\(letter(Self.plan(text)) ?? "")")
  }
}
