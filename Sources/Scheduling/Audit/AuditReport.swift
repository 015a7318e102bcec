public import ContactCenter

/// What an audit found.
public struct AuditReport: Sendable {
  /// The days that were judged.
  public var dates: Range<CivilDate>
  /// Names of the rules that were applied.
  public var rules: [String]
  /// Every place where one is broken, by rule, place and time; what is allowed at a price included, as a note.
  public var violations: [RuleViolation]
  /// Who is at work beside what is needed; nil without a need by interval.
  public var coverage: CoverageCount?
  /// What the roster has of each need by shift type.
  public var typeCover: [TypeCoverRule.Count]
  /// How evenly work is shared.
  public var fairness: [RosterFairness]
  /// What the shifts of each group are paid.
  public var costs: [RosterCost]
  /// Number of shifts.
  public var shiftCount: Int
  /// Paid minutes of each agent who works.
  public var paidMinutes: [String: Int]

  /// What rules with a price, requests, wishes and unevenness cost together, by name.
  public struct SoftCost: Hashable, Sendable {
    /// The rule's name, or `fairness` and what is shared.
    public var rule: String
    /// How far outside in all, in the rule's unit.
    public var amount: Double
    /// What one unit is called.
    public var unit: String
    /// Paid hours.
    public var costHours: Double

    /// Whether it is what unevenness costs, which `AuditReport.costHours` leaves out.
    public var isFairness: Bool { rule.hasPrefix("fairness-") }

    /// Creates a sum.
    public init(rule: String, amount: Double, unit: String, costHours: Double) {
      self.rule = rule
      self.amount = amount
      self.unit = unit
      self.costHours = costHours
    }
  }

  /// Whether every hard rule is kept and every need covered; what is allowed at a price may have happened.
  ///
  /// A command ends with exit code 1 where this is false.
  public var isClean: Bool { !violations.contains { $0.severity > .note } }
  /// Whether every hard rule about people is kept; coverage may be short.
  public var keepsHardRules: Bool { !violations.contains { $0.severity == .error } }
  /// Paid hours of the whole roster.
  public var paidHours: Double { Double(paidMinutes.values.reduce(0, +)) / 60 }
  /// What is uncovered by interval, by queue, then time.
  public var shortages: [Shortage] { coverage?.shortages ?? [] }
  /// Agent-hours short.
  public var shortHours: Double { shortages.reduce(0) { $0 + $1.hours } }
  /// Agent-hours more than needed.
  public var overHours: Double { coverage?.days.reduce(0) { $0 + $1.overHours } ?? 0 }
  /// Money paid for the roster; 0 where groups have no cost.
  public var cost: Double { costs.reduce(0) { $0 + $1.cost } }

  /// What is allowed at a price, summed by rule, in order of name.
  public var softCosts: [SoftCost] {
    var sums: [String: SoftCost] = [:]
    func add(_ rule: String, _ amount: Double, _ unit: String, _ cost: Double) {
      var sum = sums[rule] ?? SoftCost(rule: rule, amount: 0, unit: unit, costHours: 0)
      sum.amount += amount
      sum.costHours += cost
      sums[rule] = sum
    }
    for violation in violations {
      guard let measure = violation.measure, let cost = measure.costHours else { continue }
      add(violation.rule, measure.amount, measure.unit, cost)
    }
    for share in fairness where share.costHours > 0 {
      add(
        "fairness-\(share.kind.rawValue)", share.costHours / share.price, share.kind.unit,
        share.costHours)
    }
    return sums.values.sorted { $0.rule < $1.rule }
  }

  /// What the roster costs beside its paid hours: everything allowed at a price but unevenness, in paid hours.
  ///
  /// This is what the search for rosters makes least; evenness comes after it.
  public var costHours: Double {
    violations.reduce(0) { $0 + ($1.measure?.costHours ?? 0) }
  }
  /// What unevenness costs, in paid hours.
  public var fairnessHours: Double { fairness.reduce(0) { $0 + $1.costHours } }

  /// The violations as findings: code `roster.` and the rule's name; what is allowed at a price as one note per rule.
  public var findings: [Finding] {
    let hard = violations.filter { $0.severity > .note || $0.measure == nil }.map {
      Finding($0.severity, code: "roster.\($0.rule)", $0.message, place: $0.place)
    }
    let allowed = violations.filter { $0.severity == .note && $0.measure != nil }
    let soft = Dictionary(grouping: allowed, by: \.rule).sorted { $0.key < $1.key }.map {
      rule, rows in
      let cost = rows.reduce(0) { $0 + ($1.measure?.costHours ?? 0) }
      return Finding(
        .note, code: "roster.\(rule)",
        "\(rows.count) times outside at a price of \(roundedToDecimals(cost, 2)) paid hours; "
          + "first: \(rows[0].message)", place: rule)
    }
    return hard + soft
  }
}

extension RosterFairness.Kind {
  /// What one unit is called.
  var unit: String {
    switch self {
    case .hours: "hour"
    case .weekends: "weekend"
    case .nights: "night"
    }
  }
}
