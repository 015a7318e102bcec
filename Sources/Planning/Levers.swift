public import ContactCenter
public import Simulation

/// The question of the day: other volumes, other handle times, other agents, other absence.
///
/// Levers change what a plan says before the stages see it, so that every stage answers the same question.
public struct Levers: Hashable, Sendable {
  /// A change by a factor or by an amount.
  public enum Change: Hashable, Sendable {
    /// `+10%` is 1.1.
    case factor(Double)
    /// `+15s` is 15, `-2` is −2.
    case amount(Double)

    /// Reads a signed change: `+10%`, `-5%`, `-2`, and of a duration `+15s`; nil where it has no sign or is none.
    public init?(text: String, isDuration: Bool = false) {
      guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
      let factor = sign == "-" ? -1.0 : 1.0
      let rest = String(text.dropFirst())
      if rest.hasSuffix("%") {
        guard let percent = Double(rest.dropLast()), (0...1e4).contains(percent),
          sign == "+" || percent <= 100
        else { return nil }
        self = .factor(1 + factor * percent / 100)
      } else if let amount = isDuration ? Seconds(text: rest)?.value : Double(rest),
        (0...1e9).contains(amount)
      {
        self = .amount(factor * amount)
      } else {
        return nil
      }
    }

    /// The changed value, at least `floor`.
    public func applied(to value: Double, floor: Double = 0) -> Double {
      switch self {
      case .factor(let factor): max(floor, value * factor)
      case .amount(let amount): max(floor, value + amount)
      }
    }
  }

  /// Contacts offered, of every queue and interval: a factor, or contacts per interval.
  public var volume: Change?
  /// Mean handle time of every queue: a factor, or seconds.
  public var handleTime: Change?
  /// Agents of every queue or group in each staffed interval: a factor, or heads.
  public var agents: Change?
  /// The share of shifts that are missed, in place of what the ledger has away.
  public var absence: Share?

  /// Creates levers that change nothing.
  public init() {}

  /// Whether nothing is changed.
  public var isEmpty: Bool {
    volume == nil && handleTime == nil && agents == nil && absence == nil
  }

  /// The plan with another handle time and another absence.
  ///
  /// Absence takes the place of all unplanned categories that are away in scheduled time; planned leave stays.
  public func applied(to plan: Plan) -> Plan {
    var plan = plan
    if let handleTime {
      for i in plan.queues.indices {
        plan.queues[i].handleTime = plan.queues[i].handleTime.map {
          Seconds(handleTime.applied(to: $0.value, floor: 1))
        }
      }
    }
    if let absence {
      plan.shrinkage.categories.removeAll {
        $0.base == .scheduled && $0.place == .away && !$0.isPlanned
      }
      plan.shrinkage.categories.append(.init(name: "absence", share: absence))
    }
    return plan
  }

  /// The forecast with another volume and another handle time, with the record's decimals.
  ///
  /// Quantiles move with the mean: a factor stretches the spread, an amount shifts it.
  public func applied(to forecast: DemandForecast) -> DemandForecast {
    guard volume != nil || handleTime != nil else { return forecast }
    var forecast = forecast
    for q in forecast.queues.indices {
      for i in forecast.queues[q].intervals.indices {
        // A closed interval stays closed.
        if let volume, forecast.queues[q].intervals[i].offered > 0 {
          let interval = forecast.queues[q].intervals[i]
          forecast.queues[q].intervals[i].offered = volume.applied(to: interval.offered)
          forecast.queues[q].intervals[i].quantiles = interval.quantiles.map {
            volume.applied(to: $0)
          }
        }
        if let handleTime, let seconds = forecast.queues[q].intervals[i].handleSecondsMean {
          forecast.queues[q].intervals[i].handleSecondsMean = handleTime.applied(
            to: seconds, floor: 1)
        }
      }
    }
    return forecast.rounded()
  }

  /// Sample paths with another volume.
  public func applied(to paths: [SamplePathPoint]) -> [SamplePathPoint] {
    guard let volume else { return paths }
    return paths.map { point in
      var point = point
      if point.offered > 0 { point.offered = volume.applied(to: point.offered) }
      return point
    }
  }

  /// The agents of an interval, a whole number; an interval without agents stays without.
  public func changed(agents: Int) -> Int {
    guard let change = self.agents, agents > 0 else { return agents }
    return Int(min(1e6, change.applied(to: Double(agents)).rounded()))
  }

  /// Who answers, with more or fewer agents.
  ///
  /// Of a roster, agents of each group leave in reverse order of their names; more agents work the shifts of the first
  /// ones again, under the names `ann +1`.
  public func applied(to staffing: PlannedStaffing) -> PlannedStaffing {
    guard agents != nil else { return staffing }
    switch staffing {
    case .requirement(var requirement):
      for q in requirement.queues.indices {
        for i in requirement.queues[q].intervals.indices {
          let old = requirement.queues[q].intervals[i].agents
          requirement.queues[q].intervals[i].agents = changed(agents: old)
        }
      }
      return .requirement(requirement)
    case .groupRequirement(let rows):
      return .groupRequirement(
        rows.map { row in
          var row = row
          row.agents = changed(agents: row.agents)
          return row
        })
    case .roster(let roster, let agents):
      return applied(to: roster, agents)
    }
  }

  private func applied(to roster: Roster, _ agents: [Agent]) -> PlannedStaffing {
    let groupOf = Dictionary(agents.map { ($0.name, $0.group) }, uniquingKeysWith: { a, _ in a })
    var members: [String: Set<String>] = [:]
    for entry in roster.entries {
      members[entry.group ?? groupOf[entry.agent] ?? "", default: []].insert(entry.agent)
    }
    var gone: Set<String> = []
    var doubled: [String: Int] = [:]
    for names in members.values.map({ $0.sorted() }) {
      let wanted = changed(agents: names.count)
      gone.formUnion(names.suffix(max(0, names.count - wanted)))
      for extra in 0..<max(0, wanted - names.count) {
        doubled[names[extra % names.count], default: 0] += 1
      }
    }
    var entries = roster.entries.filter { !gone.contains($0.agent) }
    var people = agents.filter { !gone.contains($0.name) }
    for (name, copies) in doubled {
      for copy in 1...copies {
        entries += roster.entries.filter { $0.agent == name }.map { entry in
          var entry = entry
          entry.agent = "\(name) +\(copy)"
          return entry
        }
        people += agents.filter { $0.name == name }.map { agent in
          var agent = agent
          agent.name = "\(name) +\(copy)"
          return agent
        }
      }
    }
    return .roster(Roster(entries: entries), agents: people.sorted { $0.name < $1.name })
  }
}
