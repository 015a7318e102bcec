import Forecasting
import TestSupport
import Testing

@Suite("Forecast model laws")
struct ForecastModelLawTests {
  @Test("Every model keeps the laws", arguments: ForecastModelCatalog.all.map(\.name))
  func laws(name: String) throws {
    #expect(try checkForecastModel(try ForecastModelCatalog.model(named: name)) == [])
  }
}
