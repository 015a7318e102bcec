internal import ContactCenter

extension ModelAssembly {
  /// Recorded contacts in place of random ones, for the queues that have some.
  ///
  /// Every replication sees the same contacts come at the same times. A contact that was answered brings the handle time
  /// it took and draws a patience, since nobody knows when its customer would have given up; one that was abandoned
  /// brings the wait after which it was, and draws a handle time. Contacts outside the model are left out, and so are
  /// those that self-service settled where the queue has none.
  mutating func addContacts(_ records: [ContactRecord]) {
    guard !records.isEmpty, let first = model.intervals.first?.start,
      let end = model.intervals.last?.end
    else { return }
    let known = Dictionary(
      model.queues.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var traces: [Int: [TracedContact]] = [:]
    for record in records where record.timestamp >= first && record.timestamp < end {
      guard let queue = known[record.queue] else { continue }
      if record.outcome == .selfServed, model.queues[queue].behavior.selfService == nil { continue }
      traces[queue, default: []].append(
        TracedContact(
          seconds: Double(record.timestamp.seconds(since: first)),
          handleSeconds: record.outcome == .answered || record.outcome == .transferred
            ? Self.handleSeconds(record) : nil,
          patienceSeconds: record.outcome == .abandoned ? record.waitSeconds : nil))
    }
    for (queue, contacts) in traces { model.queues[queue].arrivals = .trace(contacts) }
    let used = traces.values.reduce(0) { $0 + $1.count }
    findings.append(
      used > 0
        ? Finding(
          .note, code: "simulation.recorded-contacts",
          "\(used) of \(records.count) recorded contacts are replayed", place: "contacts",
          advice:
            "Maybe read the spread between replications with care: arrivals are the same in all.")
        : Finding(
          .warning, code: "simulation.contacts-of-another-period",
          "none of the \(records.count) recorded contacts is of the simulated queues and days: volumes are the forecast's",
          place: "contacts", advice: "Maybe the file is of another period."))
  }

  /// The handle time of a record: as it stands, or added up from its parts.
  private static func handleSeconds(_ record: ContactRecord) -> Double? {
    if let handle = record.handleSeconds { return handle }
    let parts = [record.talkSeconds, record.holdSeconds, record.wrapSeconds].compactMap { $0 }
    return parts.isEmpty ? nil : parts.reduce(0, +)
  }
}
