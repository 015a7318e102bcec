import ContactCenter
import Testing

@testable import Planning

@Suite struct MisfitCausesTests {
  /// Actual, simulated and the band around the simulation.
  typealias Band = (actual: Double, simulated: Double, half: Double)

  private static func row(
    _ level: Band, _ abandonment: Band, _ asa: Band, occupancy: Double = 0.8, hour: Int = 10,
    period: OutcomeRow.Period = .interval
  ) -> ValidationRow {
    let bands = [level, abandonment, asa, (occupancy, occupancy, 0.05)].map { band in
      ValidationBand(
        actual: band.0, simulated: band.1, low: band.1 - band.2, high: band.1 + band.2)
    }
    return ValidationRow(
      period: period, start: Instant(secondsSinceEpoch: hour * 3600), queue: "q", offered: 40,
      agents: 8, handleSecondsMean: 300, bands: bands)
  }

  private static let fitting: ValidationRow = row(
    (0.8, 0.8, 0.02), (0.05, 0.05, 0.01), (10, 10, 2))

  private static func causes(
    _ run: ValidationRow, rows: [ValidationRow] = [],
    _ change: (inout ReplayEvidence) -> Void = { _ in }
  ) -> [String] {
    var evidence = ReplayEvidence(ReplayEvidenceTests.service(offered: [], [:]), rows: [])
    change(&evidence)
    return MisfitCauses(
      queue: Past.plan.queues[0], run: run, rows: rows, evidence: evidence,
      handleTimesKnown: true, grid: Past.grid
    ).causes.map(\.cause)
  }

  private static let worse = row((0.6, 0.8, 0.02), (0.12, 0.05, 0.01), (30, 10, 2))
  private static let better = row((0.9, 0.7, 0.02), (0.01, 0.1, 0.01), (2, 20, 2))

  @Test("No rule speaks of a queue that fits, whatever the evidence")
  func fits() {
    let causes = Self.causes(Self.fitting) {
      $0.dispersion = .init(value: 9, count: 500)
      $0.otherExits = 0.5
      $0.handleTimeVariation = .init(value: 9, count: 500)
    }
    #expect(causes.isEmpty)
  }

  @Test("A difference that nobody would act on is no misfit, even outside the band")
  func tolerance() {
    let run = Self.row((0.785, 0.8, 0.01), (0.058, 0.05, 0.001), (11.5, 10, 0.1))
    #expect(Self.causes(run).isEmpty)
  }

  @Test("Both waits and abandonment off in one direction speak of agents")
  func capacity() {
    #expect(Self.causes(Self.worse) == ["fewer-agents"])
    #expect(Self.causes(Self.better) == ["more-agents"])
  }

  @Test("Off in opposite directions they speak of patience")
  func patience() {
    let short = Self.row((0.7, 0.72, 0.01), (0.05, 0.12, 0.01), (30, 10, 2))
    let long = Self.row((0.7, 0.68, 0.01), (0.12, 0.05, 0.01), (10, 30, 2))
    #expect(Self.causes(short) == ["patience"])
    #expect(Self.causes(long) == ["patience"])
  }

  @Test("Waits alone off speak of how waits are counted, where the rest is known to fit")
  func waitsAlone() {
    let longer = Self.row((0.8, 0.8, 0.02), (0.05, 0.05, 0.01), (30, 10, 2))
    let shorter = Self.row((0.8, 0.8, 0.02), (0.05, 0.05, 0.01), (4, 10, 2))
    #expect(Self.causes(longer) == ["wait-counting"])
    #expect(Self.causes(shorter) == ["wait-counting"])
    var blind = longer
    blind.bands[0].actual = nil
    #expect(Self.causes(blind) == ["fewer-agents"])
  }

  @Test("What the history shows comes before what signs suggest")
  func measured() {
    #expect(Self.causes(Self.worse) { $0.dispersion = .init(value: 3, count: 200) } == ["bursts"])
    #expect(Self.causes(Self.worse) { $0.otherExits = 0.1 } == ["other-exits"])
    #expect(
      Self.causes(Self.worse) { $0.handleTimeVariation = .init(value: 2, count: 200) } == [
        "long-tail"
      ])
    #expect(
      Self.causes(Self.worse) { $0.handleTimeVariation = .init(value: 0.4, count: 200) } == [
        "even-handle-times"
      ])
    #expect(
      Self.causes(Self.worse) { $0.patienceSeconds = .init(value: 60, count: 900) } == ["patience"])
    #expect(
      Self.causes(Self.worse) { $0.waitAtRest = .init(value: 6, count: 30) } == ["wait-at-rest"])
  }

  @Test("Evidence within its own noise is none")
  func noise() {
    let causes = Self.causes(Self.worse) {
      $0.dispersion = .init(value: 1.45, count: 5000)
      $0.handleTimeVariation = .init(value: 1.25, count: 200)
      $0.patienceSeconds = .init(value: 140, count: 900)
      $0.waitAtRest = .init(value: 2, count: 30)
      $0.otherExits = 0.02
    }
    #expect(causes == ["fewer-agents"])
    // 60 gave up: a standard error of 13 %, so that 150 s against 120 s says nothing.
    #expect(
      Self.causes(Self.worse) { $0.patienceSeconds = .init(value: 150, count: 60) } == [
        "fewer-agents"
      ])
  }

  @Test("Bursts explain nothing where customers fared better")
  func burstsOnlyWorse() {
    #expect(
      Self.causes(Self.better) { $0.dispersion = .init(value: 3, count: 200) } == ["more-agents"])
  }

  @Test("Misses in few hours are told by their hours")
  func hours() {
    var rows: [ValidationRow] = []
    for day in 0..<5 {
      for hour in 8..<20 {
        var row = hour == 12 || hour == 13 ? Self.worse : Self.fitting
        row.start = Instant(secondsSinceEpoch: (day * 24 + hour) * 3600)
        rows.append(row)
      }
    }
    #expect(Self.causes(Self.worse, rows: rows) == ["fewer-agents", "hours"])
    #expect(Self.causes(Self.fitting, rows: rows) == ["hours"])
  }

  @Test("Many intervals outside without a pattern are told as unknown")
  func unknown() {
    let rows = (0..<40).map { number -> ValidationRow in
      var row = number % 2 == 0 ? Self.worse : Self.better
      row.start = Instant(secondsSinceEpoch: number * 1800)
      return row
    }
    #expect(Self.causes(Self.fitting, rows: rows) == ["unknown"])
  }
}
