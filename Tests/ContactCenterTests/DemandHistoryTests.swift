import ContactCenter
import Testing

@Suite("Demand history")
struct DemandHistoryTests {
  private func queue(_ name: String, _ hours: Range<Int>, _ value: Double, handle: Double? = nil)
    -> QueueHistory
  {
    QueueHistory(
      queue: name, channel: "voice",
      starts: hours.map { Instant(secondsSinceEpoch: 3600 * $0) },
      offered: hours.map { _ in value },
      measures: handle.map { seconds in [.handleSeconds: hours.map { _ in seconds }] } ?? [:])
  }

  @Test("Rows from an instant on are replaced queue by queue, measures kept where they are known")
  func replacing() {
    let history = DemandHistory(
      queues: [queue("a", 0..<10, 1, handle: 60), queue("b", 0..<10, 2)], length: .sixtyMinutes)
    let today = DemandHistory(
      queues: [queue("a", 6..<9, 5), queue("c", 6..<9, 7)], length: .sixtyMinutes)
    let merged = history.replacing(today, from: Instant(secondsSinceEpoch: 3600 * 7))
    #expect(merged.queues.map(\.queue) == ["a", "b", "c"])
    #expect(merged.queues[0].offered == [1, 1, 1, 1, 1, 1, 1, 5, 5])
    #expect(
      merged.queues[0].measures[.handleSeconds]?.compactMap { $0 }
        == [Double](repeating: 60, count: 7))
    #expect(merged.queues[1] == history.queues[1])
    #expect(merged.queues[2].offered == [7, 7])
  }
}
