import ContactCenter
import Simulation
import Testing

@Suite struct BehaviorAssemblyTests {
  private static let grid = TimeGrid(zone: .utc, length: .thirtyMinutes)
  private static let voice = Channel(name: "voice", mode: .live)
  private static let target = ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20))

  private static func at(_ slot: Int) -> Instant { Instant(secondsSinceEpoch: slot * 1800) }

  private static func queue(_ name: String, _ change: (inout Queue) -> Void = { _ in }) -> Queue {
    var queue = Queue(name: name, channel: voice, patience: Seconds(120), target: target)
    change(&queue)
    return queue
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

  private static func requirement(_ names: [String]) -> PlannedStaffing {
    .requirement(
      StaffingRequirement(
        queues: names.map { name in
          QueueRequirement(
            queue: name, channel: "voice",
            intervals: (0..<48).map { RequirementInterval(start: at($0), agents: 5) })
        }))
  }

  private static func assemble(
    _ queues: [Queue], groups: [AgentGroup] = [], forecast names: [String]? = nil,
    _ staffing: PlannedStaffing = .groupRequirement([]), slots: Range<Int> = 0..<48,
    options: AssemblyOptions = AssemblyOptions()
  ) throws -> AssembledModel {
    try SimulationModel.assemble(
      queues: queues, groups: groups, forecast: forecast(names ?? queues.map(\.name), slots: slots),
      staffing: staffing, grid: grid, options: options)
  }

  @Test("A queue's behavior, shapes, policies and site are its model's")
  func copied() throws {
    var behavior = QueueBehavior()
    behavior.balking = Share(0.1)
    behavior.callback = CallbackOffer(expectedWait: Seconds(60), acceptance: Share(0.4))
    behavior.selfService = SelfService(
      time: Seconds(60), containment: Share(0.3),
      outages: [.init(start: Self.at(20), end: Self.at(24))])
    let model = try Self.assemble(
      [
        Self.queue("q") {
          $0.behavior = behavior
          $0.handleTimeShape = .erlang(stages: 3)
          $0.patienceShape = .weibull(shape: 0.7)
          $0.busynessVariation = 0.3
          $0.agentChoice = .roundRobin
          $0.rank = QueueRank(weight: 2, base: 1, slope: 3)
          $0.site = "Austin"
        }
      ],
      options: AssemblyOptions(
        attendance: Attendance(late: Share(0.1), lateness: Seconds(60), shiftEnd: .handOver),
        lineGroups: [LineGroup(name: "t", queues: ["q"], places: 9)])
    ).model
    let queue = model.queues[0]
    #expect(queue.behavior == behavior)
    #expect(queue.handleTimeShape == .erlang(stages: 3))
    #expect(queue.patienceShape == .weibull(shape: 0.7))
    #expect(queue.busynessVariation == 0.3)
    #expect(queue.agentChoice == .roundRobin)
    #expect(queue.rank == QueueRank(weight: 2, base: 1, slope: 3))
    #expect(queue.site == "Austin")
    #expect(
      model.attendance == AttendanceModel(lateShare: 0.1, lateSeconds: 60, shiftEnd: .handOver))
    #expect(model.lineGroups == [LineGroup(name: "t", queues: ["q"], places: 9)])
  }

  @Test("Nouns of which nothing is said give the model they gave before there was more to say")
  func plain() throws {
    let roster = Roster(entries: [
      RosterEntry(agent: "ann", start: Self.at(0), end: Self.at(16), activity: .work, group: "g")
    ])
    let agent = Agent(
      name: "ann", group: "g", contract: "c", site: "Austin",
      hired: CivilDate(daysSinceEpoch: -3), isRemote: false)
    let model = try Self.assemble(
      [Self.queue("q") { $0.openingHours = OpeningHours(week: Array(repeating: [], count: 7)) }],
      groups: [AgentGroup(name: "g", queues: ["q"])], .roster(roster, agents: [agent])
    ).model
    #expect(
      model
        == SimulationModel(
          intervals: (0..<48).map { Interval(start: Self.at($0), end: Self.at($0 + 1)) },
          days: [0..<48], weeks: [0..<48],
          queues: [
            QueueModel(
              name: "q", expectedContacts: Array(repeating: 20, count: 48),
              meanHandleSeconds: Array(repeating: 240, count: 48), meanPatienceSeconds: 120,
              target: Self.target, groupTiers: [["g"]])
          ], groups: [GroupModel(name: "g", queues: ["q"])],
          staffing: .roster([WorkSpan(agent: "ann", group: "g", start: 0, end: 28_800)])))
  }

  @Test("A group's choice, cost, site and speeds are its model's")
  func groups() throws {
    var group = AgentGroup(name: "g", queues: ["q", "r"])
    group.queueChoice = .oldest
    group.costPerHour = 30
    group.site = "Austin"
    group.proficiencies = ["r": 0.8]
    let queues = [Self.queue("q"), Self.queue("r")]
    let model = try Self.assemble(queues, groups: [group]).model
    let expected = GroupModel(
      name: "g", queues: ["q", "r"], proficiencies: ["r": 0.8], queueChoice: .oldest,
      costPerHour: 30, site: "Austin")
    #expect(model.groups == [expected])
    // A requirement gives each queue agents of its own: they cost and work like those of the one group that could.
    let own = try Self.assemble(queues, groups: [group], Self.requirement(["q", "r"])).model.groups
    #expect(own.map(\.costPerHour) == [30, 30])
    #expect(own.map(\.proficiencies) == [[:], ["r": 0.8]])
    var other = group
    other.name = "h"
    let several = try Self.assemble(
      queues, groups: [group, other], Self.requirement(["q", "r"])
    ).model.groups
    #expect(several.map(\.costPerHour) == [0, 0])
  }

  @Test("Steps and reserves name the groups that a roster's skills make of a group")
  func routing() throws {
    let steps = [
      RoutingStep(after: Seconds(9), action: .open(groups: ["g", "empty"])),
      RoutingStep(after: Seconds(20), action: .open(groups: ["empty"])),
      RoutingStep(after: Seconds(30), action: .dismiss),
    ]
    let agents = [
      Agent(name: "ann", group: "g", contract: "c"), Agent(name: "bob", group: "g", contract: "c"),
      Agent(name: "cy", group: "g", skills: [AgentSkill("q", proficiency: 0.8)], contract: "c"),
    ]
    let roster = Roster(
      entries: agents.map {
        RosterEntry(agent: $0.name, start: Self.at(0), end: Self.at(16), activity: .work)
      })
    let assembled = try Self.assemble(
      [
        Self.queue("q") {
          $0.steps = steps
          $0.reserves = ["g": 2]
        }
      ],
      groups: [
        AgentGroup(name: "g", queues: ["q"]), AgentGroup(name: "empty", queues: ["q"]),
      ], .roster(roster, agents: agents))
    #expect(assembled.findings.isEmpty)
    let queue = assembled.model.queues[0]
    #expect(
      queue.steps == [
        RoutingStep(after: Seconds(9), action: .open(groups: ["g", "g (q:0.8)"])),
        RoutingStep(after: Seconds(30), action: .dismiss),
      ])
    // Two of three agents: 4/3 and 2/3, largest remainder first.
    #expect(queue.reserves == ["g": 1, "g (q:0.8)": 1])
  }

  @Test("Where each queue has agents of its own, what names groups is left out with one finding")
  func requirementRouting() throws {
    let assembled = try Self.assemble(
      [
        Self.queue("q") {
          $0.steps = [
            RoutingStep(after: Seconds(9), action: .open(groups: ["all"])),
            RoutingStep(after: Seconds(30), action: .move(queue: "r")),
          ]
        }, Self.queue("r") { $0.reserves = ["all": 2] },
      ], groups: [AgentGroup(name: "all", queues: ["q", "r"])], Self.requirement(["q", "r"]))
    #expect(assembled.findings.map(\.code) == ["simulation.group-routing-ignored"])
    #expect(assembled.findings.first?.message.contains("q, r") == true)
    #expect(assembled.model.queues.map(\.steps.count) == [1, 0])
    #expect(assembled.model.queues[1].reserves.isEmpty)
  }

  @Test("A group that is not in the plan is named, with the nearest that is")
  func unknownGroup() throws {
    let assembled = try Self.assemble(
      [Self.queue("q") { $0.reserves = ["alll": 2] }],
      groups: [AgentGroup(name: "all", queues: ["q"])])
    #expect(assembled.findings.map(\.code) == ["simulation.unknown-group"])
    #expect(assembled.findings.first?.advice == "Maybe all is meant.")
  }

  @Test("A queue that others feed needs no forecast but a handle time, in every interval")
  func fed() throws {
    let first = Self.queue("q") {
      $0.behavior.transfers = [Transfer(share: Share(0.1), queue: "r")]
    }
    let second = Self.queue("r") { $0.handleTime = Seconds(300) }
    let assembled = try Self.assemble([first, second], forecast: ["q"])
    #expect(assembled.findings.filter { $0.code == "simulation.no-forecast" }.isEmpty)
    #expect(assembled.model.queues[1].meanHandleSeconds.allSatisfy { $0 == 300 })
    #expect(throws: SimulationError.self) {
      try Self.assemble([first, Self.queue("r")], forecast: ["q"])
    }
    let unserved = try Self.assemble(
      [first, second], groups: [AgentGroup(name: "g", queues: ["q"])], forecast: ["q"])
    #expect(unserved.findings.map(\.place) == ["r"])
  }

  @Test("Handle times reach intervals without a forecast, into which contacts come late")
  func filled() throws {
    var forecast = Self.forecast(["q"])
    forecast.queues[0].intervals.removeSubrange(10..<20)
    func handle(_ queue: Queue) throws -> [Double] {
      try SimulationModel.assemble(
        queues: [queue], groups: [], forecast: forecast, staffing: .groupRequirement([]),
        grid: Self.grid
      ).model.queues[0].meanHandleSeconds
    }
    #expect(try handle(Self.queue("q"))[15] == 0)
    let returning = Self.queue("q") {
      $0.behavior.recontact = Recontact(share: Share(0.1), delay: Seconds(3600))
    }
    #expect(try handle(returning)[15] == 240)
  }

  @Test("Open hours go by the wall clock and only where clock or closing ask")
  func openHours() throws {
    let chicago = TimeGrid(zone: try ZoneRules.named("America/Chicago"), length: .sixtyMinutes)
    // Saturday 31 October to Monday 2 November 2026: Sunday has 25 hours.
    let start = chicago.zone.startOfDay(try #require(CivilDate(text: "2026-10-31")))
    let forecast = DemandForecast(queues: [
      QueueForecast(
        queue: "q", channel: "voice",
        intervals: chicago.intervals(from: start, to: start.advanced(by: 73 * 3600)).map {
          ForecastInterval(start: $0.start, offered: 1, handleSecondsMean: 240)
        })
    ])
    func open(_ change: (inout Queue) -> Void) throws -> [Range<Double>]? {
      try SimulationModel.assemble(
        queues: [Self.queue("q", change)], groups: [], forecast: forecast,
        staffing: .groupRequirement([]), grid: chicago
      ).model.queues[0].openSeconds
    }
    var week = Array(repeating: [OpeningHours.Stretch(start: 480, end: 1080)], count: 7)
    week[6] = [.init(start: 0, end: 60), .init(start: 1200, end: 1440)]
    week[0] = [.init(start: 0, end: 360)]
    let hours = OpeningHours(week: week)
    #expect(try open { $0.openingHours = hours } == nil)
    let expected: [Range<Double>] = [
      28_800..<64_800, 86_400..<90_000, (86_400 + 21 * 3600)..<(86_400 + 31 * 3600),
    ]
    #expect(
      try open {
        $0.openingHours = hours
        $0.behavior.clock = .openHours
      } == expected)
    #expect(
      try open {
        $0.openingHours = hours
        $0.behavior.closing = .dismiss
      } == expected)
    #expect(
      try open {
        $0.openingHours = .always
        $0.behavior.clock = .openHours
      } == nil)
  }

  @Test("Recorded contacts come at their times, with the handle time or the patience they showed")
  func contacts() throws {
    func record(
      _ seconds: Int, _ outcome: ContactRecord.Outcome, wait: Double, handle: Double?
    ) -> ContactRecord {
      var record = ContactRecord(
        timestamp: Instant(secondsSinceEpoch: seconds), queue: "q", channel: "voice",
        outcome: outcome)
      record.waitSeconds = wait
      record.talkSeconds = handle
      record.wrapSeconds = handle.map { _ in 20 }
      return record
    }
    let records = [
      record(100, .answered, wait: 3, handle: 200), record(90_000, .answered, wait: 3, handle: 1),
      record(50, .abandoned, wait: 40, handle: nil), record(60, .selfServed, wait: 0, handle: nil),
    ]
    let assembled = try Self.assemble(
      [Self.queue("q"), Self.queue("r")], options: AssemblyOptions(contacts: records))
    #expect(
      assembled.model.queues[0].arrivals
        == .trace([
          TracedContact(seconds: 100, handleSeconds: 220),
          TracedContact(seconds: 50, patienceSeconds: 40),
        ]))
    #expect(assembled.model.queues[1].arrivals == .rates)
    #expect(assembled.findings.contains { $0.message.contains("2 of 4 recorded contacts") })
    let tally = try simulateOnce(assembled.model, seed: 1)
    #expect(tally.queue(0, over: 0..<48).offered == 2)
    let early = AssemblyOptions(contacts: [record(-5, .answered, wait: 0, handle: 1)])
    let other = try Self.assemble([Self.queue("q")], options: early)
    #expect(other.findings.first?.code == "simulation.contacts-of-another-period")
    #expect(other.model.queues[0].arrivals == .rates)
  }

  @Test("Sample paths take the place of rates, each number the same future for all queues")
  func paths() throws {
    func point(_ path: Int, _ slot: Int, _ queue: String, _ offered: Double) -> SamplePathPoint {
      SamplePathPoint(path: path, start: Self.at(slot), queue: queue, offered: offered)
    }
    let points = [
      point(7, 1, "q", 30), point(3, 0, "q", 10), point(3, 1, "r", 5), point(3, 99, "q", 8),
      point(3, 0, "other", 8),
    ]
    let assembled = try Self.assemble(
      [Self.queue("q"), Self.queue("r"), Self.queue("s")], slots: 0..<2,
      options: AssemblyOptions(paths: points))
    #expect(
      assembled.model.queues.map(\.arrivals) == [
        .paths([[10, 0], [0, 30]]), .paths([[0, 5], [0, 0]]), .rates,
      ])
    let off = SamplePathPoint(
      path: 1, start: Instant(secondsSinceEpoch: 100), queue: "q", offered: 1)
    #expect(throws: SimulationError.self) {
      try Self.assemble([Self.queue("q")], options: AssemblyOptions(paths: [off]))
    }
    let late = try Self.assemble(
      [Self.queue("q")], options: AssemblyOptions(paths: [point(1, 99, "q", 1)]))
    #expect(late.findings.map(\.code).contains("simulation.paths-of-another-period"))
    #expect(late.model.queues[0].arrivals == .rates)
  }

  @Test("Outages of sites that lie in the model are its outages; a site without agents is named")
  func siteOutages() throws {
    var group = AgentGroup(name: "g", queues: ["q"])
    group.site = "Austin"
    let assembled = try Self.assemble(
      [Self.queue("q")], groups: [group], slots: 2..<20,
      options: AssemblyOptions(
        attendance: Attendance(siteOutages: [
          .init(site: "Austin", start: Self.at(4), end: Self.at(6)),
          .init(site: "Austin", start: Self.at(40), end: Self.at(46)),
          .init(site: "Boston", start: Self.at(4), end: Self.at(6)),
        ])))
    #expect(
      assembled.model.attendance.siteOutages == [
        .init(site: "Austin", start: 3600, end: 7200)
      ])
    #expect(assembled.findings.map(\.code) == ["simulation.unknown-site"])
  }
}
