import ContactCenter
import TestSupport
import Testing

@testable import Staffing

@Suite(.enabled(if: SkillCenter.library != nil, SkillCenter.skipReason))
struct GroupStafferTests {
  /// Alone the queues need 5 and 4 agents for 80/20.
  static func center(_ groups: [AgentGroup]) -> SkillCenter {
    SkillCenter(
      lines: [
        .init(name: "billing", contacts: 31, target: SkillCenter.target(0.8, 20)),
        .init(name: "sales", contacts: 21, target: SkillCenter.target(0.8, 20)),
      ], groups: groups)
  }

  /// Few replications: the answers of these tests are not narrow.
  static let quick = GroupStaffingOptions(mostReplications: 32)

  @Test("Two queues that need five and four get seven flexible agents, and six would miss")
  func allFlexible() throws {
    let library = try #require(SkillCenter.library)
    let center = Self.center([SkillCenter.group("all", ["billing", "sales"])])
    let single = try Staffer.requirement(
      for: center.forecast(), request: center.request(library).staffing)
    #expect(single.requirement.queues.map { $0.intervals[0].agents } == [5, 4])
    let answer = try center.answer(library, options: Self.quick)
    #expect(answer.groups.map(\.agents) == [7])
    #expect(answer.isMet)
    #expect(answer.promises.map(\.queue) == ["billing", "sales"])
    var simulation = StaffingSimulation(try center.groupCase(library), Self.quick)
    #expect(try simulation.verdict([7]) == StaffingVerdict(isMet: true, isCertain: true))
    #expect(try simulation.verdict([6]) == StaffingVerdict(isMet: false, isCertain: true))
    guard case .oneFewerMisses("sales", .serviceLevel, let by) = answer.groups[0].reason else {
      Issue.record("the reason is \(answer.groups[0].reason)")
      return
    }
    #expect((0.07...0.13).contains(by))
    #expect(answer.leastCostPerHour == 6)
    #expect(answer.dedicatedCostPerHour == 9)
  }

  @Test("A floor is kept, and a ceiling too low for the targets is kept and said to miss them")
  func limits() throws {
    let library = try #require(SkillCenter.library)
    func answer(_ change: (inout AgentGroup) -> Void) throws -> GroupStaffingInterval {
      var group = SkillCenter.group("all", ["billing", "sales"])
      change(&group)
      return try Self.center([group]).answer(library, options: Self.quick)
    }
    let floor = try answer { $0.minimumAgents = 9 }
    #expect(floor.groups.map(\.agents) == [9])
    #expect(floor.groups[0].reason == .floor(9))
    #expect(floor.isMet)
    let ceiling = try answer { $0.maximumAgents = 5 }
    #expect(ceiling.groups.map(\.agents) == [5])
    #expect(ceiling.groups[0].reason == .ceiling(5))
    #expect(!ceiling.isMet)
  }

  @Test("A site's minimum is kept and named, as far as its groups can have so many")
  func siteMinimum() throws {
    let library = try #require(SkillCenter.library)
    func result(_ groups: [AgentGroup], ceiling: Int?) throws -> GroupStaffingResult {
      let center = Self.center(
        groups.map {
          var group = $0
          (group.site, group.maximumAgents) = ("Austin", ceiling)
          return group
        })
      var request = center.request(library, options: Self.quick)
      var austin = Site(name: "Austin")
      austin.minimumAgents = 20
      request.sites = [austin]
      return try GroupStaffer.requirement(for: center.forecast(), request: request)
    }
    let all = [SkillCenter.group("all", ["billing", "sales"])]
    let kept = try result(all, ceiling: nil)
    #expect(kept.intervals[0].groups.map(\.agents) == [20])
    #expect(kept.intervals[0].groups[0].reason == .siteFloor("Austin"))
    #expect(!kept.findings.contains { $0.place.hasPrefix("Austin") })
    let low = try result(all, ceiling: 9)
    #expect(low.intervals[0].groups.map(\.agents) == [9])
    #expect(low.findings.filter { $0.code == "staffing.limits-conflict" }.count == 1)
    let apart = try result(
      [SkillCenter.group("b", ["billing"]), SkillCenter.group("s", ["sales"])], ceiling: nil)
    #expect(apart.intervals[0].groups.map(\.agents).reduce(0, +) < 12)
    #expect(apart.findings.contains { $0.code == "staffing.site-minimum" })
  }

  @Test("With specialists beside them, one flexible agent fewer of each misses")
  func specialists() throws {
    let library = try #require(SkillCenter.library)
    let center = Self.center([
      SkillCenter.group("all", ["billing", "sales"], cost: 11),
      SkillCenter.group("b", ["billing"], cost: 10), SkillCenter.group("s", ["sales"], cost: 10),
    ])
    let answer = try center.answer(library, options: Self.quick)
    #expect(answer.isMet)
    let agents = center.agents(answer)
    #expect(agents.reduce(0, +) >= 7)
    #expect(answer.costPerHour <= answer.dedicatedCostPerHour)
    #expect(answer.costPerHour >= answer.leastCostPerHour)
    var simulation = StaffingSimulation(try center.groupCase(library), Self.quick)
    for group in agents.indices where agents[group] > 0 {
      var fewer = agents
      fewer[group] -= 1
      #expect(try !simulation.verdict(fewer).isMet, "\(fewer)")
    }
  }

  @Test("The record has every group in every interval, by group, with what is to be scheduled")
  func rows() throws {
    let library = try #require(SkillCenter.library)
    var center = Self.center([
      SkillCenter.group("all", ["billing", "sales"]), SkillCenter.group("idle", ["nothing"]),
    ])
    center.lines[0].contacts = 6
    center.lines[1].contacts = 4
    var request = center.request(library, options: Self.quick)
    request.staffing.shrinkage = ShrinkageLedger(categories: [
      .init(name: "all", share: Share(0.2))
    ])
    let result = try GroupStaffer.requirement(for: center.forecast(intervals: 2), request: request)
    #expect(result.requirement.map(\.group) == ["all", "all", "idle", "idle"])
    #expect(result.requirement[0].agents == result.requirement[1].agents)
    #expect(
      result.requirement[0].scheduledAgents == Double(result.requirement[0].agents) / 0.8)
    #expect(result.requirement[2].agents == 0)
    #expect(result.intervals[0].groups[1].reason == .notNeeded)
    #expect(result.intervals.map(\.start) == result.requirement.prefix(2).map(\.start))
  }

  @Test("Threads do not change the answer")
  func threads() throws {
    let library = try #require(SkillCenter.library)
    var center = Self.center([
      SkillCenter.group("all", ["billing", "sales"]), SkillCenter.group("b", ["billing"]),
    ])
    center.lines[0].contacts = 5
    center.lines[1].contacts = 3
    let answers = try [1, 3].map { threads in
      try GroupStaffer.requirement(
        for: center.forecast(intervals: 4),
        request: center.request(
          library, options: GroupStaffingOptions(threads: threads, mostReplications: 8))
      ).intervals
    }
    #expect(answers[0] == answers[1])
  }

  @Test("Queues that share no agents are staffed apart, and a closed interval needs nobody")
  func parts() throws {
    let library = try #require(SkillCenter.library)
    var center = Self.center([
      SkillCenter.group("b", ["billing"]), SkillCenter.group("s", ["sales"]),
    ])
    center.lines[0].contacts = 8
    center.lines[1].contacts = 0
    let answer = try center.answer(library, options: Self.quick)
    #expect(answer.groups.map(\.agents)[1] == 0)
    #expect(answer.groups[1].reason == .notNeeded)
    #expect(answer.promises.map(\.queue) == ["billing"])
    #expect(answer.groups[0].agents >= 1)
  }

  @Test("A queue that no group serves is named, and the others are staffed")
  func unserved() throws {
    let library = try #require(SkillCenter.library)
    var center = Self.center([SkillCenter.group("b", ["billing"])])
    center.lines[0].contacts = 6
    let result = try GroupStaffer.requirement(
      for: center.forecast(), request: center.request(library, options: Self.quick))
    #expect(
      result.findings.contains {
        $0.code == "simulation.queue-without-agents" && $0.place == "sales"
      }
    )
    #expect(result.intervals[0].groups.map(\.group) == ["b"])
  }

  @Test("Agents who do nothing but work that may wait are its own requirement")
  func deferred() throws {
    let library = try #require(SkillCenter.library)
    var mail = SampleCenter.queue(SampleCenter.email, patience: nil)
    mail.target = ServiceTarget(serviceLevel: Share(0.9), threshold: Seconds(3600))
    let grid = TimeGrid(zone: .utc, length: .thirtyMinutes)
    let staffing = StaffingRequest(queues: [mail], grid: grid)
    let forecast = SampleCenter.forecast([40, 10, 0, 25, 25, 2])
    let single = try Staffer.requirement(for: forecast, request: staffing)
    let result = try GroupStaffer.requirement(
      for: forecast,
      request: GroupStaffingRequest(
        staffing: staffing, groups: [AgentGroup(name: "office", queues: ["sales"])],
        library: library))
    #expect(
      result.requirement.map(\.agents) == single.requirement.queues[0].intervals.map(\.agents))
    #expect(result.intervals.allSatisfy { $0.promises.isEmpty })
    guard case .bound(let row) = result.intervals[0].groups[0].reason else {
      Issue.record("the reason is \(result.intervals[0].groups[0].reason)")
      return
    }
    #expect(row.kind == .load)
  }

  @Test("Mail that phone agents do between calls is worked off beside the promise of the phone")
  func blended() throws {
    let library = try #require(SkillCenter.library)
    var mail = SampleCenter.queue(SampleCenter.email, patience: nil)
    mail.name = "mail"
    mail.target = ServiceTarget(serviceLevel: Share(0.9), threshold: Seconds(7200))
    let phone = SampleCenter.queue()
    let grid = TimeGrid(zone: .utc, length: .thirtyMinutes)
    let calls = SampleCenter.forecast([30]).queues[0]
    let mails = QueueForecast(
      queue: "mail", channel: "email",
      intervals: [
        ForecastInterval(start: SampleCenter.morning, offered: 50, handleSecondsMean: 240)
      ])
    func agents(_ queues: [QueueForecast]) throws -> Int {
      try GroupStaffer.requirement(
        for: DemandForecast(queues: queues),
        request: GroupStaffingRequest(
          staffing: StaffingRequest(queues: [phone, mail], grid: grid),
          groups: [AgentGroup(name: "all", queues: ["sales", "mail"])],
          options: GroupStaffingOptions(mostReplications: 8), library: library)
      ).intervals[0].groups[0].agents
    }
    let alone = try agents([calls])
    let both = try agents([calls, mails])
    // 200 minutes of mail over the two and a half hours they have: 1.3 agents' work, part of it between calls.
    #expect(both > alone)
    #expect(both <= alone + 2)
  }
}
