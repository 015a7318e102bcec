import ContactCenter
import Records
import Testing

@Suite("The agents record")
struct AgentsRecordTests {
  @Test("The day of hiring and remote work may be there, empty or absent")
  func optional() throws {
    let agents = try read(
      AgentsRecord.self,
      """
      agent,group,skills,contract,hired,remote
      amy,g,,full,2026-02-16,yes
      bob,g,,full,,no
      cy,g,,full,,

      """
    ).value
    #expect(agents.map(\.hired?.text) == ["2026-02-16", nil, nil])
    #expect(agents.map(\.isRemote) == [true, false, nil])
    let few = try read(AgentsRecord.self, "agent,group,skills,contract\namy,g,,full\n").value
    #expect(few[0].hired == nil && few[0].isRemote == nil)
  }

  @Test(
    "What is neither is refused with its place",
    arguments: [
      (
        "16/02/2026,yes",
        "agents.csv:2:11: error: hired is \"16/02/2026\", expected a date such as 2026-03-09 between 1990 and 2099"
      ),
      (
        "2026-02-16,often",
        "agents.csv:2:22: error: remote is \"often\", expected yes, no or nothing"
      ),
    ])
  func refused(cells: String, expected: String) {
    let text = letter(
      AgentsRecord.self, "agent,group,skills,contract,hired,remote\na,g,,full,\(cells)\n")
    #expect(text?.split(separator: "\n").first.map(String.init) == expected)
  }
}
