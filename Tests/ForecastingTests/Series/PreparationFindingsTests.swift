import ContactCenter
import Testing

@testable import Forecasting

@Suite("Findings of preparation")
struct PreparationFindingsTests {
  private let grid = SampleHistory.grid()

  /// Thirty days from a Monday on, and more days so many days after the last of them.
  private func history(later: [Int]) -> QueueHistory {
    let days = Array(0..<30) + later.map { 29 + $0 }
    let starts = days.flatMap { day in
      let start = grid.zone.startOfDay(SampleHistory.monday.advanced(by: day))
      return [start.advanced(by: 9 * 3600), start.advanced(by: 10 * 3600)]
    }
    return QueueHistory(
      queue: "sales", channel: "voice", starts: starts,
      offered: [Double](repeating: 5, count: starts.count))
  }

  private func codes(_ history: QueueHistory, before: CivilDate? = nil) -> [String] {
    PreparationFindings.loneRows(history, grid: grid, before: before).map(\.code)
  }

  @Test("One or two days more than a year after the rest are told, with date and gap")
  func lone() throws {
    for later in [[366], [3000], [3000, 3001], [3000, 3100]] {
      #expect(codes(history(later: later)) == ["forecast.lone-row"], "\(later)")
    }
    let finding = try #require(
      PreparationFindings.loneRows(history(later: [3000]), grid: grid, before: nil).first)
    #expect(finding.message.contains(SampleHistory.monday.advanced(by: 3029).text))
    #expect(finding.message.contains("3000 days"))
    #expect(finding.advice == "Maybe its year is mistyped.")
  }

  @Test("A shorter gap, three days after it, or rows that are not looked at are no such thing")
  func usual() {
    for later in [[], [365], [3000, 3001, 3002]] {
      #expect(codes(history(later: later)).isEmpty, "\(later)")
    }
    let before = SampleHistory.monday.advanced(by: 100)
    #expect(codes(history(later: [3000]), before: before).isEmpty)
    #expect(codes(QueueHistory(queue: "sales", channel: "voice")).isEmpty)
  }
}
