import ContactCenter
import Simulation
import Testing

/// Whatever a plan or a file can break is an error with a place and a hint, never a trap.
@Suite struct ModelLayoutTests {
  static let breakages: [(String, @Sendable (inout SimulationModel) -> Void)] = [
    ("no interval", { $0.intervals = [] }),
    ("gap between intervals", { $0.intervals.remove(at: 1) }),
    ("two queues of a name", { $0.queues[1].name = "voice" }),
    ("two groups of a name", { $0.groups[1].name = "voice" }),
    ("unknown queue in a group", { $0.groups[0].queues = ["fax"] }),
    ("unknown group in a route", { $0.queues[0].groupTiers = [["fax"]] }),
    (
      "route through a group that does not serve the queue",
      { $0.queues[0].groupTiers = [["chat"]] }
    ),
    ("staff for an unknown group", { $0.staffing = .counts(["fax": [1, 1, 1, 1]]) }),
    ("too few numbers of agents", { $0.staffing = .counts(["chat": [1]]) }),
    ("negative agents", { $0.staffing = .counts(["chat": [1, 1, -1, 1]]) }),
    ("absurd agents", { $0.staffing = .counts(["chat": [1, 1, .max, 1]]) }),
    (
      "roster for an unknown group",
      { $0.staffing = .roster([WorkSpan(agent: "a", group: "fax", start: 0, end: 1)]) }
    ),
    (
      "roster without a time",
      { $0.staffing = .roster([WorkSpan(agent: "a", group: "chat", start: .nan, end: 1)]) }
    ),
    ("too few volumes", { $0.queues[0].expectedContacts = [1] }),
    ("negative volume", { $0.queues[0].expectedContacts[0] = -1 }),
    ("volume that is no number", { $0.queues[0].expectedContacts[0] = .nan }),
    ("absurd volume", { $0.queues[0].expectedContacts[0] = 1e300 }),
    ("negative handle time", { $0.queues[0].meanHandleSeconds[0] = -1 }),
    ("infinite handle time", { $0.queues[0].meanHandleSeconds[0] = .infinity }),
    ("negative variation", { $0.queues[0].handleTimeVariation = -1 }),
    ("negative patience", { $0.queues[0].meanPatienceSeconds = -1 }),
    ("patience that is no number", { $0.queues[0].meanPatienceSeconds = .nan }),
    ("negative busyness variation", { $0.queues[0].busynessVariation = -1 }),
    ("no session", { $0.queues[0].sessions = 0 }),
    ("absurd sessions", { $0.queues[0].sessions = .max }),
    ("negative backlog", { $0.queues[0].initialBacklog = -1 }),
    ("absurd backlog", { $0.queues[0].initialBacklog = .max }),
    ("negative threshold", { $0.queues[0].target.threshold = Seconds(-1) }),
    ("proficiency zero", { $0.groups[0].proficiencies = ["voice": 0] }),
    ("nobody ever comes", { $0.absence = 1 }),
    ("negative absence", { $0.absence = -0.1 }),
    ("absence that is no number", { $0.absence = .nan }),
  ]

  @Test("A model that makes no sense is refused with a place and a hint")
  func refused() {
    for (name, breakage) in Self.breakages {
      var model = TestModels.mixed
      breakage(&model)
      do {
        _ = try simulateSerially(model, options: SimulationOptions(replications: 1))
        Issue.record("not refused: \(name)")
      } catch {
        #expect(!error.place.isEmpty, "\(name)")
        #expect(error.advice.hasPrefix("Maybe"), "\(name)")
        #expect(error.description.contains(error.message), "\(name)")
      }
    }
  }

  @Test("Days and weeks that reach past the intervals are cut, not a trap")
  func periodsOutside() throws {
    var model = TestModels.mixed
    model.days = [0..<99, 50..<60]
    model.weeks = [-3..<2]
    model.firstReportedInterval = 99
    let result = try simulateSerially(model, options: SimulationOptions(replications: 1))
    #expect(result.outcome.rows.contains { $0.period == .run })
  }

  @Test("Patience of infinity is customers who never give up")
  func infinitePatience() throws {
    var model = TestModels.single(contacts: [100], agents: [1])
    model.queues[0].meanPatienceSeconds = .infinity
    #expect(try simulateOnce(model, seed: 1).queue(0, over: 0..<1).abandoned == 0)
  }
}
