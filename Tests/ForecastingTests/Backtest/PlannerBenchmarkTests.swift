import ContactCenter
import Testing

@testable import Forecasting

@Suite struct PlannerBenchmarkTests {
  static func row(_ model: String, mase: Double, lead: Int = 7, wape: Double = 0.1) -> AccuracyRow {
    AccuracyRow(
      queue: "q", channel: "voice", model: model, leadDays: lead, origins: 1, intervals: 1,
      mase: mase, wape: wape, dayWape: 0, bias: 0, wql: 0, coverage80: 0, coverage95: 0,
      noiseFloor: 0)
  }

  @Test("Told for each lead at which no model has a lower error")
  func unbeaten() {
    let findings = PlannerBenchmark.findings([
      Self.row("planners-average", mase: 0.9), Self.row("auto", mase: 0.95),
      Self.row("other", mase: 1.2), Self.row("planners-average", mase: 0.9, lead: 28),
      Self.row("auto", mase: 0.8, lead: 28),
    ])
    #expect(findings.map(\.code) == ["backtest.planner-unbeaten"])
    #expect(findings[0].message.contains("within 7d: the best, auto, has 1.056 times its error"))
  }

  @Test("Where MASE has no scale WAPE decides")
  func withoutScale() {
    let rows = [
      Self.row("planners-average", mase: .nan), Self.row("auto", mase: .nan, wape: 0.09),
    ]
    #expect(PlannerBenchmark.findings(rows).isEmpty)
    #expect(PlannerBenchmark.findings([rows[0]]).isEmpty)
  }
}
