import ContactCenter
import Testing

@testable import Staffing

@Suite struct GroupLimitsTests {
  /// Two groups in Austin, half of the first remote, and one in no site.
  private static func limits(isOpen: Bool = true) -> GroupLimits {
    var a = AgentGroup(name: "a", queues: ["q"])
    (a.site, a.remoteShare, a.minimumAgents) = ("Austin", Share(0.5), 2)
    var b = AgentGroup(name: "b", queues: ["q"])
    (b.site, b.maximumAgents) = ("Austin", 6)
    let c = AgentGroup(name: "c", queues: ["q"])
    var austin = Site(name: "Austin")
    (austin.seats, austin.minimumAgents) = (8, 3)
    return GroupLimits(
      ["a", "b", "c"], isOpen: [isOpen, isOpen, isOpen], groups: [a, b, c], sites: [austin])
  }

  @Test(
    "Floors, ceilings and seats decide together",
    arguments: [
      ([4, 6, 0], true), ([6, 6, 0], false), ([6, 5, 99], true), ([1, 6, 0], false),
      ([4, 7, 0], false), ([2, 1, 0], false), ([2, 2, 0], true),
    ])
  func allows(agents: [Int], isAllowed: Bool) {
    #expect(Self.limits().allows(agents) == isAllowed)
  }

  @Test("Where nothing is open, nobody has to be there")
  func closed() { #expect(Self.limits(isOpen: false).allows([0, 0, 0])) }

  @Test("One more is too many at the ceiling or in a full site")
  func full() {
    let limits = Self.limits()
    #expect(limits.isFull(1, [2, 6, 0]))
    #expect(!limits.isFull(0, [2, 6, 0]))
    #expect(limits.isFull(0, [4, 6, 0]))
    #expect(!limits.isFull(2, [4, 6, 50]))
  }

  @Test("What is bounded is allowed, as far as floors and seats can agree")
  func bounded() {
    let limits = Self.limits()
    for agents in [[0, 0, 0], [30, 30, 30], [2, 9, 1], [16, 0, 0]] {
      let bounded = limits.bounded(agents)
      #expect(bounded[0] >= 2 && bounded[1] <= 6 && bounded[2] == agents[2])
      #expect(Double(bounded[0]) / 2 + Double(bounded[1]) <= 8)
    }
  }
}
