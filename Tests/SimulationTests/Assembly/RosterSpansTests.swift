import ContactCenter
import Simulation
import Testing

@Suite struct RosterSpansTests {
  private static let grid = TimeGrid(zone: .utc, length: .sixtyMinutes)

  private static func model(
    _ agents: [Agent], seats: [String] = [],
    group: AgentGroup = AgentGroup(name: "g", queues: ["q"]),
    rampUp: RampUp? = nil, days: Int = 1
  ) throws -> (groups: [GroupModel], spans: [WorkSpan]) {
    let names = agents.map(\.name) + seats
    let roster = Roster(
      entries: names.flatMap { name in
        (0..<days).map { day in
          let start = Instant(secondsSinceEpoch: day * 86_400)
          return RosterEntry(
            agent: name, start: start, end: start.advanced(by: 28_800), activity: .work, group: "g")
        }
      })
    let forecast = DemandForecast(queues: [
      QueueForecast(
        queue: "q", channel: "voice",
        intervals: (0..<(24 * days)).map {
          ForecastInterval(
            start: Instant(secondsSinceEpoch: $0 * 3600), offered: 1, handleSecondsMean: 60)
        })
    ])
    let queue = Queue(
      name: "q", channel: Channel(name: "voice", mode: .live),
      target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20)))
    let model = try SimulationModel.assemble(
      queues: [queue], groups: [group], forecast: forecast,
      staffing: .roster(roster, agents: agents), grid: grid,
      options: AssemblyOptions(rampUp: rampUp)
    ).model
    guard case .roster(let spans) = model.staffing else { return (model.groups, []) }
    return (model.groups, spans)
  }

  private static func agent(_ name: String, site: String? = nil, isRemote: Bool? = nil) -> Agent {
    Agent(name: name, group: "g", contract: "c", site: site, isRemote: isRemote)
  }

  @Test("A new hire gets faster from day to day, and the others work at full speed")
  func rampUp() throws {
    var hire = Self.agent("ann")
    hire.hired = CivilDate(daysSinceEpoch: -7)
    let spans = try Self.model(
      [hire, Self.agent("bob")], rampUp: RampUp(weeks: 2, from: Share(0.5)), days: 2
    ).spans
    #expect(spans.map(\.speed) == [0.75, 0.5 + 0.5 * 8 / 14, 1, 1])
    #expect(try Self.model([hire]).spans.map(\.speed) == [1])
  }

  @Test("Of those of whom nothing is said the group's share is remote, the same people every time")
  func remote() throws {
    var group = AgentGroup(name: "g", queues: ["q"])
    group.remoteShare = Share(0.4)
    let agents =
      [Self.agent("zoe", isRemote: true), Self.agent("yan", isRemote: false)]
      + ["e", "d", "c", "b", "a"].map { Self.agent($0) }
    let spans = try Self.model(agents, group: group).spans
    #expect(spans.filter(\.isRemote).map(\.agent) == ["b", "d", "zoe"])
    let seats = try Self.model([], seats: ["s1", "s2", "s3", "s4", "s5"], group: group).spans
    #expect(seats.filter(\.isRemote).map(\.agent) == ["s2", "s4"])
  }

  @Test("Agents at another site than their group's are a group of their own, where sites matter")
  func sites() throws {
    let agents = [Self.agent("ann", site: "Austin"), Self.agent("bob", site: "Boston")]
    #expect(try Self.model(agents).groups == [GroupModel(name: "g", queues: ["q"])])
    var group = AgentGroup(name: "g", queues: ["q"])
    group.site = "Austin"
    let groups = try Self.model(agents, group: group).groups
    #expect(groups.map(\.name) == ["g", "g (at Boston)"])
    #expect(groups.map(\.site) == ["Austin", "Boston"])
    #expect(groups.map(\.reportName) == [nil, "g"])
  }

  @Test("An agent's own speed multiplies the group's")
  func speeds() throws {
    var group = AgentGroup(name: "g", queues: ["q"])
    group.proficiencies = ["q": 0.8]
    var slow = Self.agent("ann")
    slow.skills = [AgentSkill("q", proficiency: 0.5)]
    var plain = Self.agent("bob")
    plain.skills = [AgentSkill("q")]
    let groups = try Self.model([slow, plain, Self.agent("cy")], group: group).groups
    #expect(groups.map(\.name) == ["g", "g (q:0.4)"])
    #expect(groups.map(\.proficiencies) == [["q": 0.8], ["q": 0.4]])
  }
}
