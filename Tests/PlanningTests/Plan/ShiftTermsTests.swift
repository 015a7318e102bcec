import ContactCenter
import Planning
import Testing

/// What plans say of prices, clocks, split shifts, breaks and limits.
@Suite struct ShiftTermsTests {
  static func contractLetter(_ keys: String) -> String? {
    letter(
      """
      timezone: UTC
      queues: { a: {} }
      contracts: { c: { hours_per_week: 40h, shift_lengths: [8h], \(keys) } }
      """)
  }

  @Test(
    "What no contract can mean is an error with its place",
    arguments: [
      (
        "split_shifts: [{ halves: [4h], gap: 2h }]",
        "a split shift has 1 halves, expected two\nMaybe write [4h, 4h]."
      ),
      (
        "split_shifts: [{ halves: [10h, 10h], gap: 2h-5h }]",
        "a split shift with its longest gap is longer than its day\nMaybe write a shorter gap."
      ),
      (
        "split_shifts: [{ halves: [4h, 4h], gap: 0h-2h }]",
        "the halves of a split shift touch\nMaybe write a gap of at least 1h."
      ),
      (
        "earliest_start: \"10:00\", latest_start: \"09:00\"",
        "no shift of contract c can start: latest_start is before earliest_start"
          + "\nMaybe the two are swapped."
      ),
      (
        "shift_types: [early]",
        "contracts.c.shift_types is \"early\", which is no shift type of the plan\nMaybe one of: ."
      ),
      (
        "overtime: { price: 2 }",
        "contracts.c.overtime lacks hours_per_week\nMaybe add hours_per_week: 5h."
      ),
      (
        "latest_end: \"49:00\"",
        "contracts.c.latest_end is \"49:00\", expected a time such as 08:00\nMaybe write \"08:00\"."
      ),
    ])
  func contracts(keys: String, message: String) throws {
    let found = try #require(Self.contractLetter(keys))
    #expect(found.hasSuffix(": error: " + message))
    #expect(found.hasPrefix("p:3:"))
  }

  @Test(
    "What no shift can keep is an error with its place",
    arguments: [
      (
        "shifts: { limits: [{ per: day }] }",
        "a limit of shifts has neither min nor max\nMaybe add max: 5."
      ),
      (
        "shifts: { limits: [{ per: day, min: 5, max: 2 }] }",
        "min is above max\nMaybe min and max are swapped."
      ),
      (
        "shifts: { limits: [{ per: day, min: 5, max: 50% }] }",
        "of min and max one is a share and one a number\nMaybe write two limits, or both as shares such as 30%."
      ),
      (
        "shifts: { limits: [{ per: dya, min: 5 }] }",
        "shifts.limits.per is \"dya\", expected one of start, day, week\nMaybe leave the key out for the default."
      ),
      (
        "shifts: { limits: [{ per: day, min: 5, contracts: [ful-time] }] }",
        "shifts.limits.contracts is \"ful-time\", which is no contract of the plan\nMaybe \"full-time\" is meant."
      ),
      (
        "shifts: { breaks: [{ shorter_than: 24h, least_work: 3h, most_work: 2h, breaks: [] }] }",
        "most_work is below least_work\nMaybe the two are swapped."
      ),
      (
        "shifts: { before_opening: 25h }",
        "shifts.before_opening is longer than a day\nMaybe write 30m."
      ),
      (
        "schedule: { prices: { queues: { b: 3h } } }",
        "\"b\" is no queue of the plan\nMaybe \"a\" is meant."
      ),
      (
        "schedule: { prices: { premiums: { night: { hours: \"22:00-06:00\" } } } }",
        "schedule.prices.premiums.night lacks share\nMaybe add share: 25%."
      ),
      (
        "schedule: { prices: { premiums: { night: { share: 25%, hours: \"22:00\" } } } }",
        "schedule.prices.premiums.night.hours is \"22:00\", expected a stretch of the day\nMaybe write \"22:00-06:00\"."
      ),
      (
        "schedule: { target_over: month }",
        "schedule.target_over is \"month\", expected one of interval, day, week\nMaybe leave the key out for the default."
      ),
    ])
  func sections(section: String, message: String) throws {
    let found = try #require(letter("timezone: UTC\nqueues: { a: {} }\n\(section)"))
    #expect(found.hasSuffix(": error: " + message), "\(found)")
    #expect(found.hasPrefix("p:3:"))
  }

  @Test("The order of limits and premiums in the file means nothing")
  func order() throws {
    func plan(_ limits: [String]) throws -> Plan {
      try PlanReader.read(
        "timezone: UTC\nqueues: { a: {} }\nshifts: { limits: [\(limits.joined(separator: ", "))] }",
        file: "p")
    }
    let limits = ["{ per: day, max: 5 }", "{ per: start, max: 2 }"]
    #expect(try plan(limits).shiftRules == plan(limits.reversed()).shiftRules)
  }

  @Test("What the plan says is in its text, and nothing is where it says nothing")
  func text() throws {
    let plain = PlanText.resolved(
      try PlanReader.read("timezone: UTC\nqueues: { a: {} }", file: "p"))
    for key in ["shifts.limits", "shifts.before_opening", "schedule.prices.short"] {
      #expect(plain[key] == nil)
    }
    let told = PlanText.resolved(
      try PlanReader.read(
        """
        timezone: UTC
        queues: { a: {} }
        contracts:
          c:
            hours_per_week: 40h
            shift_lengths: [8h]
            latest_end: "30:00"
            split_shifts: [{ halves: [3h, 4h], gap: 2h-4h, price: 1h }]
        shifts: { limits: [{ per: week, min: 30%, unit: hours, contracts: [c] }] }
        schedule: { target_over: week, prices: { over: 0.5h, queues: { a: 3h } } }
        """, file: "p"))
    #expect(told["contracts.c.latest_end"] == "\"30:00\"")
    #expect(
      told["contracts.c.split_shifts"] == "[{ halves: [180m, 240m], gap: 120m-240m, price: 1h }]")
    #expect(told["shifts.limits"] == "[{ per: week, min: 30%, unit: hours, contracts: [c] }]")
    #expect(told["schedule.target_over"] == "week")
    #expect(told["schedule.prices.over"] == "0.5h")
    #expect(told["schedule.prices.queues.a"] == "3h")
  }
}
