import ContactCenter
import Planning
import Testing

@Suite struct CoverRuleTests {
  @Test("An entry by date wins over those by days of the week")
  func dates() throws {
    var plan = try PlanReader.read("timezone: UTC\nqueues: { a: {} }", file: "p")
    let monday = try #require(CivilDate(text: "2026-01-05"))
    plan.cover = [
      CoverRule(
        group: "a", shiftType: "D", days: .weekdays([.monday, .tuesday]), agents: 5),
      CoverRule(
        group: "a", shiftType: "D", days: .date(monday), agents: 2, shortPrice: 100,
        surplusPrice: 1),
      CoverRule(group: "a", shiftType: "A", days: .weekdays([.monday]), agents: 1),
    ]
    #expect(
      plan.typeCover(from: monday, days: 3) == [
        TypeCover(group: "a", shiftType: "A", date: monday, agents: 1),
        TypeCover(
          group: "a", shiftType: "D", date: monday, agents: 2, shortPrice: 100, surplusPrice: 1),
        TypeCover(group: "a", shiftType: "D", date: monday.advanced(by: 1), agents: 5),
      ])
    #expect(plan.typeCover(from: monday, days: 0).isEmpty)
  }

  @Test("Cover without shift types, and a first day that is no date, are errors with their place")
  func letters() {
    #expect(
      letter("timezone: UTC\nqueues: { a: {} }\ncover:\n  - { group: a, type: D, agents: 1 }")
        == """
        p:4:23: error: cover names a shift type, and the plan has none
        Maybe add shift_types: { D: { start: "08:00", length: 8h } }.
        """)
    #expect(
      letter("timezone: UTC\nqueues: { a: {} }\nschedule: { from: soon }")?
        .contains("expected a date such as 2026-03-09") == true)
  }

  @Test("Two entries about the same day are an error, and a date beside days is none")
  func twice() {
    func refusal(_ entries: String) -> String? {
      letter(
        """
        timezone: UTC
        queues: { a: {}, b: {} }
        shift_types: { D: { start: "08:00", length: 8h } }
        cover: [\(entries)]
        """)
    }
    let weekly = "{ group: a, type: D, days: [mon, wed], agents: 1 }"
    #expect(
      refusal(weekly + ", { group: a, type: D, days: tue-fri, agents: 2 }") == """
        p:4:61: error: the cover of a in shifts of type D is given twice for a day
        Maybe write one entry with the sum of both.
        """)
    #expect(refusal(weekly + ", { group: b, type: D, days: tue-fri, agents: 2 }") == nil)
    #expect(refusal(weekly + ", { group: a, type: D, date: 2026-01-05, agents: 2 }") == nil)
  }
}
