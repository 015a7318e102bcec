/// What happens at an instant, in the order in which simultaneous events happen.
///
/// See the article *Event order*. Abandonment has no event: a deadline is looked at when the contact's turn
/// comes, and a deadline equal to that time has not passed yet, so abandonment is last.
enum EventKind: UInt64 {
  /// An interval begins.
  case boundary = 0
  /// Agents come or go: before contacts end, so that an agent whose time is up takes no further one.
  case staffChange = 1
  /// An agent ends a contact.
  case serviceEnd = 2
  /// A contact arrives.
  case arrival = 3
}

/// An entry of the event list.
///
/// 16 bytes: the time as the bits of a non-negative double, which order like the numbers, and below it
/// kind (3 bits), sequence number (37 bits) and subject (24 bits). No two events compare equal, so what happens never
/// depends on the shape of the heap.
struct Event {
  var time: UInt64
  var order: UInt64

  static let subjectBits: UInt64 = 24
  static let sequenceBits: UInt64 = 37
  /// The largest number of agents or queues an event can name.
  static let maximumSubject = 1 << 24 - 1

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
