import Testing

@testable import Forecasting

@Suite("Partial autocorrelations")
struct PartialAutocorrelationsTests {
  @Test("Any numbers give a stationary autoregression, and come back")
  func roundTrip() throws {
    let noise = SimulatedSeries.noise(60)
    for order in 1...4 {
      for start in stride(from: 0, to: 48, by: 4) {
        let free = noise[start..<start + order]
        let phi = PartialAutocorrelations.coefficients(free: free)
        #expect(LagRoots.largestInverse(phi.map { -$0 }) < 1)
        let back = try #require(PartialAutocorrelations.free(phi[...]))
        #expect(zip(back, free).allSatisfy { abs($0 - $1) < 1e-9 })
      }
    }
  }

  @Test("Numbers far out stay just inside, and an explosive autoregression has none")
  func bounds() {
    let far = PartialAutocorrelations.coefficients(free: [1e9])
    #expect(far[0] < 1 && far[0] > 0.999)
    #expect(PartialAutocorrelations.free([1.01]) == nil)
    #expect(PartialAutocorrelations.free([0.9, 0.3]) == nil)
    #expect(PartialAutocorrelations.free([]) == [])
  }
}
