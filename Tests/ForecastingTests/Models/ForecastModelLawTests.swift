import Forecasting
import TestSupport
import Testing

@Suite("Forecast model laws")
struct ForecastModelLawTests {
  private static let slow: Set = ["auto-wide"]

  @Test(
    "Every model keeps the laws",
    arguments: ForecastModelCatalog.all.map(\.name).filter { !slow.contains($0) })
  func laws(name: String) throws {
    #expect(try checkForecastModel(try ForecastModelCatalog.model(named: name)) == [])
  }
}

/// Averages of many models, whose members keep the laws one by one above.
@Suite("Laws of slow forecast models", .enabled(if: TestBuild.isOptimized, "in release alone"))
struct SlowForecastModelLawTheoryTests {
  @Test("The wide average keeps the laws")
  func wide() throws {
    #expect(try checkForecastModel(CombinedModels.wide) == [])
  }
}
