import ContactCenter
import Testing

@testable import Records

@Suite("Skills in a cell")
struct SkillsTextTests {
  private func parse(_ text: String) throws -> [AgentSkill] { try SkillsText.parse(text).get() }

  @Test("Skills stand best first, with a proficiency unless it is 1")
  func reading() throws {
    #expect(
      try parse("billing:0.9;sales") == [
        AgentSkill("billing", proficiency: 0.9), AgentSkill("sales"),
      ]
    )
    #expect(try parse(" billing : 0.9 ; sales ") == parse("billing:0.9;sales"))
    #expect(try parse("").isEmpty)
  }

  @Test("Separators in names are written after a backslash")
  func escapes() throws {
    let skills = [AgentSkill("a;b:c\\d", proficiency: 0.5), AgentSkill("\\")]
    #expect(SkillsText.text(skills) == "a\\;b\\:c\\\\d:0.5;\\\\")
    #expect(try parse(SkillsText.text(skills)) == skills)
  }

  @Test("What is no list of skills is refused with a guess")
  func refusals() {
    for text in ["a;;b", "a:x", "a:0", "a:-1", "a:1:2", ":0.5", ";", "a;a", "a:nan", "a:1e9"] {
      #expect(throws: SkillsText.Fault.self, "\(text)") { try SkillsText.parse(text).get() }
    }
    #expect(
      letter(AgentsRecord.self, "agent,group,skills,contract\namy,g,billing:fast,full\n") == """
        agents.csv:2:7: error: skills is "billing:fast", expected skills such as billing:0.9;sales
          amy,g,billing:fast,full
                ^
        Maybe the proficiency is meant as a number above 0: 0.9 is 90% of full speed.
        """)
  }
}
