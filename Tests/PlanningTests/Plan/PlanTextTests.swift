import ContactCenter
import Planning
import Testing

@Suite struct PlanTextTests {
  /// Every key that customers, work, routing, groups, lines and attendance have.
  static let full = """
    timezone: America/Chicago
    queues:
      "a:1":
        patience: 2m
        open: { mon-fri: "08:00-18:00" }
        patience_shape: [30s, 1.5s]
        busyness: { day: 0.1, interval: 0.25, correlation: 50% }
        balking: 5%
        max_waiting: 30
        preferred: { share: 10%, patience: 1.5 }
        redial: { after_abandonment: 40%, after_block: 60%, delay: 10m, attempts: 3, to: b }
        transfers: [{ share: 8%, to: b }, { share: 1%, to: "a:1" }]
        recontact: { share: 5%, delay: 2d, to: b }
        self_service:
          time: 90s
          shape: hyperexponential 20% x5
          containment: 35%
          leakage: 5%
          ports: 40
          extra_handle_time: 25s
          outages: [{ start: 2026-11-01T01:30:00-05:00, end: 2026-11-02 }]
        callback: { kind: after 2h, expected_wait: 3m, acceptance: 40%, reached: 90%, attempt: 45s, declined_patience: 0.8 }
        campaigns: [{ start: 2026-03-09T10:00, sent: 20000, response: 3%, half_life: 4h }, { start: 2026-03-10, sent: 500, response: 10%, curve: [40%, 30%], every: 30m }]
        handle_time_shape: erlang 3
        handle_time_by_sessions: [1, 1.2]
        conversation: { turns: 6, thinking: 45s, keeps_session: false }
        interruptible: true
        wrap_up: 20%
        clock: open-hours
        closing: dismiss
        backlog: 120
        outbound: { pacing: predictive, connected: 30%, right_party: 60%, attempt: 25s, wrong_party: 15s, abandonment_cap: 2%, patience: 3s, reserve: 2 }
        choose_agent: round-robin
        weight: 2.5
        score: { base: -3, slope: 0.5 }
        steps:
          - { after: 0s, when: { waiting_at_least: 9 }, dismiss: true }
          - { after: 30s, when: { idle_at_most: 2, expected_wait_at_least: 4m }, open: [g, "true"] }
          - { after: 2m, move: b }
        reserve: { g: 3, "true": 1 }
        last_agent: true
        site: Austin
        regions: [north, "south 2"]
        maximum_agents: 40
      b: {}
    groups:
      g: { queues: ["a:1", b], minimum_agents: 2, maximum_agents: 30, choose_queue: score, cost_per_hour: 32.5, site: Austin, remote: 40%, proficiency: { b: 0.9, "a:1": 1.25 } }
      "true": { queues: ["a:1"] }
    sites: { Austin: { seats: 25, minimum_agents: 1 } }
    shrinkage:
      mode: compounded
      categories:
        coffee: { share: 2%, base: logged-in, planned: false, place: away, breaks: true, when: { mon: "08:00-12:00", fri: ["08:00-10:00", "14:00-15:30"] } }
        sickness: 4%
        vacation: { share: 9%, base: paid }
    lines: { trunks: { queues: ["a:1", b], places: 60, kind: waiting-room } }
    attendance:
      late: { share: 10%, mean: 6m }
      shift_end: hand-over
      site_outages: [{ site: Austin, start: 2026-03-09T08:00, end: 2026-03-09T10:00 }]
    ramp_up: { weeks: 8, from: 60% }
    staffing: { method: erlang-c, over_time: mol-max, interval: 30m, risk: 90%, target_over: week, replications: 500, absence: per-agent }
    simulation: { sampling: antithetic, precision: 0.5%, control_variates: true }
    """

  /// The keys of queues and groups that are not written in the words of the plan.
  private static let other = ["open", "handle_time", "queues"]

  /// A plan made of the resolved keys of another.
  private static func written(_ text: [String: String]) -> String {
    func section(_ prefix: String) -> String {
      var lines: [String] = []
      for (key, value) in text where key.hasPrefix(prefix) && value != "infinite" {
        let name = String(key.dropFirst(prefix.count))
        if !other.contains(name) { lines.append("    \(name): \(value)") }
      }
      return lines.sorted().joined(separator: "\n")
    }
    return """
      timezone: America/Chicago
      queues:
        "a:1":
          open: { mon-fri: "08:00-18:00" }
      \(section("queues.a:1."))
        b:
      \(section("queues.b."))
      groups:
        g:
          queues: ["a:1", b]
      \(section("groups.g."))
        "true":
          queues: ["a:1"]
      sites:
      \(section("sites."))
      shrinkage:
        mode: \(text["shrinkage.mode"] ?? "")
        categories:
      \(section("shrinkage.categories."))
      lines:
      \(section("lines."))
      attendance:
      \(section("attendance."))
      ramp_up: \(text["ramp_up"] ?? "")
      staffing:
      \(section("staffing."))
      simulation:
      \(section("simulation."))
      """
  }

  @Test("What a plan says reads back from its text")
  func roundTrip() throws {
    let plan = try PlanReader.read(Self.full, file: "p")
    let again = try PlanReader.read(Self.written(PlanText.resolved(plan)), file: "q")
    #expect(again.queues == plan.queues)
    #expect(again.groups == plan.groups)
    #expect(again.sites == plan.sites)
    #expect(again.shrinkage == plan.shrinkage)
    #expect(again.lines == plan.lines)
    #expect(again.attendance == plan.attendance)
    #expect(again.rampUp == plan.rampUp)
    #expect(again.staffing == plan.staffing)
    #expect(again.simulation == plan.simulation)
    #expect(PlanText.resolved(again) == PlanText.resolved(plan))
  }

  @Test("Every key of a queue and a group that the catalog knows is in the text")
  func complete() throws {
    let text = PlanText.resolved(try PlanReader.read(Self.full, file: "p"))
    // A target's limits are part of its text; a shape takes the place of the variation.
    let inTarget = ["max_asa", "max_abandonment", "max_occupancy", "handle_time_cv"]
    for (path, prefix) in [("queues.*", "queues.a:1."), ("groups.*", "groups.g.")] {
      let keys = try #require(PlanKeyCatalog.sections.first { $0.path == path }).keys
      for key in keys.map(\.name) where !inTarget.contains(key) {
        #expect(text[prefix + key] != nil, "\(prefix)\(key)")
      }
    }
  }

  @Test("What is not said is not written")
  func plain() throws {
    let text = PlanText.resolved(
      try PlanReader.read("timezone: UTC\nqueues: { a: {} }", file: "p"))
    let keys = text.keys.filter { $0.hasPrefix("queues.a.") }.map { $0.dropFirst(9) }.sorted()
    #expect(
      keys == [
        "channel", "handle_time", "handle_time_cv", "minimum_agents", "open", "patience",
        "priority", "service_level", "sessions", "target", "target_over",
      ])
    #expect(text.keys.filter { $0.hasPrefix("groups.") } == ["groups.a.queues"])
  }
}
