import Testing

@testable import Scheduling

@Suite struct ServingShortageTests {
  @Test("agents of one queue cover it and nothing else")
  func single() {
    let short = ServingShortage.perQueue(staff: [(3, [0]), (1, [1])], needs: [2, 2])
    #expect(short == [0, 1])
  }

  @Test("an agent with two queues is moved where the other queue has someone else")
  func moves() {
    // In order of position the two-queue agents go to queue 0 first; queue 1 then needs them back.
    let short = ServingShortage.perQueue(
      staff: [(2, [0, 1]), (2, [0, 2])], needs: [2, 2, 0])
    #expect(short == [0, 0, 0])
  }

  @Test("total shortage equals Hall's bound in seeded small cases")
  func smallCases() {
    let kinds: [[Int]] = [[0], [1], [0, 1], [1, 2], [0, 1, 2]]
    var state: UInt64 = 7
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for _ in 0..<300 {
      let staff = kinds.map { (agents: Double(draw(4)), queues: $0) }
      let needs = (0..<3).map { _ in Double(draw(6)) }
      let short = ServingShortage.perQueue(staff: staff, needs: needs).reduce(0, +)
      // Hall: the shortage is the largest need of a set of queues beyond the agents who serve any of them.
      let hall = (0..<8).map { set in
        let need = needs.indices.filter { set & (1 << $0) != 0 }.reduce(0.0) { $0 + needs[$1] }
        let able = staff.filter { $0.queues.contains { set & (1 << $0) != 0 } }
        return need - able.reduce(0.0) { $0 + $1.agents }
      }
      #expect(short == max(0, hall.max() ?? 0))
    }
  }
}
