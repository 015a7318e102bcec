import ContactCenter
import TestSupport
import Testing

@testable import Forecasting

@Suite("Combined models")
struct CombinedModelsTests {
  @Test("What it says of itself names members, weights and why")
  func description() throws {
    let fitted = try CombinedModels.auto.fit(SampleSeries.series(.regular))
    for name in ["day-shapes", "count-regression", "ets", "double-seasonal"] {
      let rows = fitted.parameters.filter { $0.name.hasPrefix("weight \(name)") }
      #expect(rows.count == LeadBuckets.names.count)
      #expect(rows.allSatisfy { $0.note.contains("replayed days") })
    }
    for bucket in LeadBuckets.names {
      let total = fitted.parameters.filter {
        $0.name.hasPrefix("weight ") && $0.name.hasSuffix(bucket)
      }.reduce(0) { $0 + $1.value }
      #expect(abs(total - 1) < 1e-9)
    }
    #expect(fitted.fit.first?.value == 2)
  }

  @Test("A member whose history is too short is left out and says so")
  func short() throws {
    let series = SampleSeries.series(.regular).prefix(24)
    let fitted = try CombinedModels.auto.fit(series)
    let left = fitted.parameters.filter { $0.name.hasPrefix("weight") && $0.value == 0 }
    #expect(
      left.map(\.name) == [
        "weight day-shapes", "weight count-regression", "weight double-seasonal",
      ])
    #expect(left.allSatisfy { $0.note.contains("28 days") })
  }
}
