import ContactCenter
import Simulation
import TestSupport
import Testing

@testable import Staffing

/// What a simulated center was told is found again in its own records.
///
/// Intervals are of 99.9 %; events are enough that each is narrower than a tenth of its value.
@Suite(
  "Fits of simulated records",
  .enabled(if: TestBuild.isOptimized, "half a million contacts need an optimized build"))
struct FitFromSimulationTheoryTests {
  private static let grid = TimeGrid(zone: .utc, length: .thirtyMinutes)

  /// A short-handed center of so many days around the clock.
  private static func model(
    days: Int, patienceShape: DurationShape = .exponential, behavior: QueueBehavior,
    busyness: Double = 0
  ) -> SimulationModel {
    let count = days * 48
    let intervals = (0..<count).map {
      Interval(
        start: Instant(secondsSinceEpoch: $0 * 1800),
        end: Instant(secondsSinceEpoch: ($0 + 1) * 1800))
    }
    return SimulationModel(
      intervals: intervals, days: (0..<days).map { ($0 * 48)..<(($0 + 1) * 48) },
      queues: [
        QueueModel(
          name: "q", expectedContacts: Array(repeating: 100, count: count),
          meanHandleSeconds: Array(repeating: 240, count: count), meanPatienceSeconds: 90,
          busynessVariation: busyness, handleTimeShape: .lognormal(variation: 0.8),
          patienceShape: patienceShape, behavior: behavior)
      ], groups: [GroupModel(name: "g", queues: ["q"])],
      staffing: .counts(["g": Array(repeating: 13, count: count)]))
  }

  private static func fit(_ model: SimulationModel) throws -> QueueFit {
    let events = try traceOnce(model, options: SimulationOptions(seed: 7))
    let fits = ContactFit.run(
      TracedContacts.records(events), grid: grid, options: FitOptions(confidence: 0.999))
    return try #require(fits.first)
  }

  @Test("Patience without memory, handle times, busyness of days")
  func plain() throws {
    let fit = try Self.fit(Self.model(days: 60, behavior: QueueBehavior(), busyness: 0.12))
    let patience = try #require(fit.patience?.mean)
    #expect(patience.contains(90), "\(patience)")
    #expect(patience.upper - patience.lower < 5)
    #expect(fit.handleTime?.contains(240) == true, "\(String(describing: fit.handleTime))")
    #expect(fit.handleTimeFit?.variation.contains(0.8) == true)
    #expect(fit.handleTimeFit?.families.first?.name == "lognormal")
    #expect(
      fit.dispersion?.day.contains(0.12) == true, "\(String(describing: fit.dispersion?.day))")
    let truth = try #require(PatienceFit.exponential(totalSeconds: 90, events: 1))
    for point in fit.curve {
      #expect(point.survival.contains(truth.survival(at: point.seconds)), "\(point)")
    }
  }

  @Test("Patience of two kinds, and balking")
  func shapes() throws {
    var behavior = QueueBehavior()
    behavior.balking = Share(0.05)
    let shape = DurationShape.hyperexponential(share: 0.4, factor: 8)
    let fit = try Self.fit(Self.model(days: 60, patienceShape: shape, behavior: behavior))
    let best = try #require(fit.patienceFamilies.first)
    #expect(best.name == "hyperexponential")
    #expect(best.mean.contains(90), "\(best.mean)")
    #expect(best.parameters[0].value.contains(0.4), "\(best.parameters)")
    #expect(best.parameters[1].value.contains(8), "\(best.parameters)")
    #expect(fit.balking?.contains(0.05) == true, "\(String(describing: fit.balking))")
    let weibull = try Self.fit(
      Self.model(days: 60, patienceShape: .weibull(shape: 0.7), behavior: QueueBehavior()))
    #expect(weibull.patienceFamilies.first?.name == "weibull")
    #expect(weibull.patienceFamilies.first?.mean.contains(90) == true)
    #expect(weibull.patienceFamilies.first?.parameters[0].value.contains(0.7) == true)
  }

  @Test("Redials are found, and taken out of the history they inflate")
  func redials() throws {
    var behavior = QueueBehavior()
    behavior.redial = Redial(
      afterAbandonment: Share(0.45), afterBlock: Share(0), delay: Seconds(1200))
    behavior.recontact = Recontact(share: Share(0.06), delay: Seconds(2 * 86_400))
    let model = Self.model(days: 40, behavior: behavior)
    let events = try traceOnce(model, options: SimulationOptions(seed: 3))
    let records = TracedContacts.records(events)
    let fit = try #require(
      ContactFit.run(records, grid: Self.grid, options: FitOptions(confidence: 0.999)).first)
    let redial = try #require(fit.redialAfterAbandonment)
    #expect(redial.share.contains(0.45), "\(redial.share)")
    #expect(redial.delay.contains(1200), "\(redial.delay)")
    #expect(redial.share.upper - redial.share.lower < 0.05)
    let recontact = try #require(fit.recontact)
    #expect(recontact.share.contains(0.06), "\(recontact.share)")
    // The history of those records, and the same without redials: recontacts stay.
    var offered = [Double](repeating: 0, count: 40 * 48)
    var abandoned = [Double?](repeating: 0, count: 40 * 48)
    for record in records where record.timestamp.secondsSinceEpoch < 40 * 86_400 {
      let index = record.timestamp.secondsSinceEpoch / 1800
      offered[index] += 1
      if record.outcome == .abandoned { abandoned[index] = (abandoned[index] ?? 0) + 1 }
    }
    let history = DemandHistory(
      queues: [
        QueueHistory(
          queue: "q", channel: "voice", starts: model.intervals.map(\.start), offered: offered,
          measures: [.abandoned: abandoned])
      ], length: .thirtyMinutes)
    func fresh(_ share: Double) -> Double {
      let redials = [
        "q": Redial(
          afterAbandonment: Share(share), afterBlock: Share(0), delay: Seconds(redial.delay.value))
      ]
      return RedialDeflation.run(history, redials: redials).history.queues[0].offered.reduce(0, +)
    }
    // Fresh contacts and recontacts, counted by what led to each arrival.
    var seen: [String: TraceEvent.Kind] = [:]
    var truth = 0.0
    for event in events {
      guard let contact = event.contact else { continue }
      if event.kind == .arrived {
        if seen[contact] != .abandoned, event.seconds < 40 * 86_400 { truth += 1 }
      } else if event.kind == .abandoned || event.kind == .ended {
        seen[contact] = event.kind
      }
    }
    let all = offered.reduce(0, +)
    #expect(all > 1.05 * truth, "redials inflate")
    #expect(fresh(redial.share.upper) < truth && truth < fresh(redial.share.lower))
    #expect(abs(fresh(redial.share.value) / truth - 1) < 0.01)
  }
}
