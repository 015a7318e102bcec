import ContactCenter
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Harmonic profile")
struct HarmonicProfileTests {
  private static let open = Array(repeating: [Bool](repeating: true, count: 24), count: 7)

  private static func shape(_ hour: Int, _ weekday: Int, difference: Double) -> Double {
    let angle = 2 * Double.pi * (Double(hour) + 0.5) / 24
    return exp(-cos(angle) + (weekday == 6 ? difference * sin(angle) : 0))
  }

  private static func profile(volume: Double, difference: Double) throws -> HarmonicProfile {
    let days = (0..<84).map {
      ModelDay(
        date: SampleHistory.monday.advanced(by: $0), open: [Bool](repeating: true, count: 24))
    }
    var counts: [Double] = []
    for d in 0..<84 {
      for hour in 0..<24 {
        let mean = volume * shape(hour, d % 7, difference: difference)
        // Twice the square root of the mean from end to end, about Poisson's noise.
        counts.append(max(0, mean + mean.squareRoot() * 3.4 * (SampleHistory.noise(d, hour) - 0.5)))
      }
    }
    let series = DaySeries(slotCount: 24, days: days, counts: counts)
    return try HarmonicProfile(CleanDays(series), open: open, overdispersion: 1)
  }

  private static func worst(_ profile: HarmonicProfile, weekday: Int, difference: Double)
    -> Double
  {
    let shapes = (0..<24).map { shape($0, weekday, difference: difference) }
    let total = shapes.reduce(0, +)
    return (0..<24).map { abs(profile.shares[weekday][$0] / (shapes[$0] / total) - 1) }.max() ?? 1
  }

  /// A single slot of a weekday rests on a dozen contacts in the quiet hours: 30 % off is usual, 60 % the worst of 24.
  @Test("Low counts: the wave is found where single slots would be off by half")
  func smooth() throws {
    let profile = try Self.profile(volume: 3, difference: 0)
    for weekday in 0..<7 {
      #expect(Self.worst(profile, weekday: weekday, difference: 0) < 0.25)
      #expect(abs(profile.shares[weekday].reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test("High counts: a weekday with a shape of its own keeps it")
  func different() throws {
    let profile = try Self.profile(volume: 3000, difference: 0.5)
    #expect(Self.worst(profile, weekday: 6, difference: 0.5) < 0.01)
    #expect(Self.worst(profile, weekday: 0, difference: 0.5) < 0.01)
    #expect(profile.weekdaySpread > 0.01)
  }

  @Test("Closed slots have no share, a weekday without data takes the shared shape")
  func closed() throws {
    var open = Array(repeating: (0..<24).map { (8..<18).contains($0) }, count: 7)
    open[6] = [Bool](repeating: false, count: 24)
    let days = (0..<84).filter { $0 % 7 != 5 }.map { d in
      ModelDay(date: SampleHistory.monday.advanced(by: d), open: open[d % 7])
    }
    let series = DaySeries(
      slotCount: 24, days: days,
      counts: days.flatMap { day in
        (0..<24).map { hour in day.open[hour] ? Double(100 + hour) : 0 }
      })
    let profile = try HarmonicProfile(CleanDays(series), open: open, overdispersion: 1)
    #expect(profile.shares[6].allSatisfy { $0 == 0 })
    #expect(profile.shares[0][7] == 0)
    #expect(abs(profile.shares[5][12] - profile.shares[0][12]) < 0.01)
    #expect(abs(profile.shares[5].reduce(0, +) - 1) < 1e-12)
  }
}
