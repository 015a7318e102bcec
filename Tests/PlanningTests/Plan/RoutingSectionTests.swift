import ContactCenter
import Planning
import Testing

@Suite struct RoutingSectionTests {
  private static func queue(_ keys: String) throws -> Queue {
    let plan = try PlanReader.read(
      "timezone: UTC\nqueues: { b: {}, a: { \(keys) } }\ngroups: { g: { queues: [a] }, all: { queues: [a, b] } }",
      file: "p")
    return try #require(plan.queue(named: "a"))
  }

  @Test("Who takes a contact: policy, weight, score, last agent, site, reserve")
  func choices() throws {
    let queue = try Self.queue(
      "choose_agent: best-proficiency, weight: 2, score: { base: 100, slope: 0.5 }, last_agent: true, "
        + "site: Austin, reserve: { all: 3 }")
    #expect(queue.agentChoice == .bestProficiency)
    #expect(queue.rank == QueueRank(weight: 2, base: 100, slope: 0.5))
    #expect(queue.behavior.prefersLastAgent)
    #expect(queue.site == "Austin")
    #expect(queue.reserves == ["all": 3])
  }

  @Test("A routing script is in order of time, whatever the order of the file")
  func steps() throws {
    let queue = try Self.queue(
      "steps: [{ after: 5m, dismiss: true }, "
        + "{ after: 2m, when: { expected_wait_at_least: 4m }, move: b }, "
        + "{ after: 30s, when: { waiting_at_least: 5, idle_at_most: 2 }, open: [g, all] }, "
        + "{ after: 30s, open: g }]")
    #expect(
      queue.steps == [
        RoutingStep(
          after: Seconds(30), conditions: [.waitingAtLeast(5), .idleAtMost(2)],
          action: .open(groups: ["g", "all"])),
        RoutingStep(after: Seconds(30), action: .open(groups: ["g"])),
        RoutingStep(
          after: Seconds(120), conditions: [.expectedWaitAtLeast(Seconds(240))],
          action: .move(queue: "b")),
        RoutingStep(after: Seconds(300), action: .dismiss),
      ])
  }

  @Test("Without groups each queue has one of its own name, which steps can open")
  func ownGroup() throws {
    let plan = try PlanReader.read(
      "timezone: UTC\nqueues: { a: { steps: [{ after: 9s, open: a }] } }", file: "p")
    #expect(plan.queues[0].steps.count == 1)
  }

  /// Each fault with the letter it must give; the keys stand on line 3 from column 8 on.
  static let faults: [(String, String)] = [
    (
      "choose_agent: longest_idle",
      "p:3:22: error: queues.a.choose_agent is \"longest_idle\", expected one of longest-idle, "
        + "most-idle-group, least-occupied, round-robin, best-proficiency, lowest-cost, fewest-skills"
        + "\nMaybe \"longest-idle\" is meant."
    ),
    (
      "weight: -1",
      "p:3:16: error: queues.a.weight is \"-1\", expected a number from 0.0 to 1000000.0"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "score: { bass: 1 }",
      "p:3:17: error: \"bass\" is no key of queues.a.score\nMaybe \"base\" is meant."
    ),
    (
      "last_agent: 1",
      "p:3:20: error: queues.a.last_agent is \"1\", expected true or false"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "site: \"\"",
      "p:3:14: error: queues.a.site is \"\", expected a name\nMaybe write it out, or leave the key out."
    ),
    (
      "reserve: { al: 3 }",
      "p:3:23: error: a names the group \"al\", which is no group of the plan\nMaybe \"all\" is meant."
    ),
    (
      "reserve: { bs: 3 }",
      "p:3:23: error: a names the group bs, which does not serve it"
        + "\nMaybe add a to the queues of bs."
    ),
    (
      "reserve: { all: few }",
      "p:3:24: error: queues.a.reserve.all is \"few\", expected a whole number from 0 to 100000"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "steps: { after: 9s }",
      "p:3:15: error: queues.a.steps is a set of keys, expected a list\nMaybe write [a, b]."
    ),
    (
      "steps: [{ open: all }]",
      "p:3:16: error: queues.a.steps lacks after\nMaybe add after: 30s."
    ),
    (
      "steps: [{ after: 9s }]",
      "p:3:16: error: a step of a does nothing"
        + "\nMaybe write one step for each of open, move and dismiss."
    ),
    (
      "steps: [{ after: 9s, move: b, dismiss: true }]",
      "p:3:16: error: a step of a does two things: move and dismiss"
        + "\nMaybe write one step for each of open, move and dismiss."
    ),
    (
      "steps: [{ after: 9s, open: [bs] }]",
      "p:3:36: error: a names the group bs, which does not serve it"
        + "\nMaybe add a to the queues of bs."
    ),
    (
      "steps: [{ after: 9s, move: a }]",
      "p:3:35: error: a step of a moves contacts to the queue they are in"
    ),
    (
      "steps: [{ after: 9s, move: c }]",
      "p:3:35: error: queues.a.steps.move is \"c\", which is no queue of the plan"
        + "\nMaybe \"a\" is meant."
    ),
    (
      "steps: [{ after: 9s, dismiss: false }]",
      "p:3:38: error: queues.a.steps.dismiss is false\nMaybe leave the step out."
    ),
    (
      "steps: [{ after: 9s, when: {}, dismiss: true }]",
      "p:3:35: error: queues.a.steps.when says nothing"
        + "\nMaybe add waiting_at_least: 5, or leave when out."
    ),
    (
      "steps: [{ after: 9s, when: { waiting: 5 }, dismiss: true }]",
      "p:3:37: error: \"waiting\" is no key of queues.a.steps.when"
        + "\nMaybe one of: waiting_at_least, idle_at_most, expected_wait_at_least."
    ),
  ]

  @Test("A fault gives a letter with its place and a way out", arguments: faults)
  func letters(keys: String, expected: String) {
    #expect(queueLetter(keys) == expected)
  }
}
