import ContactCenter
import Glibc
import Planning

/// A plan with the forecast and the staffing it is compared with.
struct ComparedPlan {
  var candidate: CompareStage.Candidate
  /// What was noticed.
  var findings: [Finding]

  /// Files that the command line names; what is nil comes from the plan's own outputs.
  struct Files {
    var forecast: String?
    var staffing = StaffingFiles.Names()
  }

  /// Reads a plan and what belongs to it.
  ///
  /// Where no forecast is named, it is the one in the plan's output folder, else made from the plan's history. Where no
  /// staffing is named, it is the roster in the output folder, else the requirement there.
  ///
  /// *Throws*: `CommandFailure` with status 66 where nobody is staffed; `PlanError`, `RecordError`.
  static func load(
    _ path: String, named name: String, files: Files, options: PlanOptions
  ) async throws -> ComparedPlan {
    var options = options
    options.plan = path
    let draft = try options.draft()
    let folder = draft.path(draft.plan?.outputDirectory ?? "out") ?? "out"
    func made(_ name: String) -> String? {
      let path = "\(folder)/\(name)"
      return access(path, R_OK) == 0 ? path : nil
    }
    let source = files.forecast ?? made("forecast.csv") ?? path
    var demand = try await DemandInput.load(file: source, options: options)
    try demand.loadPaths(options, file: source)
    var names = files.staffing
    if names.count == 0 {
      names.roster = made("roster.csv")
      if names.roster == nil { names.requirement = made("requirement.csv") }
    }
    guard names.count > 0 else {
      throw CommandFailure(
        .inputMissing,
        "\(path): error: who answers is not known: \(folder) holds neither roster.csv nor requirement.csv\nMaybe run muster run \(path) first, or add --roster FILE."
      )
    }
    let staffing = try StaffingFiles.load(names, draft: draft)
    return ComparedPlan(
      candidate: CompareStage.Candidate(
        name: name, plan: demand.plan, forecast: demand.forecast, staffing: staffing.staffing,
        paths: demand.paths),
      findings: demand.findings + staffing.findings)
  }

  /// What results call plans: the file's name without its ending, or its path where two share a name.
  static func names(of paths: [String]) -> [String] {
    let short = paths.map { path in
      let name = PathText.name(of: path)
      return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
    return Set(short).count == short.count ? short : paths
  }
}
