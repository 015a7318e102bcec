import ContactCenter
import Planning
import Records

/// Reads a calendar, a record or an iCalendar file (`.ics`), for the queues of a plan and their regions.
///
/// - Parameter others: queues that are known beside those of the plan, such as those of the history.
///
/// *Throws*: `CommandFailure` with status 66 or 74, `RecordError` for bad data.
func loadCalendar(
  from path: String, options: RecordOptions, queues: [Queue], others: [String] = []
) throws -> Loaded<BusinessCalendar> {
  let input = try InputFile(path: path)
  var options = options
  options.file = input.name
  options.mapping = [:]
  let reading = try CalendarFile.read(FileBytes(file: input), options: options)
  var regions: [String: Set<String>] = [:]
  for queue in queues where !queue.regions.isEmpty { regions[queue.name] = Set(queue.regions) }
  var findings = reading.findings
  let names = Set(queues.map(\.name)).union(others)
  let strange = Set(reading.value.entries.compactMap(\.queue)).subtracting(names).sorted()
  // Where no queue is known yet, none is strange.
  if let first = strange.first, !names.isEmpty {
    findings.append(
      Finding(
        .warning, code: "calendar.queue-unknown",
        "entries of queue \(first) concern no queue that is known"
          + (strange.count > 1 ? " (first of \(strange.count) queues)" : ""),
        place: input.name,
        advice: nearestName(to: first, in: names).map { "Maybe \"\($0)\" is meant." }
          ?? "Maybe leave the queue empty for entries that concern all."))
  }
  let known = regions.values.reduce(into: Set<String>()) { $0.formUnion($1) }
  let unused = Set(reading.value.entries.compactMap(\.region)).subtracting(known).sorted()
  if let first = unused.first {
    findings.append(
      Finding(
        .warning, code: "calendar.region-unused",
        "entries of region \(first) concern no queue"
          + (unused.count > 1 ? " (first of \(unused.count) regions)" : ""),
        place: input.name,
        advice: nearestName(to: first, in: known).map { "Maybe \"\($0)\" is meant." }
          ?? "Maybe add regions: [\(first)] to the queues it is for."))
  }
  return Loaded(
    value: reading.value.assigned(to: regions), findings: findings,
    file: Manifest.File(
      path: input.name, record: CalendarRecord.schema.name, bytes: input.byteCount,
      rows: reading.rowCount, sha256: input.sha256))
}
