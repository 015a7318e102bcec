import ContactCenter
import Testing

@testable import Staffing

@Suite struct GroupGoalTests {
  @Test("A promise is kept where nobody came, and broken where nobody was answered")
  func nothingCounted() throws {
    let target = ServiceTarget(
      serviceLevel: Share(0.8), threshold: Seconds(20), maximumASA: Seconds(30))
    let goals = GroupGoal.all(of: target, queue: "a", index: 0, groups: [0], slots: [1])
    #expect(goals.map(\.measure) == [.serviceLevel, .asa])
    for goal in goals {
      #expect(goal.margin(.nan, hasContacts: false) > 0)
      #expect(goal.margin(.nan) < 0)
    }
  }
}
