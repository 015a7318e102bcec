import Testing

@testable import Forecasting

@Suite("Smoothing form")
struct SmoothingFormTests {
  @Test("There are fifteen usual forms, none with additive errors and a multiplicative season")
  func usual() {
    #expect(Set(SmoothingForm.usual).count == 15)
    #expect(
      !SmoothingForm.usual.contains { $0.error == .additive && $0.season == .multiplicative })
    #expect(SmoothingForm(.multiplicative, .damped, .additive).name == "ETS(M,Ad,A)")
  }

  @Test("Free parameters are shares, damping and first states, one season less")
  func counts() {
    #expect(SmoothingForm(.additive, .none, .none).freeCount(period: 1) == 2)
    #expect(SmoothingForm(.additive, .damped, .additive).freeCount(period: 7) == 4 + 2 + 6)
  }
}
