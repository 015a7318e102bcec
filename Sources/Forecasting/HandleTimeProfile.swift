internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

// Service-time noise dominates everything else about handle time: of two weeks of a bank's calls, the mean of the
// queue beats the same slot of last week by 30 %, and a slot's own mean adds nothing until it rests on some
// hundred contacts: with service times that vary by 130 % and slots by 7 %, (1.3 / 0.07)² = 345 of them. Hence
// a slow level and slots shrunk hard toward it.

/// Mean handle seconds of one queue by weekday and slot.
struct HandleTimeProfile {
  /// Mean seconds by weekday and slot; every slot has one.
  private(set) var seconds: [[Double]] = []
  /// The level of the queue now.
  private(set) var level = 0.0
  /// Rows that claim contacts handled in no time.
  private(set) var zeroRows = 0

  /// Contacts that weigh as much as the queue's own mean.
  private static let shrinkage = 300.0
  /// Contacts of one weekday's slot that weigh as much as the same slot of all days.
  ///
  /// A weekday moves a slot about half as far as the slots differ, 3.5 %: (1.3 / 0.035)² = 1,400.
  private static let weekdayShrinkage = 1400.0
  /// Days after which a contact counts half for the level.
  private static let levelHalfLife = 14.0
  /// Days after which a contact counts half for the shape over the week.
  private static let shapeHalfLife = 91.0

  /// Learns from totals; nil where the history has no handle time.
  ///
  /// *Formula*: with handle seconds H, handled contacts N and the mean a under weights that halve every 91 days, the ratio
  /// of a slot of the day is r = (ΣH/a + k) / (ΣN + k), that of a weekday's slot q = (H/a + 1400·r) / (N + 1400),
  /// k = 300 contacts, all under the same weights. The level is m = (Σ w·H + k·a) / (Σ w·q·N + k) under weights w that
  /// halve every 14 days: like is compared with like, or a weekend at the end of the history would pass for a change of
  /// level. Seconds are m times q.
  ///
  /// Handled contacts are `answered`, or offered less abandoned and blocked. Handle seconds are `handle_seconds`,
  /// or talk, hold and wrap together.
  init?(_ history: QueueHistory, grid: TimeGrid, before limit: Instant?) {
    let slots = grid.length.slotsPerDay
    var handle = Array(repeating: [Double](repeating: 0, count: slots), count: 7)
    var contacts = handle
    var recent = handle
    var levelHandle = 0.0
    var last: CivilDate?
    for row in history.starts.indices.reversed() {
      let start = history.starts[row]
      if let limit, start >= limit { continue }
      guard let total = Self.handleSeconds(history, row) else { continue }
      let number = Self.handled(history, row)
      guard number > 0, number.isFinite else { continue }
      guard total > 0 else {
        zeroRows += 1
        continue
      }
      let local = grid.zone.local(start)
      let newest = last ?? local.date
      last = newest
      let age = Double(newest.days(since: local.date))
      guard age <= 728 else { break }
      let slow = exp2(-age / Self.shapeHalfLife)
      let fast = exp2(-age / Self.levelHalfLife)
      let weekday = local.date.weekday.rawValue
      let slot = local.secondOfDay / grid.length.seconds
      handle[weekday][slot] += slow * total
      contacts[weekday][slot] += slow * number
      levelHandle += fast * total
      recent[weekday][slot] += fast * number
    }
    let allHandle = handle.reduce(0) { $0 + $1.reduce(0, +) }
    let allContacts = contacts.reduce(0) { $0 + $1.reduce(0, +) }
    guard allContacts > 0, allHandle.isFinite else { return nil }
    let mean = allHandle / allContacts
    guard mean > 0 else { return nil }
    // Each slot of the day against the queue, then each weekday against that slot of the day.
    let slotRatios = (0..<slots).map { s in
      let (h, n) = (0..<7).reduce((0.0, 0.0)) { ($0.0 + handle[$1][s], $0.1 + contacts[$1][s]) }
      return (h / mean + Self.shrinkage) / (n + Self.shrinkage)
    }
    let ratios = (0..<7).map { w in
      (0..<slots).map { s in
        (handle[w][s] / mean + Self.weekdayShrinkage * slotRatios[s])
          / (contacts[w][s] + Self.weekdayShrinkage)
      }
    }
    var expected = 0.0
    for w in 0..<7 { for s in 0..<slots { expected += ratios[w][s] * recent[w][s] } }
    // A queue that was silent of late keeps its long-run mean: the level has the same doubt as a slot.
    level = (levelHandle + Self.shrinkage * mean) / (expected + Self.shrinkage)
    guard level.isFinite else { return nil }
    let now = level
    seconds = ratios.map { $0.map { now * $0 } }
  }

  /// Handle seconds of a row, or talk, hold and wrap together; nil where the row has neither.
  static func handleSeconds(_ history: QueueHistory, _ row: Int) -> Double? {
    func cell(_ measure: HistoryMeasure) -> Double? {
      guard let value = history.measures[measure]?[row], value.isFinite, value >= 0 else {
        return nil
      }
      return value
    }
    if let total = cell(.handleSeconds) { return total }
    guard let talk = cell(.talkSeconds) else { return nil }
    return talk + (cell(.holdSeconds) ?? 0) + (cell(.wrapSeconds) ?? 0)
  }

  /// Handled contacts of a row: `answered`, or offered less abandoned and blocked.
  static func handled(_ history: QueueHistory, _ row: Int) -> Double {
    if let answered = history.measures[.answered]?[row] { return answered }
    let abandoned = (history.measures[.abandoned]?[row] ?? nil) ?? 0
    let blocked = (history.measures[.blocked]?[row] ?? nil) ?? 0
    return history.offered[row] - abandoned - blocked
  }
}
