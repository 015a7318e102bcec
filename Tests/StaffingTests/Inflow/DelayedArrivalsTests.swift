import ContactCenter
import Testing

@testable import Staffing

@Suite struct DelayedArrivalsTests {
  @Test("Everybody comes back in the end")
  func conserved() {
    var delayed = DelayedArrivals(meanSeconds: 1000)
    var back = delayed.arriving(leaving: 40, seconds: 1800)
    for _ in 0..<50 { back += delayed.arriving(leaving: 0, seconds: 1800) }
    #expect(abs(back - 40) < 1e-9)
  }

  @Test("Without a delay they come back at once, and none is away")
  func atOnce() {
    var delayed = DelayedArrivals(meanSeconds: 0)
    #expect(delayed.arriving(leaving: 7, seconds: 900) == 7)
    #expect(delayed.away == 0)
  }

  @Test("What comes in a gap that nobody counts is gone")
  func gap() {
    var delayed = DelayedArrivals(meanSeconds: 600)
    _ = delayed.arriving(leaving: 100, seconds: 1800)
    delayed.pass(86_400)
    #expect(delayed.arriving(leaving: 0, seconds: 1800) < 1e-9)
  }

  @Test(
    "A timeline that goes on as it was gives back what leaves it",
    arguments: [600.0, 40_000, 400_000])
  func steady(mean: Double) {
    let forecast = SampleCenter.forecast(
      Array(repeating: 10, count: 48), from: Instant(secondsSinceEpoch: 0))
    let timeline = InflowTimeline(forecast, SampleCenter.request(SampleCenter.queue()))
    #expect(timeline.gapBeforeFirst == 0)
    let back = DelayedArrivals.steady(
      Array(repeating: 5, count: 48), meanSeconds: mean, on: timeline)
    #expect(back.allSatisfy { abs($0 - 5) < 1e-9 })
  }
}
