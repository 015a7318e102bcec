/// A contact that waits, or whose behavior needs a record: the part that every line looks at.
///
/// Everything random about it was drawn when it arrived.
struct Contact {
  /// When it joined the line it waits in.
  var arrival: Double
  /// When the customer gives up; ∞ for never.
  var deadline: Double
  /// The handle time it will take, or what is left of it; ``Contact/gaveUp`` or ``Contact/left`` for an empty place.
  var handleSeconds: Double
  /// The tally it belongs to: that of its queue and arrival interval.
  var tally: Int32
  /// The next in line, or the next free record.
  var next: Int32

  /// The customer has given up and been counted; the place is kept to learn when its turn would have come.
  static let gaveUp = -1.0
  /// The contact is elsewhere, and its turn is of no interest.
  static let left = -2.0
}

/// Where a contact with a record is.
enum ContactState: UInt8 {
  /// Nowhere: the record is not in use, or holds the place of a contact that is elsewhere.
  case free
  case waiting
  case inService
  /// The customer has gone, the agent has work left.
  case wrapUp
  /// The customer thinks and keeps a session of the agent.
  case thinking
  /// The customer thinks, and the agent is free.
  case replying
  /// The customer will try again, or come back.
  case away
  /// The customer will be called at a time.
  case callbackDue
  case selfService
  /// The center dials.
  case ringing
}

/// The part of a contact's record that only behaviors look at.
struct ContactDetail {
  /// The queue and line it is in.
  var queue: Int32
  var line: Int32
  /// The queue it first came to and its number there: the name its random numbers are drawn by.
  var origin: Int32
  var ordinal: UInt64
  /// Attempts before this one.
  var attempt: Int32 = 0
  /// How often it was handed on or moved.
  var moves: Int32 = 0
  var state = ContactState.free
  /// The pending event of its state; 0 for none.
  var event: UInt64 = 0
  /// The desk, or the last one; none before.
  var desk = Desk.none
  /// Its neighbors among the sessions of the desk.
  var previousSession = Desk.none
  var nextSession = Desk.none
  /// Work left at the time `since`, in seconds at full speed, and the speed since then.
  var remaining = 0.0
  var since = 0.0
  var speed = 1.0
  /// When the service in progress began.
  var begun = 0.0
  /// The next step of the script, and the steps that have opened groups to it.
  var step: Int32 = 0
  var opened: UInt64 = 0
  /// The agent's turns left after this one, and the work of each.
  var turns: Int32 = 0
  var turnSeconds = 0.0
  /// Work after the customer has gone, apart from the handle time of the contact; −1 before service begins.
  var wrapSeconds = -1.0
  /// The handle time it was recorded with; −1 for none.
  var recordedSeconds = -1.0
  /// How often it was handed over.
  var handOvers: Int32 = 0
  /// Whether an agent has had it already, so that it is not counted as answered again.
  var isResumed = false
  /// Whether the customer is called, and not waiting on the line.
  var isCallback = false
  /// Whether the customer was reached by that call, or dialed and connected.
  var isReached = true
  /// Whether it comes back with an unsettled matter, and not after giving up.
  var isRecontact = false
  /// Whether it belongs to the customers served before others.
  var isPreferred = false
  /// Whether it holds a trunk.
  var hasTrunk = false
}
