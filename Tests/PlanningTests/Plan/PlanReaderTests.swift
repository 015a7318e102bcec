import ContactCenter
import Forecasting
import Planning
import Testing

@Suite struct PlanReaderTests {
  static let small = """
    timezone: America/Chicago
    queues:
      billing:
        channel: voice
        open: { mon-fri: "07:00-21:00", sat: ["09:00-12:00", "13:00-17:00"] }
        handle_time: 5m
        patience: 2m
        target: 80/20
      email: { channel: email, open: "08:00-18:00" }
    groups:
      all: { queues: [billing, email] }
    shrinkage: { mode: compounded, categories: { vacation: 8%, sickness: 4% } }
    contracts:
      full-time: { hours_per_week: 40h, shift_lengths: [9h, 8h], rest: 12h }
    shifts:
      start_every: 15m
      breaks:
        - { shorter_than: 24h, breaks: [ { name: lunch, length: 30m, paid: false, window: 40%-60% } ] }
    forecast: { horizon: 2w, reconcile: mint }
    simulation: { replications: 50, seed: 7, start: empty }
    """

  @Test("The archive of forecasts is a path, or nothing said")
  func archive() throws {
    #expect(try PlanReader.read(Self.small, file: "plan.yaml").forecast.archive == nil)
    let named = Self.small.replacing("horizon: 2w", with: "horizon: 2w, archive: ../kept")
    #expect(try PlanReader.read(named, file: "plan.yaml").forecast.archive == "../kept")
  }

  @Test("A plan reads into a value")
  func reads() throws {
    let plan = try PlanReader.read(Self.small, file: "plan.yaml")
    #expect(plan.grid.length == .fifteenMinutes)
    #expect(plan.queues.map(\.name) == ["billing", "email"])
    let billing = try #require(plan.queue(named: "billing"))
    #expect(billing.patience == Seconds(120))
    #expect(billing.target.text == "80%/20s")
    #expect(billing.openingHours?.week[5].map(\.start) == [540, 780])
    #expect(billing.openingHours?.week[6].isEmpty == true)
    #expect(plan.queue(named: "email")?.target.text == "90%/4h")
    #expect(abs(plan.shrinkage.total.value - (1 - 0.92 * 0.96)) < 1e-12)
    #expect(plan.contracts[0].shiftMinutes == [480, 540])
    #expect(plan.shiftRules.startEveryMinutes == 15)
    #expect(plan.shiftRules.breaks(forShiftOfMinutes: 480).map(\.name) == ["lunch"])
    #expect(plan.forecast.horizonDays == 14)
    #expect(plan.forecast.reconciliation == .minimumTrace)
    #expect(plan.simulation.seed == 7)
    #expect(plan.simulation.start == .empty)
  }

  /// Each fault with the letter it must give.
  static let faults: [(String, String)] = [
    ("", "plan.yaml: error: the plan is empty\nMaybe begin with timezone: and queues:."),
    (
      "timezone: America/Chicgo\nqueues: { a: {} }",
      "plan.yaml:1:11: error: timezone is \"America/Chicgo\", which this machine's tzdata does not know"
        + "\nMaybe \"America/Chicago\" is meant."
    ),
    (
      "timezone: UTC\nqueus: { a: {} }",
      "plan.yaml:2:1: error: \"queus\" is no key of the plan\nMaybe \"queues\" is meant."
    ),
    (
      "timezone: UTC\nqueues:\n  a: { target: 80 }",
      "plan.yaml:3:16: error: queues.a.target is \"80\", expected a target"
        + "\nMaybe write 80/20 or 90%/4h."
    ),
    (
      "timezone: UTC\nqueues:\n  a: { channel: voise }",
      "plan.yaml:3:17: error: channel is \"voise\", which is not known\nMaybe \"voice\" is meant."
    ),
    (
      "timezone: UTC\nqueues: { a: {} }\ngroups: { g: { queues: [b] } }",
      "plan.yaml:3:25: error: group g serves \"b\", which is no queue of the plan"
        + "\nMaybe \"a\" is meant."
    ),
    (
      "timezone: UTC\nqueues: { a: {} }\nqueues: { b: {} }",
      "plan.yaml:2:1: error: a key is given twice: queues"
        + "\nMaybe one of the two is meant for another section."
    ),
    (
      "timezone: UTC\nqueues: { a: {} }\nshrinkage: { categories: { x: 60%, y: 50% } }",
      "plan.yaml:3:12: error: shrinkage of scheduled time adds up to 110%: nobody is left"
        + "\nMaybe a category is written as 80 where 8% is meant."
    ),
    (
      "timezone: UTC\nqueues: { a: {} }\nsimulation: { replications: many }",
      "plan.yaml:3:29: error: simulation.replications is \"many\", expected a whole number from 2 to 1000000"
        + "\nMaybe write it without unit or quotes."
    ),
    (
      "timezone: UTC\nqueues: { a: { open: { mon-fri: \"21:00-07:00\" } } }",
      "plan.yaml:2:33: error: queues.a.open.mon-fri is \"21:00-07:00\", expected opening hours from-to"
        + "\nMaybe write \"07:00-21:00\" or \"24h\"."
    ),
  ]

  @Test("A fault gives a letter with its place and a way out", arguments: faults)
  func letters(text: String, letter: String) {
    do {
      _ = try PlanReader.read(text, file: "plan.yaml")
      Issue.record("no error for \(text)")
    } catch {
      #expect("\(error)" == letter)
    }
  }

  @Test("JSON is YAML")
  func json() throws {
    let plan = try PlanReader.read(
      #"{"timezone": "UTC", "queues": {"a": {"target": "90/30"}}}"#, file: "p")
    #expect(plan.queues[0].target.text == "90%/30s")
    #expect(plan.groups.map(\.name) == ["a"])
  }

  @Test(
    "Broken YAML is refused with its place, never a trap",
    arguments: [
      "a: [1, 2", "\t- x", "a: 'b", "a: *nothing", "{", "- a\nb: c", "\u{0}",
      "a: !!binary x\n? {b: c}",
    ])
  func broken(text: String) {
    #expect(throws: PlanError.self) { try PlanReader.read(text, file: "plan.yaml") }
  }

  @Test("Every documented section has keys with a meaning, each only once")
  func catalog() {
    for (path, keys) in PlanKeyCatalog.sections {
      #expect(!keys.isEmpty)
      #expect(Set(keys.map(\.name)).count == keys.count, "\(path)")
      #expect(keys.allSatisfy { $0.meaning.hasSuffix(".") })
    }
  }
}
