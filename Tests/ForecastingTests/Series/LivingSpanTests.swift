import Testing

@testable import Forecasting

@Suite struct LivingSpanTests {
  private func totals(_ days: Int, _ value: Double?) -> [Double?] {
    Array(repeating: value, count: days)
  }

  @Test(
    "Silence before the first contacts is not learned from, missing days do not count as silence")
  func start() {
    let span = LivingSpan(totals: totals(100, 0) + totals(60, 80))
    #expect(span.days == 100..<160 && span.end == .alive)
    #expect(LivingSpan(totals: totals(100, nil) + totals(60, 80)).days == 0..<160)
  }

  @Test("A queue has stopped after three weeks of silence; before that it only pauses")
  func end() {
    #expect(LivingSpan(totals: totals(60, 80) + totals(22, 0)).end == .stopped(days: 22))
    #expect(LivingSpan(totals: totals(60, 80) + totals(10, 0)).end == .paused(days: 10))
    #expect(LivingSpan(totals: totals(60, 80) + totals(10, 0)).days == 0..<60)
    #expect(LivingSpan(totals: totals(60, 80) + totals(4, 0)).end == .alive)
  }

  @Test("A queue of rare contacts may be silent by chance")
  func rare() {
    let span = LivingSpan(
      totals: totals(30, 0) + (0..<60).map { $0 % 4 == 0 ? 1 : 0 } + totals(25, 0))
    #expect(span.days == 0..<115 && span.end == .alive)
  }

  @Test("All zeros and nothing at all are left as they are")
  func nothing() {
    #expect(LivingSpan(totals: totals(30, 0)).days == 0..<30)
    #expect(LivingSpan(totals: []).days.isEmpty)
  }
}
