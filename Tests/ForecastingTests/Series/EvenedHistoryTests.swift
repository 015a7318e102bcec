import ContactCenter
import Testing

@testable import Forecasting

@Suite struct EvenedHistoryTests {
  /// Rows at the given minutes of an hour for each hour of some days from a Monday on.
  private func history(_ parts: [(days: Range<Int>, minutes: Int)]) -> QueueHistory {
    var result = QueueHistory(queue: "q", channel: "voice")
    for part in parts {
      for day in part.days {
        for minute in stride(from: 480, to: 1080, by: part.minutes) {
          let seconds = (19_723 + day) * 86_400 + minute * 60
          result.starts.append(Instant(secondsSinceEpoch: seconds))
          result.offered.append(Double(4 * part.minutes))
        }
      }
    }
    result.measures[.agents] = result.offered.map { _ in 7 }
    result.measures[.handleSeconds] = result.offered.map { $0 * 100 }
    return result
  }

  @Test("Coarse rows before fine ones are split, sums are kept and states repeated")
  func head() throws {
    let (even, finding) = EvenedHistory.evened(
      history([(0..<28, 30), (28..<42, 15)]), length: .fifteenMinutes, zone: .utc)
    #expect(finding?.code == "forecast.grid-change")
    #expect(finding?.message.contains("30 minutes apart before 2024-01-29") == true)
    #expect(even.starts.count == 42 * 40)
    #expect(even.offered.allSatisfy { $0 == 60 })
    #expect(even.measures[.handleSeconds]?.allSatisfy { $0 == 6000 } == true)
    #expect(even.measures[.agents]?.allSatisfy { $0 == 7 } == true)
    #expect(zip(even.starts, even.starts.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(
    "Coarse rows after fine ones, and a whole queue on a coarser grid than the file's, are split too"
  )
  func tail() {
    let (late, finding) = EvenedHistory.evened(
      history([(0..<14, 15), (14..<28, 60)]), length: .fifteenMinutes, zone: .utc)
    #expect(finding?.message.contains("60 minutes apart from 2024-01-15") == true)
    #expect(late.starts.count == 28 * 40 && late.offered.allSatisfy { $0 == 60 })
    let (whole, _) = EvenedHistory.evened(
      history([(0..<28, 30)]), length: .fifteenMinutes, zone: .utc)
    #expect(whole.starts.count == 28 * 40)
  }

  @Test("One grid, and a queue of a few rows that happen to lie on the hour, stay as they are")
  func unchanged() {
    let even = history([(0..<28, 15)])
    #expect(EvenedHistory.evened(even, length: .fifteenMinutes, zone: .utc).history == even)
    let few = history([(0..<1, 60)])
    #expect(EvenedHistory.evened(few, length: .fifteenMinutes, zone: .utc).history == few)
  }
}
