internal import ContactCenter
internal import Forecasting
internal import Yams

/// Reads a plan file: YAML 1.2 with line and column in every error.
public struct PlanReader {
  private let file: String
  private var findings: [Finding] = []

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its name, for errors.
  /// *Throws*: `PlanError` at the first key, value or name that is not understood.
  public static func read(_ text: String, file: String) throws(PlanError) -> Plan {
    let reader = PlanReader(file: file)
    guard text.utf8.count <= 10_000_000 else {
      throw PlanError(file: file, "the plan is larger than 10 MB", hint: "Maybe it is a data file.")
    }
    let composed: Node?
    do {
      composed = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw reader.syntaxError(error)
    } catch {
      throw PlanError(file: file, "\(error)")
    }
    guard let node = composed else {
      throw PlanError(
        file: file, "the plan is empty", hint: "Maybe begin with timezone: and queues:.")
    }
    return try reader.plan(PlanNode(node: node, path: "", file: file))
  }

  private init(file: String) { self.file = file }

  private func syntaxError(_ error: YamlError) -> PlanError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return PlanError(
        file: file, line: mark.line, column: mark.column, "this is no YAML: \(problem)",
        hint: "Maybe a quote, a colon or the indentation is off.")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let mark = context.mark
      let names = duplicates.sorted().joined(separator: ", ")
      return PlanError(
        file: file, line: mark.line, column: mark.column, "a key is given twice: \(names)",
        hint: "Maybe one of the two is meant for another section.")
    default:
      return PlanError(file: file, "this is no YAML: \(error)")
    }
  }

  private func plan(_ root: PlanNode) throws(PlanError) -> Plan {
    let keys = try root.section(PlanKeyCatalog.top)
    guard let zoneNode = keys["timezone"] else {
      throw root.error("timezone is missing", hint: "Maybe add timezone: America/Chicago.")
    }
    guard let queuesNode = keys["queues"] else {
      throw root.error(
        "queues is missing",
        hint: "Maybe add queues: { support: { channel: voice, target: 80/20 } }.")
    }
    let grid = TimeGrid(zone: try zone(zoneNode), length: try interval(keys["interval"]))
    let localTime = try keys["time"].map(self.localTime) ?? LocalTimePolicy()
    var queues = try QueueSection.read(
      queuesNode, zone: grid.zone, localTime: localTime,
      span: try StaffingSection.span(keys["staffing"]))
    let groups =
      try keys["groups"].map { (n) throws(PlanError) in
        try GroupSection.read(n, queues: queues)
      } ?? queues.map { AgentGroup(name: $0.name, queues: [$0.name]) }
    try RoutingSection.read(queuesNode, into: &queues, groups: groups)
    var plan = Plan(
      center: try keys["center"]?.text() ?? "center", grid: grid, queues: queues, groups: groups)
    plan.localTime = localTime
    let context = PlanContext(
      zone: grid.zone, localTime: localTime, queues: queues.map(\.name))
    if let node = keys["sites"] { plan.sites = try SiteSection.read(node, groups: groups) }
    if let node = keys["lines"] { plan.lines = try LineSection.read(node, context) }
    if let node = keys["attendance"] { plan.attendance = try AttendanceSection.read(node, context) }
    if let node = keys["ramp_up"] { plan.rampUp = try RampUpSection.read(node) }
    let types =
      try keys["shift_types"].map { (n) throws(PlanError) in
        try ShiftTypeSection.read(n)
      } ?? []
    if let node = keys["contracts"] {
      plan.contracts = try ContractSection.read(node, types: types)
    }
    if let node = keys["shifts"] {
      plan.shiftRules = try ShiftSection.read(node)
      try ShiftTypeSection.readKinds(node, into: &plan.shiftRules)
    }
    plan.shiftRules.types = types
    if let node = try keys["shifts"]?.section(PlanKeyCatalog.shifts)["limits"] {
      plan.shiftRules.limits = try ShiftLimitSection.read(
        node, groups: plan.groups, contracts: plan.contracts, types: types)
    }
    if let node = keys["cover"] {
      plan.cover = try CoverSection.read(
        node, groups: plan.groups, contracts: plan.contracts, types: plan.shiftRules.types)
    }
    if let node = keys["activities"] {
      plan.activities = try ActivitySection.read(node, groups: plan.groups)
    }
    if let node = keys["shrinkage"] { plan.shrinkage = try ShrinkageSection.read(node) }
    if let node = keys["inputs"] { plan.inputs = try inputs(node) }
    try settings(keys, into: &plan)
    return plan
  }

  private func zone(_ node: PlanNode) throws(PlanError) -> ZoneRules {
    let name = try node.text()
    do {
      return try ZoneRules.named(name)
    } catch {
      throw node.error(
        "timezone is \"\(name)\", which this machine's tzdata does not know",
        hint: error.nearest.map { "Maybe \"\($0)\" is meant." } ?? "Maybe tzdata is not installed.")
    }
  }

  private func interval(_ node: PlanNode?) throws(PlanError) -> IntervalLength {
    guard let node else { return .fifteenMinutes }
    return try node.value("5m, 10m, 15m, 30m or 60m") { text in
      guard let seconds = Seconds(text: text)?.value else { return nil }
      return IntervalLength.allCases.first { Double($0.seconds) == seconds }
    }
  }

  private func inputs(_ node: PlanNode) throws(PlanError) -> PlanInputs {
    let keys = try node.section(PlanKeyCatalog.inputs)
    var inputs = PlanInputs()
    inputs.history = try keys["history"]?.text()
    inputs.calendar = try keys["calendar"]?.text()
    inputs.regressors = try keys["regressors"]?.text()
    inputs.agents = try keys["agents"]?.text()
    inputs.availability = try keys["availability"]?.text()
    inputs.previousRoster = try keys["roster"]?.text()
    inputs.adjustments = try keys["adjustments"]?.text()
    inputs.paths = try keys["paths"]?.text()
    return inputs
  }

  private func localTime(_ node: PlanNode) throws(PlanError) -> LocalTimePolicy {
    let keys = try node.section(PlanKeyCatalog.time)
    return LocalTimePolicy(
      overlap: try keys["overlap"]?.choice(LocalTimePolicy.Overlap.self) ?? .error,
      gap: try keys["gap"]?.choice(LocalTimePolicy.Gap.self) ?? .error)
  }

  private func settings(_ keys: [String: PlanNode], into plan: inout Plan) throws(PlanError) {
    if let node = keys["forecast"] {
      let inner = try node.section(PlanKeyCatalog.forecast)
      if let horizon = inner["horizon"] { plan.forecast.horizonDays = try Self.days(horizon) }
      if let model = inner["model"] { plan.forecast.model = try model.text() }
      if let archive = inner["archive"] { plan.forecast.archive = try archive.text() }
      if let method = inner["reconcile"] {
        plan.forecast.reconciliation = try method.choice(ReconciliationMethod.self)
      }
    }
    if let node = keys["staffing"] {
      plan.staffing = try StaffingSection.read(node, grid: plan.grid)
    }
    if let node = keys["schedule"] {
      let inner = try node.section(PlanKeyCatalog.schedule)
      plan.schedule.from = try inner["from"]?.date()
      if let days = inner["days"] { plan.schedule.days = try days.whole(1...366) }
      if let gap = inner["gap"] { plan.schedule.gap = try gap.share().value }
      if let effort = inner["effort"] { plan.schedule.effort = try effort.number(0...100_000) }
      if let node = inner["fairness"] { plan.schedule.fairness = try fairness(node) }
      if let node = inner["target_over"] {
        plan.schedule.targetSpan = try node.choice(TargetSpan.self)
      }
      if let node = inner["prices"] {
        plan.schedule.prices = try SchedulePricesSection.read(
          node, queues: plan.queues.map(\.name))
      }
      if let rounds = inner["correct"] { plan.schedule.corrections = try rounds.whole(0...20) }
    }
    if let node = keys["simulation"] { plan.simulation = try SimulationSection.read(node) }
    if let node = keys["outputs"] {
      let inner = try node.section(PlanKeyCatalog.outputs)
      if let directory = inner["directory"] { plan.outputDirectory = try directory.text() }
    }
  }

  private func fairness(_ node: PlanNode) throws(PlanError) -> FairnessPrices {
    let keys = try node.section(PlanKeyCatalog.fairness)
    let usual = FairnessPrices()
    return FairnessPrices(
      hours: try keys["hours"]?.paidHours() ?? usual.hours,
      weekends: try keys["weekends"]?.paidHours() ?? usual.weekends,
      nights: try keys["nights"]?.paidHours() ?? usual.nights)
  }

  /// A horizon in days: `28d`, `4w` or a bare number of days.
  private static func days(_ node: PlanNode) throws(PlanError) -> Int {
    try node.value("a number of days such as 28d") { horizonDays(text: $0) }
  }
}

/// The days of `28d`, `4w` or `28`; nil where it is none of these or above ten years.
public func horizonDays(text: String) -> Int? {
  let scale = text.hasSuffix("w") ? 7 : 1
  let digits = text.hasSuffix("w") || text.hasSuffix("d") ? text.dropLast() : text[...]
  guard let count = Int(digits), count >= 1, count * scale <= 3660 else { return nil }
  return count * scale
}
