import ContactCenter
import Forecasting
import Planning
import Records

/// What a run writes: four records, a summary and the manifest, each absent, old or complete.
struct RunOutput {
  let input: RunInput
  let result: RunStages.Result
  let firstDay: CivilDate?

  /// Writes everything; the manifest last, so that one that is there speaks of files that are there.
  func write(quiet: Bool) throws {
    let zone = input.plan.grid.zone
    let summary = RunSummary(input: input, result: result).text
    let records: [(name: String, record: String, bytes: [UInt8])] = [
      (
        "forecast.csv", "forecast",
        try ForecastRecord.bytes(of: result.forecast.forecast, zone: zone)
      ),
      (
        "requirement.csv", "requirement",
        try RequirementRecord.bytes(of: result.requirement, zone: zone)
      ),
      ("roster.csv", "roster", try RosterRecord.bytes(of: result.schedule.roster, zone: zone)),
      ("outcome.csv", "outcome", try OutcomeRecord.bytes(of: result.outcome, zone: zone)),
      ("summary.txt", "summary", Array((summary + "\n").utf8)),
    ]
    var outputs: [Manifest.File] = []
    for file in records {
      try AtomicFile.write(file.bytes, to: "\(input.folder)/\(file.name)")
      outputs.append(
        Manifest.File(
          path: file.name, record: file.record, bytes: file.bytes.count,
          rows: max(0, file.bytes.count { $0 == 0x0A } - (file.record == "summary" ? 0 : 1)),
          sha256: SHA256.hex(file.bytes)))
    }
    let manifest = try manifest(outputs).json()
    try AtomicFile.write(manifest, to: "\(input.folder)/manifest.json")
    if quiet { return }
    Console.report(input.findings + result.findings)
    try Console.line(summary)
    try Console.line(
      "\nWritten to \(input.folder): "
        + (records.map(\.name) + ["manifest.json"]).joined(separator: ", "))
  }

  private func manifest(_ outputs: [Manifest.File]) -> Manifest {
    let plan = input.plan
    let starts = result.forecast.forecast.queues.compactMap { $0.intervals.first?.start }
    let first = starts.min().map { plan.grid.date(of: $0).text } ?? ""
    let start = Manifest.Start(
      firstDay: first,
      firstDayChosenBy: firstDay == nil ? "the day after the last history" : "--from",
      forecastDays: plan.forecast.horizonDays, scheduledDays: plan.schedule.days,
      simulation: plan.simulation.start == .empty
        ? "empty: nobody waits, no backlog, carried over midnight from then on"
        : "warm-up: the first day is simulated once before, and what it leaves is carried over midnight"
    )
    return Manifest(
      command: ["muster", "run", PathText.name(of: input.planPath)], center: plan.center,
      timezone: plan.grid.zone.identifier, interval: "\(plan.grid.length.minutes)m",
      seed: plan.simulation.seed, start: start, versions: Versions.all(),
      plan: PlanText.resolved(plan), inputs: input.files, outputs: outputs,
      findings: (input.findings + result.findings).map(line))
  }

  /// A finding on one line, its place relative to the plan's folder as everything in the manifest.
  private func line(_ finding: Finding) -> String {
    let folder = PathText.folder(of: input.planPath) + "/"
    let place =
      finding.place.hasPrefix(folder)
      ? String(finding.place.dropFirst(folder.count)) : finding.place
    return
      "\(finding.severity.rawValue) \(finding.code)\(place.isEmpty ? "" : " at \(place)"): \(finding.message)"
  }
}
