import ContactCenter
import Simulation

/// The contact records that a center would have written of a traced replication.
enum TracedContacts {
  /// One record for each arrival at a queue; the contact's number is its customer.
  static func records(_ events: [TraceEvent]) -> [ContactRecord] {
    var records: [ContactRecord] = []
    var current: [String: Int] = [:]
    var began: [String: Double] = [:]
    var ivr: [String: Double] = [:]
    for event in events {
      guard let contact = event.contact, let queue = event.queue else { continue }
      if event.kind == .arrived {
        current[contact] = records.count
        var record = ContactRecord(
          timestamp: Instant(secondsSinceEpoch: Int(event.seconds)), queue: queue,
          channel: "voice", outcome: .abandoned)
        record.customer = contact
        records.append(record)
        ivr[contact] = nil
      }
      guard let index = current[contact] else { continue }
      switch event.kind {
      case .selfService: ivr[contact] = event.seconds
      case .contained:
        records[index].outcome = .selfServed
        records[index].selfServiceSeconds = event.seconds - (ivr[contact] ?? event.seconds)
      case .blocked: records[index].outcome = .blocked
      case .answered:
        records[index].outcome = .answered
        records[index].waitSeconds = event.waitSeconds
        began[contact] = event.seconds
      case .abandoned: records[index].waitSeconds = event.waitSeconds
      case .ended: records[index].handleSeconds = event.seconds - (began[contact] ?? event.seconds)
      case .moved: records[index].transferredTo = "elsewhere"
      default: break
      }
    }
    // Who still waited or talked at the end has no outcome.
    return records.filter {
      switch $0.outcome {
      case .answered: $0.handleSeconds != nil
      case .abandoned: $0.waitSeconds != nil
      default: true
      }
    }
  }
}
