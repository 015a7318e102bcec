import Testing

@testable import Forecasting

@Suite("ARIMA orders")
struct ArimaOrdersTests {
  @Test("Orders are told as R tells them")
  func description() {
    #expect("\(ArimaOrders(1, 0, 2, seasonal: (0, 1, 1), period: 7))" == "(1,0,2)(0,1,1)7")
    #expect("\(ArimaOrders(2, 1, 0))" == "(2,1,0)")
  }

  @Test("Nonsense becomes nothing")
  func nonsense() {
    let orders = ArimaOrders(-1, -2, -3, seasonal: (1, 1, 1), period: 0)
    #expect(orders == ArimaOrders(0, 0, 0))
    #expect(orders.lostSteps == 0 && orders.coefficientCount == 0)
  }
}
