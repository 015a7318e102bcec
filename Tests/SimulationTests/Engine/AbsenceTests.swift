import ContactCenter
import Simulation
import Testing

/// Shifts that are not worked.
@Suite struct AbsenceTests {
  /// 12 hours in which 60 contacts an hour come, with spans in hours.
  ///
  /// Every agent has a group of their own, so that a group's tally shows the attendance of one agent.
  private static func model(
    _ spans: [(agent: String, from: Double, to: Double)], absence: Double, contacts: Double = 60
  ) -> SimulationModel {
    var model = TestModels.single(
      contacts: Array(repeating: contacts, count: 12), agents: Array(repeating: 0, count: 12),
      seconds: 3600)
    let names = Set(spans.map(\.agent)).sorted()
    model.groups = names.map { GroupModel(name: $0, queues: ["q"]) }
    model.staffing = .roster(
      spans.map {
        WorkSpan(agent: $0.agent, group: $0.agent, start: $0.from * 3600, end: $0.to * 3600)
      })
    model.absence = absence
    return model
  }

  private static func crew(_ count: Int) -> [(agent: String, from: Double, to: Double)] {
    (0..<count).map { ("agent \(10 + $0)", 0, 12) }
  }

  /// Who came, in order of name, by the hours in `range`.
  private static func attendance(
    _ model: SimulationModel, _ range: Range<Int> = 0..<12, replication: Int
  ) throws -> [Bool] {
    let tally = try simulateOnce(model, seed: 4, replication: replication)
    return (0..<model.groups.count).map { tally.group($0, over: range).staffedSeconds > 0 }
  }

  // 20 agents in 500 replications: 10,000 draws, standard deviation 20 · √(0.3 · 0.7 / 10,000) = 0.0917 agents.
  @Test("The mean number of agents is the share that comes of those scheduled")
  func mean() throws {
    let model = Self.model(Self.crew(20), absence: 0.3, contacts: 0)
    let outcome = try simulateSerially(
      model, options: SimulationOptions(seed: 4, replications: 500)
    ).outcome
    let run = try #require(outcome.run(.center, "center")?.agents)
    #expect(abs(run - 0.7 * 20) < 3.29 * 0.0917)
    var staffed = 0.0
    for replication in 0..<500 {
      let tally = try simulateOnce(model, seed: 4, replication: replication)
      for group in 0..<20 {
        let own = tally.group(group, over: 0..<12)
        #expect(own.staffedSeconds + own.absentSeconds == 12 * 3600)
        staffed += own.staffedSeconds
      }
    }
    // Without contacts there is no overtime, so the column is the time present, to its two decimals.
    #expect(abs(staffed / 500 / (12 * 3600) - run) < 0.0051)
  }

  @Test("Pauses under four hours leave a shift whole; after longer ones an agent draws anew")
  func shifts() throws {
    let model = Self.model(
      [("ann", 0, 2), ("ann", 2.5, 4), ("ann", 7.9, 8), ("bob", 0, 4), ("bob", 8, 9)],
      absence: 0.5)
    var differ = [0, 0]
    var absent = [0, 0]
    for replication in 0..<200 {
      let first = try Self.attendance(model, 0..<2, replication: replication)
      let middle = try Self.attendance(model, 3..<4, replication: replication)
      // Contacts in progress at 4 h may run on, but not until 7 h.
      let last = try Self.attendance(model, 7..<9, replication: replication)
      #expect(first == middle)
      for agent in 0..<2 {
        if first[agent] != last[agent] { differ[agent] += 1 }
        if !first[agent] { absent[agent] += 1 }
      }
    }
    #expect(differ[0] == 0)
    // Two fair coins differ in half of 200 throws: 100 ± 3.29 · √50.
    #expect((77...123).contains(differ[1]))
    for count in absent { #expect((77...123).contains(count)) }
  }

  @Test("A shift in two groups is one shift, worked by one agent at a time")
  func twoGroups() throws {
    var model = Self.model([("ann", 0, 6), ("bob", 6, 12)], absence: 0, contacts: 0)
    model.staffing = .roster([
      WorkSpan(agent: "zoe", group: "ann", start: 0, end: 6 * 3600),
      WorkSpan(agent: "zoe", group: "bob", start: 6 * 3600, end: 12 * 3600),
    ])
    let outcome = try simulateSerially(model, options: SimulationOptions(replications: 2)).outcome
    #expect(outcome.run(.center, "center")?.agents == 1)
    #expect(outcome.run(.group, "ann")?.agents == 0.5)
    model.absence = 0.5
    var absent = 0
    for replication in 0..<100 {
      let came = try Self.attendance(model, replication: replication)
      #expect(came[0] == came[1])
      if !came[0] { absent += 1 }
    }
    #expect((33...67).contains(absent))
  }

  @Test("Another agent and another queue change nobody's attendance")
  func invariance() throws {
    let crew = Self.crew(12)
    let model = Self.model(crew, absence: 0.3)
    var extended = Self.model([("agent 05", 1, 9), ("agent 15x", 0, 5)] + crew, absence: 0.3)
    extended.queues.append(
      QueueModel(
        name: "another", expectedContacts: Array(repeating: 30, count: 12),
        meanHandleSeconds: Array(repeating: 200, count: 12)))
    var patterns = Set<[Bool]>()
    for replication in 0..<40 {
      let before = try Self.attendance(model, replication: replication)
      var after = try Self.attendance(extended, replication: replication)
      // In order of name the new ones are the first and, after agents 10 to 15, the eighth.
      after.remove(at: 7)
      after.removeFirst()
      #expect(after == before)
      patterns.insert(before)
    }
    #expect(patterns.count > 30)
  }

  @Test("Whoever is away at a low share is away at a higher one")
  func monotone() throws {
    for replication in 0..<40 {
      let many = try Self.attendance(
        Self.model(Self.crew(12), absence: 0.1), replication: replication)
      let few = try Self.attendance(
        Self.model(Self.crew(12), absence: 0.4), replication: replication)
      for (few, many) in zip(few, many) where few { #expect(many) }
    }
  }

  @Test("A replication with absence is that of a roster without the absent")
  func removed() throws {
    let spans = (0..<10).flatMap { number -> [(agent: String, from: Double, to: Double)] in
      let name = "agent \(10 + number)"
      let start = Double(number % 3)
      return [(name, start, start + 3), (name, start + 3.5, start + 8)]
    }
    var missing = 0
    for replication in 0..<20 {
      let model = Self.model(spans, absence: 0.25)
      let came = try Self.attendance(model, replication: replication)
      let present = Set(zip(model.groups.map(\.name), came).filter(\.1).map(\.0))
      var rest = Self.model(spans.filter { present.contains($0.agent) }, absence: 0)
      rest.groups = model.groups
      let with = try simulateOnce(model, seed: 4, replication: replication)
      let without = try simulateOnce(rest, seed: 4, replication: replication)
      #expect(with.queues == without.queues)
      #expect(with.groups.map(\.busySeconds) == without.groups.map(\.busySeconds))
      #expect(with.groups.map(\.staffedSeconds) == without.groups.map(\.staffedSeconds))
      missing += 10 - present.count
    }
    #expect(missing > 20)
  }

  @Test("Without absence attendance is not drawn: a share nobody reaches changes nothing")
  func none() throws {
    let options = SimulationOptions(seed: 4, replications: 20)
    let zero = try simulateSerially(Self.model(Self.crew(8), absence: 0), options: options)
    let tiny = try simulateSerially(Self.model(Self.crew(8), absence: 1e-300), options: options)
    #expect(zero.outcome == tiny.outcome)
    #expect(zero.outcome.run(.center, "center")?.agents == 8)
    var counts = TestModels.mixed
    let before = try simulateSerially(counts, options: options)
    counts.absence = 0.9
    #expect(try simulateSerially(counts, options: options).outcome == before.outcome)
  }

  @Test("One thread, three threads and the serial run give the same outcome to the last bit")
  func threads() async throws {
    let model = Self.model(Self.crew(9), absence: 0.2)
    var options = SimulationOptions(seed: 5, replications: 37, threads: 1)
    let one = try await simulate(model, options: options)
    options.threads = 3
    let three = try await simulate(model, options: options)
    #expect(one.outcome == three.outcome)
    #expect(one.outcome == (try simulateSerially(model, options: options).outcome))
    #expect(one.total == three.total)
    let agents = try #require(one.outcome.run(.center, "center")?.agents)
    #expect((6...8.5).contains(agents))
  }
}
