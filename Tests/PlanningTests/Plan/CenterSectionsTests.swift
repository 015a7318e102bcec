import ContactCenter
import Planning
import Simulation
import Testing

@Suite struct CenterSectionsTests {
  private static let head = "timezone: UTC\nqueues: { a: {}, b: {} }\n"

  @Test("Groups choose queues, cost, sit somewhere and have speeds")
  func groups() throws {
    let plan = try PlanReader.read(
      Self.head
        + "groups: { g: { queues: [a, b], choose_queue: oldest, cost_per_hour: 32.5, site: Austin, "
        + "remote: 40%, proficiency: { b: 0.9 } } }", file: "p")
    let group = plan.groups[0]
    #expect(group.queueChoice == .oldest)
    #expect(group.costPerHour == 32.5)
    #expect(group.site == "Austin")
    #expect(group.remoteShare == Share(0.4))
    #expect(group.proficiencies == ["b": 0.9])
  }

  @Test("Lines, attendance and ramp-up")
  func center() throws {
    let plan = try PlanReader.read(
      Self.head
        + """
        lines:
          trunks: { queues: [a, b], places: 60 }
          room: { queues: [a], places: 5, kind: waiting-room }
        attendance:
          late: { share: 10%, mean: 6m }
          shift_end: hand-over
          site_outages: [{ site: Austin, start: 1970-01-01T01:00, end: 1970-01-01T02:00 }]
        ramp_up: { weeks: 8, from: 60% }
        """, file: "p")
    #expect(
      plan.lines == [
        LineGroup(name: "room", queues: ["a"], kind: .waitingRoom, places: 5),
        LineGroup(name: "trunks", queues: ["a", "b"], places: 60),
      ])
    #expect(
      plan.attendance
        == Attendance(
          late: Share(0.1), lateness: Seconds(360), shiftEnd: .handOver,
          siteOutages: [
            .init(
              site: "Austin", start: Instant(secondsSinceEpoch: 3600),
              end: Instant(secondsSinceEpoch: 7200))
          ]))
    #expect(plan.rampUp == RampUp(weeks: 8, from: Share(0.6)))
  }

  @Test("A plan that says none of it has none of it")
  func usual() throws {
    let plan = try PlanReader.read(Self.head, file: "p")
    #expect(plan.lines.isEmpty)
    #expect(plan.attendance == Attendance())
    #expect(plan.rampUp == nil)
    #expect(plan.groups == [AgentGroup(name: "a", queues: ["a"]), .init(name: "b", queues: ["b"])])
    #expect(plan.inputs.paths == nil)
  }

  @Test("How to simulate: sampling, precision, control variates, paths")
  func simulation() throws {
    let plan = try PlanReader.read(
      Self.head + "inputs: { paths: paths.csv }\n"
        + "simulation: { sampling: stratified, precision: 0.5%, control_variates: true }", file: "p"
    )
    #expect(plan.simulation.sampling == .stratified)
    #expect(plan.simulation.precision == Share(0.005))
    #expect(plan.simulation.usesControlVariates)
    #expect(plan.inputs.paths == "paths.csv")
    let options = SimulateStage.options(plan: plan, threads: 2)
    #expect(options.sampling == .stratified)
    #expect(options.precision == 0.005)
    #expect(options.usesControlVariates)
    #expect(options.threads == 2)
  }

  /// Each fault with the letter it must give; the keys stand on line 3.
  static let faults: [(String, String)] = [
    (
      "groups: { g: { queues: [a], choose_queue: fifo } }",
      "p:3:43: error: groups.g.choose_queue is \"fifo\", expected one of priority, oldest, "
        + "weighted-wait, nearest-deadline, longest-queue, score"
        + "\nMaybe leave the key out for the default."
    ),
    (
      "groups: { g: { queues: [a], cost_per_hour: $30 } }",
      "p:3:44: error: groups.g.cost_per_hour is \"$30\", expected a number from 0.0 to 1000000.0"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "groups: { g: { queues: [a], proficiency: { b: 0.9 } } }",
      "p:3:47: error: group g has a proficiency for \"b\", which it does not serve"
        + "\nMaybe \"a\" is meant."
    ),
    (
      "groups: { g: { queues: [a], proficiency: { a: 90% } } }",
      "p:3:47: error: groups.g.proficiency.a is \"90%\", expected a number from 0.05 to 20.0"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "groups: { g: { queues: [a], remote: some } }",
      "p:3:37: error: groups.g.remote is \"some\", expected a share\nMaybe write 80%."
    ),
    ("lines: { t: { places: 3 } }", "p:3:13: error: lines.t lacks queues\nMaybe add queues: [a]."),
    (
      "lines: { t: { queues: [a] } }",
      "p:3:13: error: lines.t lacks places\nMaybe add places: 60."
    ),
    (
      "lines: { t: { queues: [a, c], places: 3 } }",
      "p:3:27: error: lines.t.queues is \"c\", which is no queue of the plan\nMaybe \"a\" is meant."
    ),
    ("lines: { t: { queues: [a, a], places: 3 } }", "p:3:27: error: lines.t.queues has a twice"),
    (
      "lines: { t: { queues: [a], places: 3 }, u: { queues: [b, a], places: 3 } }",
      "p:3:54: error: a is in t and in u, both of the kind trunk\nMaybe put it into one of them."
    ),
    ("lines: { t: { queues: [], places: 3 } }", "p:3:23: error: lines.t.queues is empty"),
    (
      "lines: { t: { queues: [a], places: 3, kind: room } }",
      "p:3:45: error: lines.t.kind is \"room\", expected one of trunk, waiting-room"
        + "\nMaybe leave the key out for the default."
    ),
    (
      "attendance: { late: { mean: 5m } }",
      "p:3:21: error: attendance.late lacks share\nMaybe add share: 10%."
    ),
    (
      "attendance: { shift_end: handover }",
      "p:3:26: error: attendance.shift_end is \"handover\", expected one of finish, hand-over"
        + "\nMaybe \"hand-over\" is meant."
    ),
    (
      "attendance: { site_outages: [{ start: 2026-01-01, end: 2026-01-02 }] }",
      "p:3:30: error: attendance.site_outages lacks site\nMaybe add site: Austin."
    ),
    (
      "attendance: { site_outages: [{ site: x, start: 2026-01-01 }] }",
      "p:3:30: error: attendance.site_outages lacks end\nMaybe add end: 2026-03-09T12:00."
    ),
    ("ramp_up: { from: 60% }", "p:3:10: error: ramp_up lacks weeks\nMaybe add weeks: 8."),
    (
      "ramp_up: { weeks: 8, from: 0% }",
      "p:3:28: error: ramp_up.from is 0%: a contact would never end\nMaybe write 60%."
    ),
    (
      "simulation: { sampling: random }",
      "p:3:25: error: simulation.sampling is \"random\", expected one of independent, antithetic, "
        + "stratified\nMaybe leave the key out for the default."
    ),
    (
      "simulation: { precision: 0 }",
      "p:3:26: error: simulation.precision is \"0\", expected a share above zero\nMaybe write 80%."
    ),
    (
      "simulation: { control_variates: on }",
      "p:3:33: error: simulation.control_variates is \"on\", expected true or false"
        + "\nMaybe write it without unit or quotes."
    ),
  ]

  @Test("A fault gives a letter with its place and a way out", arguments: faults)
  func letters(section: String, expected: String) {
    #expect(letter(Self.head + section) == expected)
  }
}
