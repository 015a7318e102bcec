import ContactCenter

/// Histories built from a rule, for tests.
enum SampleHistory {
  /// Monday 1 January 2024.
  static let monday = CivilDate(daysSinceEpoch: 19_723)

  /// Hourly rows of consecutive days in a zone; nil from `offered` leaves the row out.
  static func hourly(
    queue: String = "sales", days: Int, from first: CivilDate = monday,
    zone: ZoneRules = .utc, handleSeconds: Double? = nil,
    offered: (_ date: CivilDate, _ hour: Int) -> Double?
  ) -> DemandHistory {
    let grid = TimeGrid(zone: zone, length: .sixtyMinutes)
    var history = QueueHistory(queue: queue, channel: "voice")
    for interval in grid.intervals(from: first, days: days) {
      let local = zone.local(interval.start)
      guard let value = offered(local.date, local.secondOfDay / 3600) else { continue }
      history.starts.append(interval.start)
      history.offered.append(value)
    }
    if let handleSeconds {
      history.measures[.handleSeconds] = history.offered.map { $0 * handleSeconds }
      history.measures[.answered] = history.offered.map { $0 }
    }
    return DemandHistory(queues: [history], length: .sixtyMinutes)
  }

  /// The usual hourly grid.
  static func grid(_ zone: ZoneRules = .utc) -> TimeGrid {
    TimeGrid(zone: zone, length: .sixtyMinutes)
  }

  /// Repeatable noise between 0 and 1.
  static func noise(_ a: Int, _ b: Int = 0) -> Double {
    var x = UInt64(bitPattern: Int64(a &* 1_000_003 &+ b)) &+ 0x9E37_79B9_7F4A_7C15
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((x ^ (x >> 31)) >> 11) / Double(1 << 53)
  }
}
