/// What the program's exit code tells a script.
enum ExitStatus: Int32 {
  /// All results are written.
  case done = 0
  /// It ran to the end and the answer is no or partial.
  case partial = 1
  /// The command line is not understood.
  case usage = 64
  /// The data is bad.
  case badData = 65
  /// An input is missing or cannot be read.
  case inputMissing = 66
  /// A library or solver is not available.
  case unavailable = 69
  /// A bug.
  case bug = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Another run holds the lock: try again later.
  case tryLater = 75
  /// The plan is bad.
  case badPlan = 78
}

/// The end of a command that did not reach its result: an exit status and the letter for stderr.
struct CommandFailure: Error {
  var status: ExitStatus
  /// What, where, value and a line that begins "Maybe".
  var letter: String

  init(_ status: ExitStatus, _ letter: String) {
    self.status = status
    self.letter = letter
  }
}
