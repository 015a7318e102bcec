import ContactCenter
import Simulation
import Testing

@Suite struct AssemblyTests {
  private static let grid = TimeGrid(zone: .utc, length: .thirtyMinutes)
  private static let voice = Channel(name: "voice", mode: .live)
  private static let email = Channel(name: "email", mode: .deferred)
  private static let target = ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20))

  private static func at(_ slot: Int) -> Instant { Instant(secondsSinceEpoch: slot * 1800) }

  private static func queue(_ name: String, _ channel: Channel = voice, priority: Int = 1) -> Queue
  {
    Queue(
      name: name, channel: channel, patience: channel.mode == .live ? Seconds(120) : nil,
      target: target, priority: priority)
  }

  private static func forecast(_ names: [String], slots: Range<Int> = 0..<48) -> DemandForecast {
    DemandForecast(
      queues: names.map { name in
        QueueForecast(
          queue: name, channel: "voice",
          intervals: slots.map {
            ForecastInterval(start: at($0), offered: 20, handleSecondsMean: 240)
          })
      })
  }

  private static func requirement(_ names: [String], agents: Int) -> StaffingRequirement {
    StaffingRequirement(
      queues: names.map { name in
        QueueRequirement(
          queue: name, channel: "voice",
          intervals: (0..<48).map { RequirementInterval(start: at($0), agents: agents) })
      })
  }

  @Test("A requirement gives every queue a group of its own")
  func fromRequirement() throws {
    let assembled = try SimulationModel.assemble(
      queues: [Self.queue("sales"), Self.queue("billing")], groups: [],
      forecast: Self.forecast(["billing", "sales"]),
      staffing: .requirement(Self.requirement(["billing", "sales"], agents: 5)), grid: Self.grid)
    #expect(assembled.findings.isEmpty)
    #expect(assembled.model.groups.map(\.name) == ["billing", "sales"])
    #expect(assembled.model.days == [0..<48])
    #expect(assembled.model.weeks == [0..<48])
    let outcome = try simulateSerially(
      assembled.model, options: SimulationOptions(replications: 20)
    ).outcome
    let row = try #require(outcome.run(.center, "center"))
    #expect(abs((row.offered ?? 0) - 1920) < 50)
    #expect(row.probabilityOfTarget != nil)
    #expect(outcome.run(.group, "sales")?.agents == 5)
  }

  @Test("Queues are served by priority, live before deferred work, then in the group's order")
  func order() throws {
    let assembled = try SimulationModel.assemble(
      queues: [
        Self.queue("mail", Self.email), Self.queue("b"), Self.queue("a"),
        Self.queue("vip", priority: 0),
      ],
      groups: [
        AgentGroup(name: "all", queues: ["mail", "b", "a", "vip"]),
        AgentGroup(name: "some", queues: ["a", "b"]),
      ],
      forecast: Self.forecast(["a", "b", "mail", "vip"]), staffing: .groupRequirement([]),
      grid: Self.grid)
    #expect(assembled.model.groups[0].queues == ["vip", "b", "a", "mail"])
    let first = assembled.model.queues.first { $0.name == "a" }
    #expect(first?.groupTiers == [["some"], ["all"]])
  }

  @Test(
    "A roster's breaks and meetings take agents off contacts, whether beside or inside the work")
  func fromRoster() throws {
    func entry(_ from: Int, _ to: Int, _ activity: RosterActivity) -> RosterEntry {
      RosterEntry(
        agent: "ann", start: Self.at(from), end: Self.at(to), activity: activity, group: "g")
    }
    func spans(_ entries: [RosterEntry]) throws -> StaffingInput {
      try SimulationModel.assemble(
        queues: [Self.queue("q")], groups: [AgentGroup(name: "g", queues: ["q"])],
        forecast: Self.forecast(["q"]), staffing: .roster(Roster(entries: entries), agents: []),
        grid: Self.grid
      ).model.staffing
    }
    let expected = StaffingInput.roster([
      WorkSpan(agent: "ann", group: "g", start: 3600, end: 7200),
      WorkSpan(agent: "ann", group: "g", start: 9000, end: 14_400),
    ])
    #expect(try spans([entry(2, 8, .work), entry(4, 5, .lunch)]) == expected)
    #expect(
      try spans([entry(2, 4, .work), entry(4, 5, .meeting), entry(5, 8, .work)]) == expected)
    #expect(try spans([entry(2, 8, .off)]) == .roster([]))
  }

  @Test("Absence is of a roster; a requirement is of agents who are there")
  func absence() throws {
    func absence(_ staffing: PlannedStaffing) throws -> Double {
      try SimulationModel.assemble(
        queues: [Self.queue("q")], groups: [AgentGroup(name: "g", queues: ["q"])],
        forecast: Self.forecast(["q"]), staffing: staffing, grid: Self.grid,
        options: AssemblyOptions(warmUpDays: 1, absence: Share(0.3))
      ).model.absence
    }
    #expect(try absence(.roster(Roster(entries: []), agents: [])) == 0.3)
    #expect(try absence(.requirement(Self.requirement(["q"], agents: 5))) == 0)
    #expect(try absence(.groupRequirement([])) == 0)
  }

  @Test("Agents with fewer skills or other speeds form groups of their own, reported together")
  func skills() throws {
    let agents = [
      Agent(name: "ann", group: "g", skills: [AgentSkill("q", proficiency: 0.8)], contract: "c"),
      Agent(name: "bob", group: "g", contract: "c"),
      Agent(name: "cy", group: "g", skills: [AgentSkill("r"), AgentSkill("q")], contract: "c"),
    ]
    let roster = Roster(
      entries: agents.map {
        RosterEntry(agent: $0.name, start: Self.at(0), end: Self.at(16), activity: .work)
      })
    let assembled = try SimulationModel.assemble(
      queues: [Self.queue("q"), Self.queue("r")],
      groups: [AgentGroup(name: "g", queues: ["q", "r"])], forecast: Self.forecast(["q", "r"]),
      staffing: .roster(roster, agents: agents), grid: Self.grid)
    #expect(assembled.model.groups.count == 3)
    let outcome = try simulateSerially(
      assembled.model, options: SimulationOptions(replications: 2)
    ).outcome
    let groups = outcome.rows.filter { $0.period == .run && $0.level == .group }
    #expect(groups.map(\.name) == ["g"])
    #expect(groups[0].agents == 1)
  }

  @Test("What is missing is said: a forecast, a queue, agents, a group")
  func findings() throws {
    let roster = Roster(entries: [
      RosterEntry(agent: "zoe", start: Self.at(0), end: Self.at(4), activity: .work)
    ])
    let assembled = try SimulationModel.assemble(
      queues: [Self.queue("q"), Self.queue("silent")],
      groups: [AgentGroup(name: "g", queues: ["silent"])], forecast: Self.forecast(["q", "fax"]),
      staffing: .roster(roster, agents: []), grid: Self.grid)
    #expect(
      Set(assembled.findings.map(\.code)) == [
        "simulation.unknown-queue", "simulation.no-forecast", "simulation.queue-without-agents",
        "simulation.agent-without-group",
      ])
    let outcome = try simulateSerially(
      assembled.model, options: SimulationOptions(replications: 2)
    ).outcome
    #expect(outcome.run(.queue, "q")?.answered == 0)
  }

  @Test("Nothing forecast, another grid or no handle time is an error")
  func errors() {
    var unhandled = Self.forecast(["q"])
    unhandled.queues[0].intervals[3].handleSecondsMean = nil
    var shifted = Self.forecast(["q"])
    shifted.queues[0].intervals[3].start = Instant(secondsSinceEpoch: 5000)
    for forecast in [DemandForecast(queues: []), unhandled, shifted] {
      #expect(throws: SimulationError.self) {
        try SimulationModel.assemble(
          queues: [Self.queue("q")], groups: [], forecast: forecast,
          staffing: .requirement(StaffingRequirement(queues: [])), grid: Self.grid)
      }
    }
  }

  @Test("Days vary in busyness as much as the quantiles say, and not at all where they are Poisson")
  func uncertainty() throws {
    func variation(_ low: Double, _ high: Double) throws -> Double {
      var forecast = Self.forecast(["q"])
      for index in forecast.queues[0].intervals.indices {
        forecast.queues[0].intervals[index].offered = 100
        forecast.queues[0].intervals[index].quantiles = [
          low - 8, low, 92, 95, 98, 100, 102, 105, 108, high, high + 8,
        ]
      }
      return try SimulationModel.assemble(
        queues: [Self.queue("q")], groups: [], forecast: forecast,
        staffing: .requirement(Self.requirement(["q"], agents: 20)), grid: Self.grid
      ).model.queues[0].busynessVariation
    }
    // Poisson with mean 100: standard deviation 10, quantiles 100 ± 12.8155.
    #expect(try variation(87.185, 112.815) < 0.005)
    // Standard deviation √(100 + 400): a factor with coefficient of variation 0.2.
    #expect(abs(try variation(100 - 28.656, 100 + 28.656) - 0.2) < 0.001)
  }
}
