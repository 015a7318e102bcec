/// One line in the loop: who waits, first come first.
struct WaitingLine {
  /// No contact.
  static let none: Int32 = -1

  var first = WaitingLine.none
  var last = WaitingLine.none
  /// Contacts in the line that have not been counted as gone.
  var live = 0
  /// The queue it belongs to.
  let queue: Int32
  let thresholdSeconds: Double
  let shortAbandonSeconds: Double
  let sessions: Int32
  /// Whether its contacts need no record but their place.
  let isPlain: Bool
  /// Whether abandonment has an event.
  let hasTimers: Bool
  /// Whether a contact that finds nobody free may take an agent from an interruptible one.
  let interrupts: Bool
  /// The queue's groups that are open at once, in order of choice: a range of the layout's routes.
  let firstRoute: Int
  let endRoute: Int

  /// Adds a contact to the end and returns the one before it.
  @inline(__always)
  mutating func append(_ contact: Int32) -> Int32 {
    let before = last
    last = contact
    live &+= 1
    if before < 0 { first = contact }
    return before
  }

  /// Makes the contact after the first the first.
  @inline(__always)
  mutating func advance(to next: Int32) {
    first = next
    if next < 0 { last = WaitingLine.none }
  }
}
