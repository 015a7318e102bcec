import ContactCenter
import Planning
import Simulation
import Testing

@Suite struct LeversTests {
  @Test(
    "Changes are signed, in percent or as an amount",
    arguments: [("+10%", 110.0), ("-25%", 75), ("+3", 103), ("-2.5", 97.5), ("-200", 0)])
  func changes(text: String, value: Double) throws {
    #expect(abs(try #require(Levers.Change(text: text)).applied(to: 100) - value) < 1e-9)
  }

  @Test(
    "What has no sign or is no number is no change",
    arguments: ["10%", "5", "+", "+-5", "-101%", "+1e99", "+15s", "nan"])
  func refused(text: String) { #expect(Levers.Change(text: text) == nil) }

  @Test("Durations read with their unit")
  func durations() {
    #expect(Levers.Change(text: "+15s", isDuration: true) == .amount(15))
    #expect(Levers.Change(text: "-1m30s", isDuration: true) == .amount(-90))
  }

  private static let start = Instant(secondsSinceEpoch: 1_762_160_400)

  @Test("More contacts and longer ones move mean and quantiles; a closed interval stays closed")
  func demand() {
    var levers = Levers()
    levers.volume = .factor(1.1)
    levers.handleTime = .amount(15)
    let forecast = DemandForecast(queues: [
      QueueForecast(
        queue: "a", channel: "voice",
        intervals: [
          ForecastInterval(
            start: Self.start, offered: 20, handleSecondsMean: 180, quantiles: [10, 20, 30]),
          ForecastInterval(
            start: Self.start.advanced(by: 900), offered: 0, handleSecondsMean: nil,
            quantiles: [0, 0, 0]),
        ])
    ])
    let rows = levers.applied(to: forecast).queues[0].intervals
    #expect(rows[0].offered == 22)
    #expect(rows[0].quantiles == [11, 22, 33])
    #expect(rows[0].handleSecondsMean == 195)
    levers.volume = .amount(5)
    let more = levers.applied(to: forecast).queues[0].intervals
    #expect(more[0].offered == 25)
    #expect(more[1] == forecast.queues[0].intervals[1])
  }

  @Test("Absence takes the place of sickness, not of training or planned leave")
  func absence() throws {
    let plan = try PlanReader.read(
      "timezone: UTC\nqueues: { a: {} }\nshrinkage: { categories: { sickness: 4%, training: 3%, vacation: 8% } }",
      file: "p")
    var levers = Levers()
    levers.absence = Share(0.12)
    let ledger = levers.applied(to: plan).shrinkage
    #expect(ledger.categories.map(\.name) == ["training", "vacation", "absence"])
    #expect(abs(ledger.total.value - 0.23) < 1e-12)
  }

  @Test("Agents leave a roster by group, last names first, and come as copies of the first")
  func roster() throws {
    let entries = ["ann", "bob", "cem", "dee"].map { name in
      RosterEntry(
        agent: name, start: Self.start, end: Self.start.advanced(by: 3600), activity: .work,
        group: name == "dee" ? "h" : "g")
    }
    func names(_ change: Levers.Change) throws -> [String] {
      var levers = Levers()
      levers.agents = change
      guard
        case .roster(let roster, _) = levers.applied(
          to: .roster(Roster(entries: entries), agents: []))
      else { return [] }
      return roster.entries.map(\.agent)
    }
    #expect(try names(.amount(-2)) == ["ann"])
    #expect(try names(.amount(1)) == ["ann", "ann +1", "bob", "cem", "dee", "dee +1"])
    #expect(try names(.factor(2)).count == 8)
  }
}
