import ContactCenter
import Records
import Testing

@Suite("The roster record and its neighbors")
struct RosterRecordTests {
  @Test("A stretch that does not end after it starts is refused")
  func order() {
    #expect(
      letter(
        RosterRecord.self,
        "agent,start,end,activity\namy,2026-03-09T10:00Z,2026-03-09T10:00Z,work\n") == """
          roster.csv:2:23: error: end is "2026-03-09T10:00Z", expected a time after the start
            amy,2026-03-09T10:00Z,2026-03-09T10:00Z,work
                                  ^
          Maybe start and end are swapped.
          """)
    #expect(
      letter(
        AvailabilityRecord.self,
        "agent,start,end,kind\namy,2026-03-10,2026-03-09,leave\n")?.contains("after the start")
        == true)
    #expect(
      letter(
        AdjustmentsRecord.self,
        "queue,start,end,kind,value\na,2026-03-10,2026-03-09,add,1\n")?.contains("after the start")
        == true)
  }

  @Test("A wish may name a shift type, leave may not")
  func wishes() throws {
    let header = "agent,start,end,kind,price,shift\n"
    let wish = try read(
      AvailabilityRecord.self, header + "amy,2026-03-09,2026-03-10,wish,1.5,early\n")
    #expect(wish.value.map(\.shiftType) == ["early"])
    #expect(wish.value.map(\.kind) == [.wish])
    #expect(
      letter(AvailabilityRecord.self, header + "amy,2026-03-09,2026-03-10,leave,,early\n")
        == """
        availability.csv:2:34: error: shift is "early", expected nothing: leave is about any shift
          amy,2026-03-09,2026-03-10,leave,,early
                                           ^
        Maybe the kind is request or wish.
        """)
  }

  @Test("Only an addition may be negative")
  func adjustments() {
    func refusal(_ kind: String) -> String? {
      letter(
        AdjustmentsRecord.self,
        "queue,start,end,kind,value\na,2026-03-09,2026-03-10,\(kind),-1\n")
    }
    #expect(refusal("add") == nil)
    #expect(refusal("factor")?.contains("value is \"-1\", expected 0 or more for factor") == true)
    #expect(refusal("replace")?.contains("Maybe add is meant") == true)
  }

  @Test("An agent who stands twice is told or refused")
  func agents() throws {
    let header = "agent,group,skills,contract\n"
    let twice = try read(AgentsRecord.self, header + "amy,g,,full\namy,g,,full\n")
    #expect(twice.value.count == 1)
    #expect(twice.findings.map(\.code) == ["agents.duplicate-row"])
    #expect(
      letter(AgentsRecord.self, header + "amy,g,,full\namy,h,,full\n")?.contains(
        "agent amy stands twice with different values, first on line 2") == true)
  }
}
