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
      ([4, 7, 0], false), ([2, 0, 0], false), ([2, 1, 0], true), ([2, 2, 0], true),
    ])
  func allows(agents: [Int], isAllowed: Bool) {
    #expect(Self.limits().allows(agents) == isAllowed)
  }

  @Test("A minimum of a site whose groups are in several parts is left to the whole")
  func parted() {
    var (a, b) = (AgentGroup(name: "a", queues: ["q"]), AgentGroup(name: "b", queues: ["r"]))
    (a.site, b.site) = ("Austin", "Austin")
    var austin = Site(name: "Austin")
    austin.minimumAgents = 5
    let part = GroupLimits(["a"], isOpen: [true], groups: [a, b], sites: [austin])
    #expect(part.sites[0].least == 0)
    let whole = GroupLimits(["a", "b"], isOpen: [true, true], groups: [a, b], sites: [austin])
    #expect(whole.sites[0].least == 5)
    #expect(whole.bounded([1, 1]) == [4, 1])
    #expect(whole.site(undercutBy: [3, 1], in: 1)?.name == "Austin")
    #expect(whole.site(undercutBy: [4, 1], in: 1) == nil)
  }

  @Test("What cannot be kept together is brought down to what can, and said")
  func conflicts() {
    func limits(floor: Int, ceiling: Int?, seats: Int?, least: Int) -> GroupLimits {
      var a = AgentGroup(name: "a", queues: ["q"])
      (a.site, a.remoteShare, a.minimumAgents) = ("Austin", Share(0.5), floor)
      a.maximumAgents = ceiling
      var austin = Site(name: "Austin")
      (austin.seats, austin.minimumAgents) = (seats, least)
      return GroupLimits(["a"], isOpen: [true], groups: [a], sites: [austin])
    }
    let fine = limits(floor: 2, ceiling: 6, seats: 3, least: 6)
    #expect(fine.conflicts.isEmpty && fine.sites[0].least == 6)
    let low = limits(floor: 2, ceiling: 6, seats: nil, least: 9)
    #expect(low.conflicts == [.site("Austin", 9, attainable: 6)] && low.sites[0].least == 6)
    #expect(low.allows([6]) && low.bounded([0]) == [6])
    let full = limits(floor: 2, ceiling: nil, seats: 3, least: 9)
    #expect(full.conflicts == [.site("Austin", 9, attainable: 6)])
    let seats = limits(floor: 20, ceiling: nil, seats: 8, least: 0)
    #expect(seats.conflicts == [.floors("Austin", seats: 8)] && seats.floors == [16])
    let floor = limits(floor: 9, ceiling: 4, seats: nil, least: 0)
    #expect(floor.conflicts == [.floor("a", 9, above: 4)] && floor.floors == [4])
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
