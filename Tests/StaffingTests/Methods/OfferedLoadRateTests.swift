import Testing

@testable import Staffing

@Suite("mol: the average offered load as a rate")
struct OfferedLoadRateTests {
  @Test("short contacts make it sipp, long ones lag behind")
  func limits() throws {
    let volumes = [3, 6, 9, 12, 9, 6, 3, 2, 1.0]
    let short = try profile(volumes, handle: 1)
    let plain = AverageRate.rates(of: short, contacts: volumes)
    for (a, b) in zip(OfferedLoadRate.rates(of: short, contacts: volumes), plain) {
      #expect((a / b - 1).magnitude < 0.005)
    }
    let long = try profile(volumes, handle: 1200)
    let rates = OfferedLoadRate.rates(of: long, contacts: volumes)
    // Less than comes while it grows, more than comes when it falls.
    #expect(rates[0] < 0.5 * plain[0])
    #expect(rates[2] > 1.5 * plain[2])
  }
}
