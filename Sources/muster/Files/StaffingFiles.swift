import ContactCenter
import Planning
import Records
import Simulation

/// Who answers, read from the file that says so.
struct StaffingFiles {
  /// Who answers.
  var staffing: PlannedStaffing
  /// What was noticed.
  var findings: [Finding]

  /// The files a command may name; at most one of the first three.
  struct Names {
    var roster: String?
    var requirement: String?
    var groupRequirement: String?
    /// The agents record; nil for the plan's.
    var agents: String?

    /// How many of the three are named.
    var count: Int { [roster, requirement, groupRequirement].count { $0 != nil } }
  }

  /// Reads the file that is named.
  ///
  /// *Throws*: `CommandFailure` with status 64 unless exactly one is named, 66 for a missing file; `RecordError`.
  static func load(_ names: Names, draft: PlanDraft) throws -> StaffingFiles {
    guard names.count == 1 else {
      throw CommandFailure(
        .usage,
        names.count == 0
          ? "error: who answers is not known\nMaybe add --roster FILE or --requirement FILE."
          : "error: who answers is said twice\nMaybe leave one of --roster, --requirement and --group-requirement."
      )
    }
    var options = try draft.options.files.recordOptions(
      zone: draft.zone, policy: draft.localTime)
    options.mapping = [:]
    if let path = names.requirement {
      let loaded = try muster.load(RequirementRecord.self, from: path, options: options)
      return StaffingFiles(staffing: .requirement(loaded.value), findings: loaded.findings)
    }
    if let path = names.groupRequirement {
      let loaded = try muster.load(GroupRequirementRecord.self, from: path, options: options)
      return StaffingFiles(staffing: .groupRequirement(loaded.value), findings: loaded.findings)
    }
    let roster = try muster.load(RosterRecord.self, from: names.roster ?? "", options: options)
    guard let path = names.agents ?? draft.path(draft.plan?.inputs.agents) else {
      return StaffingFiles(staffing: .roster(roster.value, agents: []), findings: roster.findings)
    }
    let agents = try muster.load(AgentsRecord.self, from: path, options: options)
    return StaffingFiles(
      staffing: .roster(roster.value, agents: agents.value),
      findings: roster.findings + agents.findings)
  }
}
