import ContactCenter
import TestSupport
import Testing

@testable import Scheduling

@Suite struct BreakWindowsTests {
  static func rules(
    _ windows: [(Double, Double)], minutes: Int = 30, spacing: BreakSpacing? = nil
  ) -> ShiftRules {
    var pattern = BreakPattern(
      shorterThanMinutes: 1440,
      breaks: windows.map {
        BreakRule(name: "break", minutes: minutes, isPaid: true, earliest: $0.0, latest: $0.1)
      })
    pattern.spacing = spacing
    return ShiftRules(startEveryMinutes: 60, patterns: [pattern])
  }

  @Test("A window may be told in minutes from the shift's start")
  func minutes() throws {
    var rules = Self.rules([(0, 1)])
    rules.patterns[0].breaks[0].windowMinutes = 120...240
    let shape = try ShiftShape(minutes: 480, rules: rules, slotMinutes: 30)
    #expect(shape.windows.map { [$0.first, $0.last] } == [[4, 8]])
    rules.patterns[0].breaks[0].windowMinutes = 120...500
    let cut = try ShiftShape(minutes: 480, rules: rules, slotMinutes: 30)
    #expect(cut.windows.map { [$0.first, $0.last] } == [[4, 15]])
    rules.patterns[0].breaks[0].windowMinutes = 480...500
    #expect(throws: SchedulingError.self) {
      try ShiftShape(minutes: 480, rules: rules, slotMinutes: 30)
    }
  }

  @Test("Spacing cuts windows to what any break may keep, and notes pairs that must be kept apart")
  func spacing() throws {
    let spacing = BreakSpacing(leastWork: 60, mostWork: 240)
    let shape = try ShiftShape(
      minutes: 480, rules: Self.rules([(0, 0.6), (0.4, 1)], spacing: spacing), slotMinutes: 30)
    // The last stretch holds four hours at most: the second break begins at 7 or later, and so on to both ends.
    #expect(shape.windows.map { [$0.first, $0.last] } == [[2, 8], [7, 13]])
    #expect(shape.spacings == [ShiftShape.Spacing(window: 0, least: 2, most: 8)])
  }

  @Test("Breaks that cannot keep the spacing are an error")
  func impossible() {
    for spacing in [
      BreakSpacing(leastWork: 240), BreakSpacing(mostWork: 60),
      BreakSpacing(leastWork: 120, mostWork: 60),
    ] {
      #expect(throws: SchedulingError.self) {
        try ShiftShape(
          minutes: 480, rules: Self.rules([(0, 1), (0, 1)], spacing: spacing), slotMinutes: 30)
      }
    }
    #expect(throws: SchedulingError.self) {
      try ShiftShape(
        minutes: 480, rules: Self.rules([], spacing: BreakSpacing(mostWork: 240)), slotMinutes: 30)
    }
  }

  @Test(
    "Designed breaks keep the spacing, whatever the need",
    .enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"), arguments: 0..<6)
  func designed(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let spacing = BreakSpacing(leastWork: 60, mostWork: 210)
    var test = DesignCase(
      DesignCase.contract("eight", lengths: [480]),
      stretches: (8..<20).map { hour in
        (Double(hour), Double(hour + 1), (numbers.next() * 4).rounded(.down))
      })
    test.rules = Self.rules([(0.1, 0.7), (0.3, 0.9)], spacing: spacing)
    test.options = ShiftDesignOptions()
    let plan = try test.plan()
    for shift in plan.shifts {
      var at = shift.start
      for end in shift.breaks.map(\.start) + [shift.end] {
        let work = end.seconds(since: at) / 60
        #expect(work >= 60 && work <= 210)
        at = shift.breaks.first { $0.start == end }?.end ?? end
      }
    }
    #expect(abs(plan.costHours - plan.proof.objectiveHours) < 1e-6)
  }
}
