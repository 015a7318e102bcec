import Testing

@testable import Forecasting

@Suite("ARIMA space")
struct ArimaSpaceTests {
  private static let space = ArimaSpace(
    ArimaOrders(2, 0, 1, seasonal: (1, 0, 1), period: 7))

  @Test("Coefficients come back from their free numbers")
  func roundTrip() throws {
    let coefficients = [0.5, -0.3, 2.5, 0.9, -0.4]
    let free = try #require(Self.space.free(coefficients))
    #expect(zip(Self.space.coefficients(free), coefficients).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(Self.space.free([1.2, 0, 0, 0, 0]) == nil)
    #expect(Self.space.free([0.1]) == nil)
  }

  @Test("Only moving averages are inverted")
  func invertible() {
    let twin = Self.space.invertible([0.5, -0.3, 2.5, 0.9, -4])
    #expect(zip(twin, [0.5, -0.3, 0.4, 0.9, -0.25]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("A seasonal root counts as its m-th root, and every ridge has a start")
  func rootsAndStarts() {
    let root = Self.space.longestInverseRoot([0.5, 0, 0.1, 0.5, 0.2])
    // 0.5^{1/7} = 0.905723664263907.
    #expect(abs(root - 0.905_723_664_263_907) < 1e-9)
    #expect(Self.space.starts.count == 3)
    #expect(Self.space.starts.allSatisfy { Self.space.free($0) != nil })
    #expect(ArimaSpace(ArimaOrders(0, 1, 0)).starts == [[]])
  }
}
