import ContactCenter
import Testing

@testable import Scheduling

@Suite struct ShiftShapeTests {
  @Test("windows of the usual rules in quarter hours, and what is paid")
  func usual() throws {
    let short = try ShiftShape(minutes: 240, rules: .usual, slotMinutes: 15)
    #expect(short.windows.map { [$0.first, $0.last, $0.width] } == [[6, 10, 1]])
    #expect(short.paidSlots == 16)
    let long = try ShiftShape(minutes: 480, rules: .usual, slotMinutes: 15)
    #expect(
      long.windows.map { [$0.first, $0.last, $0.width] } == [
        [4, 9, 1], [12, 18, 2], [22, 28, 1],
      ])
    #expect(long.paidSlots == 30)
  }

  @Test("overlapping windows are cut so that two breaks never fall together")
  func overlapping() throws {
    let rules = ShiftRules(
      startEveryMinutes: 30,
      patterns: [
        BreakPattern(
          shorterThanMinutes: 1440,
          breaks: [
            BreakRule(name: "break", minutes: 30, isPaid: true, earliest: 0.2, latest: 0.8),
            BreakRule(name: "lunch", minutes: 30, isPaid: false, earliest: 0.5, latest: 1),
          ])
      ])
    let shape = try ShiftShape(minutes: 480, rules: rules, slotMinutes: 30)
    #expect(shape.windows.map { [$0.first, $0.last] } == [[3, 7], [8, 15]])
  }

  @Test("a window that is empty or outside the shift is an error")
  func empty() {
    for (earliest, latest) in [(0.6, 0.4), (-0.1, 0.5), (0.5, 1.5), (0.99, 1.0), (Double.nan, 1)] {
      let rules = ShiftRules(
        startEveryMinutes: 30,
        patterns: [
          BreakPattern(
            shorterThanMinutes: 1440,
            breaks: [
              BreakRule(
                name: "lunch", minutes: 60, isPaid: false, earliest: earliest, latest: latest)
            ])
        ])
      #expect(throws: SchedulingError.self) {
        try ShiftShape(minutes: 240, rules: rules, slotMinutes: 30)
      }
    }
  }
}
