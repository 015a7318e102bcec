import ContactCenter

/// Random nouns for round trips: awkward names, every optional cell empty now and then.
struct RandomValues {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func many<Value>(_ make: (inout RandomValues) -> Value) -> [Value] {
    (0..<below(8)).map { _ in make(&self) }
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  mutating func maybe<Value>(_ make: (inout RandomValues) -> Value) -> Value? {
    below(3) == 0 ? nil : make(&self)
  }

  mutating func name() -> String {
    pick([
      "billing", "sales", "a,b", "say \"no\"", "line\nend", " outer ", "#1", "=1+1", "日本", "é",
      "x;y", "back\\slash", "a:b", "-", "1.5", "CR\r\nLF",
    ])
  }

  mutating func text() -> String { below(6) == 0 ? "" : name() }

  /// Not rounded to any decimals: the record's canonical form does that.
  mutating func number() -> Double {
    switch below(6) {
    case 0: 0
    case 1: Double(below(1000))
    case 2: Double(below(1_000_000)) / 8
    case 3: Double(next() % 1_000_000_000) / 1e9
    case 4: Double(next() % 1_000_000_000_000) / 3
    default: Double(below(100_000)) / 10_000
    }
  }

  /// Any quarter of an hour from 1995 to 2040.
  mutating func instant() -> Instant {
    Instant(secondsSinceEpoch: (876_000 + below(1_576_000)) * 900)
  }

  mutating func date() -> CivilDate { CivilDate(daysSinceEpoch: 9_000 + below(20_000)) }

  mutating func quantiles() -> [Double] {
    if below(3) == 0 { return [] }
    var values: [Double] = []
    for _ in QuantileLevels.percents { values.append(number()) }
    return values.sorted()
  }

  mutating func contact() -> ContactRecord {
    var value = ContactRecord(
      timestamp: instant(), queue: name(), channel: name(),
      outcome: pick(ContactRecord.Outcome.allCases))
    value.waitSeconds = maybe { $0.number() }
    value.talkSeconds = maybe { $0.number() }
    value.holdSeconds = maybe { $0.number() }
    value.wrapSeconds = maybe { $0.number() }
    value.handleSeconds = maybe { $0.number() }
    value.selfServiceSeconds = maybe { $0.number() }
    value.agent = maybe { $0.text() }
    value.customer = maybe { $0.text() }
    value.transferredTo = maybe { $0.text() }
    return value
  }

  mutating func calendarEntry() -> CalendarEntry {
    let start = maybe { $0.below(1440) }
    let end = maybe { random in (start ?? 0) + 1 + random.below(1440 - (start ?? 0)) }
    return CalendarEntry(
      date: date(), name: name(), kind: pick(CalendarEntry.Kind.allCases),
      queue: maybe { $0.name() }, region: maybe { $0.text() }, startMinute: start, endMinute: end,
      repeats: maybe { $0.pick([.yearly, CalendarRule(.monthly), CalendarRule(.weeks(2))]) },
      expectedEffect: maybe { $0.number() }, days: 1 + below(3))
  }

  mutating func regressor() -> RegressorValue {
    RegressorValue(name: name(), date: date(), value: (below(2) == 0 ? -1 : 1) * number())
  }

  mutating func adjustment() -> Adjustment {
    let start = instant()
    let isEvent = below(3) == 0
    return Adjustment(
      queue: maybe { $0.name() }, start: isEvent ? maybe { _ in start } : start,
      end: isEvent
        ? maybe { $0.instant() }.flatMap { $0 > start ? $0 : nil }
        : start.advanced(by: 900 * (1 + below(50))),
      kind: pick(Adjustment.Kind.allCases), value: number(), reason: maybe { $0.text() },
      event: isEvent ? name() : nil, author: maybe { $0.text() })
  }

  mutating func path() -> SamplePathPoint {
    SamplePathPoint(path: 1 + below(3), start: instant(), queue: name(), offered: number())
  }

  mutating func total() -> DemandTotal {
    DemandTotal(
      period: pick(DemandTotal.Period.allCases), start: instant(),
      level: pick(DemandTotal.Level.allCases), name: name(), offered: number(),
      handleSecondsMean: maybe { $0.number() }, quantiles: quantiles())
  }

  mutating func backtest() -> BacktestEntry {
    BacktestEntry(
      origin: instant(), start: instant(), queue: name(), channel: name(), model: name(),
      actual: maybe { $0.number() }, mean: number(), quantiles: quantiles())
  }

  mutating func groupRequirement() -> GroupRequirementInterval {
    GroupRequirementInterval(
      start: instant(), group: name(), agents: below(500), scheduledAgents: maybe { $0.number() })
  }

  mutating func agent() -> Agent {
    let skills = many { random in
      AgentSkill(random.name(), proficiency: Double(1 + random.below(200)) / 64)
    }
    return Agent(
      name: name(), group: name(),
      skills: skills.uniqued { $0.skill }.filter {
        // Outer blanks of a skill's name do not survive the cell; planners type them by accident.
        !$0.skill.hasPrefix(" ")
      }, contract: name(), site: maybe { $0.text() }, timeZone: maybe { $0.text() },
      hired: maybe { $0.date() },
      isRemote: maybe { $0.below(2) == 0 })
  }

  mutating func availability() -> Availability {
    let start = instant()
    let kind = pick(Availability.Kind.allCases)
    let isLiked = kind == .request || kind == .wish
    return Availability(
      agent: name(), start: start, end: start.advanced(by: 1 + below(1_000_000)), kind: kind,
      price: maybe { $0.number() }, shiftType: isLiked ? maybe { $0.text() } : nil)
  }

  mutating func rosterEntry() -> RosterEntry {
    let start = instant()
    return RosterEntry(
      agent: name(), start: start, end: start.advanced(by: 60 * (1 + below(600))),
      activity: pick(RosterActivity.allCases), group: maybe { $0.text() },
      site: maybe { $0.text() })
  }

  mutating func outcome() -> OutcomeRow {
    var row = OutcomeRow(
      period: pick(OutcomeRow.Period.allCases), start: instant(),
      level: pick(OutcomeRow.Level.allCases), name: name())
    row.offered = maybe { $0.number() }
    row.answered = maybe { $0.number() }
    row.abandoned = maybe { $0.number() }
    row.serviceLevel = maybe { $0.number() }
    row.serviceLevelDefinition = maybe { $0.pick(ServiceLevelDefinition.allCases) }
    row.thresholdSeconds = maybe { $0.number() }
    row.serviceLevelError = maybe { $0.number() }
    row.serviceLevelP10 = maybe { $0.number() }
    row.serviceLevelP90 = maybe { $0.number() }
    row.asaSeconds = maybe { $0.number() }
    row.abandonment = maybe { $0.number() }
    row.occupancy = maybe { $0.number() }
    row.probabilityOfTarget = maybe { $0.number() }
    row.agents = maybe { $0.number() }
    row.blocked = maybe { $0.number() }
    row.contained = maybe { $0.number() }
    row.redialed = maybe { $0.number() }
    row.recontacted = maybe { $0.number() }
    row.transferred = maybe { $0.number() }
    row.callbacks = maybe { $0.number() }
    row.waitP50Seconds = maybe { $0.number() }
    row.waitP90Seconds = maybe { $0.number() }
    row.waitP95Seconds = maybe { $0.number() }
    row.sessions = maybe { $0.number() }
    row.backlog = maybe { $0.number() }
    row.backlogAgeSeconds = maybe { $0.number() }
    row.cost = maybe { $0.number() }
    row.asaErrorSeconds = maybe { $0.number() }
    row.abandonmentError = maybe { $0.number() }
    row.occupancyError = maybe { $0.number() }
    row.asaAllSeconds = maybe { $0.number() }
    return row
  }
}

extension RandomValues {
  /// Distinct names with their channels, so that no queue comes twice.
  private mutating func queueNames() -> [(name: String, channel: String)] {
    (0..<(1 + below(3))).map { _ in (name(), name()) }.uniqued { $0.name }
  }

  /// A history on its grid, so that no finding is due; counts add up.
  mutating func history() -> DemandHistory {
    let queues = queueNames().map { name, channel in
      let first = instant()
      let count = 2 + below(6)
      let offered = (0..<count).map { _ in 1e6 + number() }
      var measures: [HistoryMeasure: [Double?]] = [:]
      for measure in HistoryMeasure.allCases where below(2) == 0 {
        if measure == .answered || measure == .handleSeconds { continue }
        measures[measure] = offered.map { _ in maybe { Double($0.below(1_000_000)) / 1000 } }
      }
      return QueueHistory(
        queue: name, channel: channel,
        starts: (0..<count).map { first.advanced(by: 900 * $0) }, offered: offered,
        measures: measures)
    }
    return DemandHistory(queues: queues, length: .fifteenMinutes)
  }

  mutating func forecast() -> DemandForecast {
    DemandForecast(
      queues: queueNames().map { name, channel in
        let first = instant()
        let intervals = (0..<(1 + below(5))).map { index in
          ForecastInterval(
            start: first.advanced(by: 900 * index), offered: number(),
            handleSecondsMean: maybe { $0.number() }, quantiles: quantiles(),
            unadjusted: maybe { $0.number() })
        }
        return QueueForecast(queue: name, channel: channel, intervals: intervals)
      })
  }

  mutating func requirement() -> StaffingRequirement {
    StaffingRequirement(
      queues: queueNames().map { name, channel in
        let first = instant()
        let intervals = (0..<(1 + below(5))).map {
          requirementInterval(first.advanced(by: 900 * $0))
        }
        return QueueRequirement(queue: name, channel: channel, intervals: intervals)
      })
  }

  private mutating func requirementInterval(_ start: Instant) -> RequirementInterval {
    var interval = RequirementInterval(start: start, agents: below(1000))
    interval.offered = maybe { $0.number() }
    interval.handleSecondsMean = maybe { $0.number() }
    interval.loadErlangs = maybe { $0.number() }
    interval.agentsExact = maybe { $0.number() }
    interval.scheduledAgents = maybe { $0.number() }
    interval.target = maybe { $0.text() }
    interval.thresholdSeconds = maybe { $0.number() }
    interval.serviceLevel = maybe { $0.number() }
    interval.serviceLevelDefinition = maybe { $0.pick(ServiceLevelDefinition.allCases) }
    interval.asaSeconds = maybe { $0.number() }
    interval.abandonment = maybe { $0.number() }
    interval.occupancy = maybe { $0.number() }
    interval.probabilityOfTarget = maybe { $0.number() }
    interval.probabilityOfAdequateStaff = maybe { $0.number() }
    interval.method = maybe { $0.text() }
    return interval
  }
}

extension Array {
  /// The elements whose key has not come before.
  func uniqued(by key: (Element) -> String) -> [Element] {
    var seen: Set<String> = []
    return filter { seen.insert(key($0)).inserted }
  }
}
