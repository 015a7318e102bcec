import TestSupport
import Testing

@testable import Forecasting

@Suite("Day dependence")
struct DayDependenceTests {
  @Test("A queue whose days do not differ has no day variance", arguments: [2.0, 12, 200])
  func quiet(volume: Double) {
    let found = DayDependence(SampleDays.series(days: 200, volume: volume, level: 0))
    // The noise of a day of 16 · 2 contacts is 18 % of it, of 16 · 200 it is 1.8 %.
    #expect(found.dayVariance.squareRoot() < 0.35 / (16 * volume).squareRoot())
    #expect(abs(found.noise - 1) < 0.2)
  }

  @Test("A level that moves by 10 % a day is found with its deviation")
  func level() {
    let found = DayDependence(SampleDays.series(days: 300, volume: 60, level: 0.1))
    // The replayed level costs a few percent of variance on top of the day's own.
    #expect(abs(found.dayVariance.squareRoot() - 0.1) < 0.015, "\(found.dayVariance)")
    #expect(found.shapes.count <= 2)
    #expect(found.level.persistence.correlation(lag: 1) < 0.3)
  }

  @Test("A level that carries over is known to last")
  func carry() {
    let found = DayDependence(SampleDays.series(days: 300, volume: 200, level: 0.1, carry: 0.9))
    #expect(found.level.persistence.correlation(lag: 1) > 0.4)
    #expect(found.level.extra(lead: 20) > 0.003)
    #expect(found.level.extra(lead: 20) >= found.level.extra(lead: 3))
  }

  @Test("Days that repeat each other to the contact tell of no connection")
  func repeated() {
    let rule = SampleDays.series(days: 60, volume: 12, level: 0)
    let same = DaySeries(
      slotCount: rule.slotCount, days: rule.days,
      counts: (0..<60).flatMap { _ in Array(rule.counts(ofDay: 3)) })
    let found = DayDependence(same)
    #expect(found.shapes.isEmpty)
    #expect(found.neighborCorrelation < 0.05)
    #expect(found.level.extra(lead: 20) < 1e-6)
  }

  @Test("A tilt of the day is a factor of its own")
  func tilt() {
    let found = DayDependence(
      SampleDays.series(days: 300, volume: 100, level: 0.08, tilt: 0.1))
    #expect(found.shapes.count >= 2)
  }

  @Test("Every kind of series gives finite numbers", arguments: SampleSeries.Kind.allCases)
  func finite(kind: SampleSeries.Kind) {
    let found = DayDependence(SampleSeries.series(kind))
    #expect(found.shapes.allSatisfy { $0.allSatisfy(\.isFinite) })
    #expect(found.noise.isFinite && found.noise >= 1)
    #expect(found.dayVariance.isFinite)
    #expect((0..<1).contains(found.neighborCorrelation))
    #expect(found.parameters.allSatisfy { $0.value.isFinite })
    #expect(found.dayErrors.allSatisfy { $0.error.isFinite })
  }
}
