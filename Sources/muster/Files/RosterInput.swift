import ContactCenter
import Planning
import Records

/// A roster from anywhere, and the files beside it that say who is in it.
struct RosterInput {
  private let draft: PlanDraft
  private let agentsPath: String?
  private let availabilityPath: String?
  /// For the roster itself, whose columns and words may have other names.
  private let own: RecordOptions
  /// For every other file.
  private let plain: RecordOptions
  /// What was noticed while reading.
  private(set) var findings: [Finding] = []

  /// Prepares to read.
  ///
  /// *Throws*: `CommandFailure` with status 64 for flags that cannot be read.
  init(draft: PlanDraft, files: FileOptions, flags: RosterFlags) throws {
    self.draft = draft
    agentsPath = flags.agents
    availabilityPath = flags.availability
    var options = try files.recordOptions(zone: draft.zone, policy: draft.localTime)
    options.words["activity"] = try Self.words(flags.activities)
    own = options
    options.mapping = [:]
    options.words = [:]
    plain = options
  }

  /// What an audit reads beside the plan, but for the requirement.
  mutating func input(
    _ roster: Roster, plan: Plan, flags: RosterFlags
  ) throws -> AuditStage.Input {
    var input = AuditStage.Input(roster: roster)
    input.agents = try agents(plan) ?? []
    input.availability = try availability(plan)
    if let previous = flags.previous ?? draft.path(plan.inputs.previousRoster) {
      input.previous = try record(RosterRecord.self, previous)
    }
    input.calendar = try calendar(plan)
    (input.from, input.days) = try flags.period()
    return input
  }

  /// The roster; one without a column of activities says when people work, and nothing else.
  mutating func roster(_ path: String) throws -> Roster {
    var options = own
    if options.mapping["activity"] == nil { options.constants["activity"] = "work" }
    let loaded = try load(RosterRecord.self, from: path, options: options)
    findings += loaded.findings
    return loaded.value
  }

  /// Any other record.
  mutating func record<R: Record>(_ record: R.Type, _ path: String) throws -> R.Value {
    let loaded = try load(record, from: path, options: plain)
    findings += loaded.findings
    return loaded.value
  }

  /// The people, from the flag's file or the plan's; nil where neither names one.
  mutating func agents(_ plan: Plan) throws -> [Agent]? {
    guard let path = agentsPath ?? draft.path(plan.inputs.agents) else { return nil }
    return try record(AgentsRecord.self, path)
  }

  /// When they can work, from the flag's file or the plan's.
  mutating func availability(_ plan: Plan) throws -> [Availability] {
    guard let path = availabilityPath ?? draft.path(plan.inputs.availability) else { return [] }
    return try record(AvailabilityRecord.self, path)
  }

  /// Closed days.
  mutating func calendar(_ plan: Plan) throws -> BusinessCalendar {
    guard let path = draft.calendarPath else { return BusinessCalendar() }
    let loaded = try loadCalendar(from: path, options: plain, queues: plan.queues)
    findings += loaded.findings
    return loaded.value
  }

  /// `work=Phone` as "Phone" for "work".
  private static func words(_ flags: [String]) throws -> [String: String] {
    var words: [String: String] = [:]
    for flag in flags {
      let halves = flag.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2 else {
        throw CommandFailure(
          .usage,
          "error: --activity is \"\(flag)\", expected activity=word\nMaybe write --activity work=Phone."
        )
      }
      let activity: RosterActivity = try choice(halves[0], "--activity")
      words[halves[1]] = activity.rawValue
    }
    return words
  }
}
