import Forecasting
import Testing

@Suite("Forecasting errors")
struct ForecastingErrorTests {
  @Test(
    "Every message carries its values and a hint",
    arguments: [
      (ForecastingError.unknownModel(name: "x", nearest: "auto"), "Maybe \"auto\""),
      (.unknownModel(name: "x", nearest: nil), "\"x\""),
      (.unknownModel(name: "x", nearest: nil), "auto, "),
      (.noOrigins(reason: "why.", hint: "Maybe so."), "why. Maybe so."),
      (.horizon(days: -1), "-1 days"),
      (.coarseHistory(historyMinutes: 60, gridMinutes: 15), "60-minute"),
      (.noData, "first day"), (.span(queue: "q", days: 99), "queue q"),
      (.notFitted(model: "m", reason: "why."), "why."), (.noOrigins(reason: "why."), "why."),
    ])
  func messages(error: ForecastingError, part: String) {
    #expect(error.description.contains(part))
    #expect(error.description.contains("Maybe"))
  }
}
