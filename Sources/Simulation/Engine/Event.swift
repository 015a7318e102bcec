/// What happens at an instant, in the order in which simultaneous events happen.
///
/// See the article *Event order*.
enum EventKind: UInt64 {
  /// An interval begins.
  case boundary = 0
  /// Agents come or go: before contacts end, so that an agent whose time is up takes no further one.
  case staffChange = 1
  /// A queue closes.
  case closing = 2
  /// An agent ends a contact without a record; the subject is the desk.
  case serviceEnd = 3
  /// An agent ends a contact with a record, or a part of it; the subject is the contact.
  case contactEnd = 4
  /// A contact arrives for the first time; the subject is the queue.
  case arrival = 5
  /// A contact comes back, leaves self-service, is connected, or waits long enough for a step of the script.
  case contactReturn = 6
  /// A customer gives up; last, since a customer whose patience ends as an agent becomes free is answered.
  case abandonment = 7
}

/// An entry of the event list.
///
/// 16 bytes: the time as the bits of a non-negative double, which order like the numbers, and below it
/// kind (3 bits), sequence number (34 bits) and subject (27 bits). No two events compare equal, so what happens never
/// depends on the shape of the heap.
struct Event {
  var time: UInt64
  var order: UInt64

  static let subjectBits: UInt64 = 27
  static let sequenceBits: UInt64 = 34
  /// The largest number of agents, queues or contacts an event can name.
  static let maximumSubject = 1 << 27 - 1

  /// Later than every event.
  static let sentinel = Event(time: Double.infinity.bitPattern, order: .max)

  @inline(__always)
  init(time: UInt64, order: UInt64) {
    self.time = time
    self.order = order
  }

  @inline(__always)
  init(_ kind: EventKind, at seconds: Double, sequence: UInt64, subject: Int) {
    time = seconds.bitPattern
    order =
      kind.rawValue &<< 61 | sequence &<< Event.subjectBits
      | UInt64(truncatingIfNeeded: subject)
  }

  var seconds: Double {
    @inline(__always) get { Double(bitPattern: time) }
  }

  var kind: UInt64 {
    @inline(__always) get { order &>> 61 }
  }

  var sequence: UInt64 {
    @inline(__always) get { order &>> Event.subjectBits & (1 &<< Event.sequenceBits &- 1) }
  }

  var subject: Int {
    @inline(__always) get { Int(truncatingIfNeeded: order & (1 &<< Event.subjectBits &- 1)) }
  }

  /// 1 if `a` comes before `b`, else 0, without a branch: the borrow of a 127-bit subtraction.
  ///
  /// A mispredicted branch here is the largest single cost of an event-driven simulation.
  @inline(__always)
  static func precedes(_ a: Event, _ b: Event) -> Int {
    let borrow: UInt64 = a.order.subtractingReportingOverflow(b.order).overflow ? 1 : 0
    return Int(truncatingIfNeeded: (a.time &- b.time &- borrow) &>> 63)
  }
}
