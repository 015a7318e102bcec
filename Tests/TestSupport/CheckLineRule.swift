import ContactCenter
public import Scheduling
public import Testing

/// The law of a rule about an agent's days: read day by day, a line is as far outside as read as a whole; and on at
/// least one of the random lines it is outside, so that the law is not empty.
///
/// Lines have nights, types, history and lengths of all kinds; periods begin on any day of the week.
public func checkLineRule(
  _ rule: any LineRule, lines: Int = 400, sourceLocation: SourceLocation = #_sourceLocation
) {
  var numbers = SeededNumbers(state: 20_261_122)
  var outside = 0
  for index in 0..<lines {
    let (line, period) = randomLine(&numbers)
    let breaches = rule.breaches(of: line, in: period)
    let whole = breaches.reduce(0) { $0 + $1.amount }
    var state = rule.start(after: line.history, in: period)
    var amount = 0.0
    for day in 0..<period.days {
      let step = rule.step(from: state, day: day, shift: line.shifts(on: day).first, in: period)
      amount += step.amount
      state = step.state
    }
    amount += rule.finish(from: state, in: period)
    #expect(
      abs(whole - amount) < 1e-9,
      "\(rule.name) line \(index): \(whole) as a whole, \(amount) day by day; \(line), \(period)",
      sourceLocation: sourceLocation)
    for breach in breaches {
      #expect(breach.amount > 0, sourceLocation: sourceLocation)
      #expect(!breach.message.isEmpty, sourceLocation: sourceLocation)
      #expect(breach.stretch.start <= breach.stretch.end, sourceLocation: sourceLocation)
    }
    if whole > 0 { outside += 1 }
  }
  #expect(outside > 0, "no random line breaks \(rule.name)", sourceLocation: sourceLocation)
  #expect(outside < lines, "every random line breaks \(rule.name)", sourceLocation: sourceLocation)
}

/// A line of one day to nine weeks with at most one shift a day, some of it before the period.
private func randomLine(_ numbers: inout SeededNumbers) -> (WorkLine, RosterPeriod) {
  func pick(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(numbers.next() * Double(range.count))
  }
  let first = CivilDate(daysSinceEpoch: 20_000 + pick(0...400))
  let known = [0, 0, 7, 14, 33][pick(0...4)]
  // Some hold whole months, and some a day that the clock makes an hour longer or shorter.
  let days = pick(0...3) == 0 ? pick(36...66) : pick(1...35)
  let turn = Instant(secondsSinceEpoch: (first.daysSinceEpoch + pick(-5...30)) * 86_400 + 3600)
  let zones = [
    ZoneRules.utc, ZoneRules.utc,
    ZoneRules(identifier: "Turning", transitions: [turn], offsets: [3600, 7200]),
    ZoneRules(identifier: "Returning", transitions: [turn], offsets: [7200, 3600]),
  ]
  let weekends: [Set<Weekday>] = [
    [.saturday, .sunday], [.saturday, .sunday], [.friday, .saturday], [.sunday],
    [.friday, .saturday, .sunday],
  ]
  let period = RosterPeriod(
    firstDate: first, days: days, knownDaysBefore: known, zone: zones[pick(0...3)],
    weekend: weekends[pick(0...4)])
  let density = pick(2...9)
  let kinds: [(name: String?, start: Int, minutes: Int, isNight: Bool)] = [
    ("early", 360, 480, false), ("late", 840, 480, false), ("night", 1320, 480, true),
    (nil, 600, 300, false), ("early", 420, 540, false), ("night", 1410, 660, true),
    ("late", 900, 1080, false),
  ]
  var kind = kinds[pick(0...6)]
  var shifts: [WorkLine.Shift] = []
  for day in -known..<period.days where pick(0...9) < density {
    if pick(0...2) == 0 { kind = kinds[pick(0...6)] }
    let start = period.start(of: day).advanced(by: kind.start * 60)
    shifts.append(
      WorkLine.Shift(
        day: day, start: start, end: start.advanced(by: kind.minutes * 60),
        startMinute: kind.start, paidMinutes: kind.minutes - (kind.minutes >= 360 ? 30 : 0),
        type: kind.name, isNight: kind.isNight))
  }
  return (WorkLine(shifts), period)
}
