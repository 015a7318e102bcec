internal import ContactCenter

/// What values of a plan are read against: names and the wall clock.
struct PlanContext {
  /// Whose wall clock times without offset are.
  let zone: ZoneRules
  /// What to do with those that come twice or never.
  let localTime: LocalTimePolicy
  /// Every queue of the plan.
  let queues: [String]
}

extension PlanNode {
  /// A key that must be there.
  ///
  /// *Throws*: `PlanError` with the example where it is not.
  func required(
    _ name: String, in keys: [String: PlanNode], example: String
  ) throws(PlanError) -> PlanNode {
    guard let node = keys[name] else {
      throw error("\(path) lacks \(name)", hint: "Maybe add \(name): \(example).")
    }
    return node
  }

  /// A name that the plan has.
  ///
  /// *Throws*: `PlanError` with the nearest known one where it is none of them.
  func name(of kind: String, in known: [String]) throws(PlanError) -> String {
    let name = try text()
    guard known.contains(name) else {
      throw error(
        "\(path) is \(Self.quoted(name)), which is no \(kind) of the plan",
        hint: nearestName(to: name, in: known).map { "Maybe \"\($0)\" is meant." }
          ?? "Maybe one of: \(known.sorted().joined(separator: ", ")).")
    }
    return name
  }

  /// The length of a shift in minutes.
  ///
  /// *Throws*: `PlanError` where it is longer than a day.
  func shiftMinutes() throws(PlanError) -> Int {
    let minutes = try minutes()
    guard minutes <= 1440 else {
      throw error(
        "a shift of \(Seconds(Double(minutes * 60)).text) is longer than its day",
        hint: "Maybe write a length up to 24h.")
    }
    return minutes
  }

  /// Days of the week: `mon-fri`, `"sat,sun"` or `[sat, sun]`.
  func weekdays() throws(PlanError) -> Set<Weekday> {
    var days: Set<Weekday> = []
    for item in isList ? try list() : [self] {
      days.formUnion(try item.value("days such as mon-fri") { QueueSection.weekdays($0) })
    }
    guard !days.isEmpty else { throw error("\(path) names no days", hint: "Maybe write mon-fri.") }
    return days
  }

  /// A price in paid hours: `100h`, `30m` or a bare number of hours.
  func paidHours() throws(PlanError) -> Double {
    try value("a price in paid hours") { text in
      let hours = Double(text) ?? Seconds(text: text).map { $0.value / 3600 }
      return hours.flatMap { $0 >= 0 && $0 <= 1e6 ? $0 : nil }
    }
  }

  /// A date such as `2026-03-09`.
  func date() throws(PlanError) -> CivilDate {
    try value("a date such as 2026-03-09") { CivilDate(text: $0) }
  }

  /// A name of one's own.
  func ownName() throws(PlanError) -> String {
    try value("a name") { $0.isEmpty ? nil : $0 }
  }

  /// A shape, or a list of durations to draw from.
  func shape() throws(PlanError) -> DurationShape {
    if isList {
      var durations: [Double] = []
      for item in try list() { durations.append(try item.seconds().value) }
      guard durations.contains(where: { $0 > 0 }) else {
        throw error(
          "\(path) has no duration above zero", hint: "Maybe write [2m, 3m30s, 10m].")
      }
      return .empirical(durations)
    }
    let text = try text()
    if let shape = DurationShape(text: text) { return shape }
    let word = text.split(separator: " ").first.map(String.init) ?? text
    let words = DurationShape.forms.map { String($0.prefix { $0 != " " }) }
    let nearest = nearestName(to: word, in: words)
    let example = DurationShape.forms.first { $0.hasPrefix(nearest ?? " ") }
    throw error(
      "\(path) is \(Self.quoted(text)), expected a shape",
      hint: example.map { "Maybe write \($0)." }
        ?? "Maybe one of: \(DurationShape.forms.joined(separator: ", ")), or a list of durations.")
  }

  /// A point in time: with an offset as it stands, without one by the plan's zone and policy.
  func instant(_ context: PlanContext) throws(PlanError) -> Instant {
    let text = try text()
    let reading: TimestampText.Reading
    do throws(TimestampText.Fault) {
      reading = try TimestampText.parse(text)
    } catch {
      throw self.error(
        "\(path) is \(Self.quoted(text)), expected a time such as 2026-03-09T10:00",
        hint: error.hint)
    }
    switch reading {
    case .instant(let instant): return instant
    case .local(let local):
      do throws(LocalTimeFault) {
        let resolved = try context.zone.resolve(local, policy: context.localTime)
        if let instant = resolved.instant { return instant }
      } catch {
        let lines = error.description.split(separator: "\n").map(String.init)
        throw self.error("\(path): \(lines[0])", hint: lines.dropFirst().joined())
      }
      throw error(
        "\(path): \(local.text) does not exist in \(context.zone.identifier)",
        hint: "Maybe write the time with its offset.")
    }
  }

  /// The keys `start` and `end` as a stretch of time.
  ///
  /// *Throws*: `PlanError` where one is missing or the end is not after the start.
  func stretch(
    _ keys: [String: PlanNode], _ context: PlanContext
  ) throws(PlanError) -> (start: Instant, end: Instant) {
    let start = try required("start", in: keys, example: "2026-03-09T08:00").instant(context)
    let last = try required("end", in: keys, example: "2026-03-09T12:00")
    let end = try last.instant(context)
    guard start < end else {
      throw last.error("\(path) ends before it begins", hint: "Maybe start and end are swapped.")
    }
    return (start, end)
  }

  /// A duration of at least a second: what follows sooner would follow itself at the same instant.
  func delay() throws(PlanError) -> Seconds {
    try value("a duration of at least 1s") { text in
      Seconds(text: text).flatMap { (1...1e9).contains($0.value) ? $0 : nil }
    }
  }
}
