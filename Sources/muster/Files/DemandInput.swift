import ContactCenter
import Forecasting
import Planning
import Records

/// A forecast with the plan it belongs to: read from a forecast record, or made from a plan's history.
struct DemandInput {
  var plan: Plan
  var forecast: DemandForecast
  var findings: [Finding]
  /// The sample paths that the plan names.
  var paths: [SamplePathPoint] = []
  /// The recorded contacts that a flag names.
  var contacts: [ContactRecord] = []

  /// Reads the forecast that a command names: a record, `-`, or a plan whose history is forecast first.
  static func load(file: String, options: PlanOptions) async throws -> DemandInput {
    if file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
      let input = try HistoryInput.load(file: file, options: options)
      let result = try await ForecastStage.run(
        plan: input.plan, history: input.history, calendar: input.calendar,
        regressors: input.regressors, adjustments: input.adjustments, threads: Threads.count)
      return DemandInput(
        plan: input.plan, forecast: result.forecast, findings: input.findings + result.findings)
    }
    let draft = try options.draft()
    let loaded = try muster.load(
      ForecastRecord.self, from: file,
      options: try options.files.recordOptions(zone: draft.zone, policy: draft.localTime))
    let queues = loaded.value.queues
    let length = try intervalLength(queues.map { $0.intervals.map(\.start) }, file: file)
    let plan = try draft.completed(found: queues.map { ($0.queue, $0.channel) }, length: length)
    if length != plan.grid.length, queues.contains(where: { $0.intervals.count > 1 }) {
      throw CommandFailure(
        .badData,
        "\(file): error: rows follow each other after \(length.minutes) minutes, and the plan's interval is \(plan.grid.length.minutes)\nMaybe write interval: \(length.minutes)m into the plan; staffing may still take longer steps with staffing: { interval: … }."
      )
    }
    return DemandInput(
      plan: plan, forecast: loaded.value, findings: plan.findings + loaded.findings)
  }
}

/// The interval length of data that does not say it: the shortest step between two rows of a queue.
///
/// *Throws*: `CommandFailure` with status 65 where that is no planning interval.
func intervalLength(_ series: [[Instant]], file: String) throws -> IntervalLength {
  var shortest = Int.max
  for starts in series {
    for (a, b) in zip(starts, starts.dropFirst()) where b > a {
      shortest = min(shortest, b.seconds(since: a))
    }
  }
  guard shortest < Int.max else { return .fifteenMinutes }
  guard let length = IntervalLength.allCases.first(where: { $0.seconds == shortest }) else {
    throw CommandFailure(
      .badData,
      "\(file): error: rows follow each other after \(shortest) seconds, which is no planning interval\nMaybe it holds days or another grid; intervals last 5, 10, 15, 30 or 60 minutes."
    )
  }
  return length
}

extension DemandInput {
  /// Reads the sample paths that a flag or else the plan names.
  mutating func loadPaths(_ options: PlanOptions, file: String, named flag: String? = nil) throws {
    let isPlan = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    let draft = try options.draft(positional: isPlan ? file : nil)
    guard let path = flag ?? draft.path(plan.inputs.paths) else { return }
    var recordOptions = try options.files.recordOptions(zone: draft.zone, policy: draft.localTime)
    recordOptions.mapping = [:]
    let loaded = try muster.load(PathsRecord.self, from: path, options: recordOptions)
    paths = loaded.value
    findings += loaded.findings
  }

  /// Reads the recorded contacts that a flag names.
  mutating func loadContacts(_ path: String, _ options: PlanOptions) throws {
    let loaded = try muster.load(
      ContactsRecord.self, from: path,
      options: try options.files.recordOptions(zone: plan.grid.zone, policy: plan.localTime))
    contacts = loaded.value
    findings += loaded.findings
  }

  /// The calendar of a command: the flag's, or the plan's.
  func calendar(_ options: PlanOptions, file: String) throws -> BusinessCalendar {
    let isPlan = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    let draft = try options.draft(positional: isPlan ? file : nil)
    guard let path = draft.calendarPath else { return BusinessCalendar() }
    let recordOptions = try options.files.recordOptions(zone: draft.zone, policy: draft.localTime)
    return try loadCalendar(from: path, options: recordOptions, queues: plan.queues).value
  }
}
