import Testing

@testable import Simulation

@Suite struct RosterShiftsTests {
  private func span(_ agent: String, _ from: Double, _ to: Double, _ group: String = "g")
    -> WorkSpan
  {
    WorkSpan(agent: agent, group: group, start: from * 3600, end: to * 3600)
  }

  private func shifts(_ spans: [WorkSpan]) -> [[Int]] {
    let result = RosterShifts(spans, end: 48 * 3600)
    return result.agents.map { agent in
      result.spans.filter { $0.agent == agent.name }.map { Int($0.shift) }
    }
  }

  @Test("A pause of four hours begins a new shift, a shorter one does not")
  func pauses() {
    #expect(shifts([span("a", 1, 4), span("a", 4.5, 8), span("a", 11.99, 12)]) == [[0, 0, 0]])
    #expect(shifts([span("a", 1, 4), span("a", 8, 9)]) == [[0, 1]])
  }

  @Test("A pause is counted from the last end, in whichever group and span")
  func overlaps() {
    #expect(shifts([span("a", 0, 9), span("a", 1, 2), span("a", 10, 12, "h")]) == [[0, 0, 0]])
    #expect(shifts([span("a", 22, 24), span("a", 24, 30)]) == [[0, 0]])
  }

  @Test("Shifts are numbered by agent and time, whatever the order of the spans")
  func numbering() {
    let spans = [span("b", 30, 38), span("a", 9, 17), span("b", 2, 10), span("a", 33, 41)]
    #expect(shifts(spans) == [[0, 1], [2, 3]])
    #expect(shifts(spans.reversed()) == [[0, 1], [2, 3]])
    let agents = RosterShifts(spans, end: 48 * 3600).agents
    #expect(agents.map(\.name) == ["a", "b"])
    #expect(agents.map(\.shifts) == [0..<2, 2..<4])
  }

  @Test("Spans outside the run, backward or empty belong to no shift")
  func outside() {
    #expect(
      shifts([
        span("a", -9, -1), span("b", 9, 8), span("c", 5, 5), span("d", 48, 50), span("e", -3, 1),
      ]) == [[0]])
    #expect(RosterShifts([span("e", -3, 1)], end: 3600).spans.map(\.start) == [0])
  }

  @Test("An outage of the site cuts the work of those who are there, and no shift in two")
  func outages() {
    var home = span("b", 8, 18)
    home.isRemote = true
    let result = RosterShifts(
      [span("a", 8, 18), span("a", 8, 18, "h"), home],
      outages: ["g": [16 * 3600..<17 * 3600, 9 * 3600..<14 * 3600]], end: 48 * 3600)
    func hours(_ agent: String, _ group: String) -> [Range<Double>] {
      result.spans.filter { $0.agent == agent && $0.group == group }
        .map { $0.start / 3600..<$0.end / 3600 }
    }
    #expect(hours("a", "g") == [8..<9, 14..<16, 17..<18])
    #expect(hours("a", "h") == [8..<18])
    #expect(hours("b", "g") == [8..<18])
    #expect(result.agents.map(\.shifts) == [0..<1, 1..<2])
  }
}
