internal import ContactCenter

/// When customers of a queue are next seen, told from the `customer` column of contact records.
struct CustomerReturns {
  /// What a contact may lead to.
  enum Cause { case abandoned, blocked, answered }

  private struct Following {
    var queue: String
    var cause: Cause
    var seconds: Double
    var isSeen: Bool
  }

  private var followings: [Following] = []
  /// Whether any contact names its customer.
  private(set) var hasCustomers = false

  /// Follows each contact of a known customer to that customer's next contact, in any queue.
  ///
  /// The delay runs from the end of the contact (of its wait, or of its handling) to the next arrival. A contact that
  /// was handed on, or waits for a callback, is not over and leads nowhere by itself. At the end of the data a delay is
  /// cut off.
  init(_ contacts: [ContactRecord]) {
    guard let end = contacts.map(\.timestamp).max() else { return }
    var next: [String: Instant] = [:]
    let order = contacts.indices.sorted {
      (contacts[$0].timestamp, $0) > (contacts[$1].timestamp, $1)
    }
    for index in order {
      let contact = contacts[index]
      guard let customer = contact.customer, !customer.isEmpty else { continue }
      hasCustomers = true
      if let cause = cause(of: contact) {
        var busy = contact.waitSeconds ?? 0
        if cause == .answered { busy += contact.handled ?? 0 }
        let seen = next[customer]
        let until = seen ?? end
        let elapsed =
          Double(until.secondsSinceEpoch - contact.timestamp.secondsSinceEpoch) - busy
        if elapsed > 0 {
          followings.append(
            Following(
              queue: contact.queue, cause: cause, seconds: elapsed, isSeen: seen != nil))
        } else if seen != nil {
          // Whole seconds: what follows at once follows within one.
          followings.append(
            Following(queue: contact.queue, cause: cause, seconds: 0.5, isSeen: true))
        }
      }
      next[customer] = contact.timestamp
    }
  }

  private func cause(of contact: ContactRecord) -> Cause? {
    switch contact.outcome {
    case .abandoned: .abandoned
    case .blocked: .blocked
    case .answered: contact.transferredTo == nil ? .answered : nil
    case .transferred, .callback, .selfServed: nil
    }
  }

  /// The delays after one kind of contact of a queue, cut off at the window.
  func times(of queue: String, after cause: Cause, windowSeconds: Double) -> CensoredTimes {
    let own = followings.filter { $0.queue == queue && $0.cause == cause }
    return CensoredTimes(
      events: own.compactMap { $0.isSeen && $0.seconds <= windowSeconds ? $0.seconds : nil },
      censored: own.compactMap {
        $0.isSeen && $0.seconds <= windowSeconds ? nil : min($0.seconds, windowSeconds)
      })
  }
}

extension ContactRecord {
  /// Handle time: as recorded, or what its parts add up to.
  var handled: Double? {
    if let handleSeconds { return handleSeconds }
    let parts = [talkSeconds, holdSeconds, wrapSeconds].compactMap { $0 }
    return parts.isEmpty ? nil : parts.reduce(0, +)
  }
}
