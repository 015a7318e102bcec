import ContactCenter
import Glibc

/// The two streams of a command: data on stdout, messages on stderr.
enum Console {
  /// Writes data to stdout.
  ///
  /// *Throws*: `CommandFailure` with status 74 where it cannot be written. A broken pipe ends the program
  /// by its signal (141), as pipes expect.
  static func write(_ bytes: [UInt8]) throws {
    do {
      try Descriptor.write(bytes, to: STDOUT_FILENO)
    } catch {
      throw CommandFailure(
        .inputOutput,
        "error: standard output cannot be written: \(error)\nMaybe the disk is full or the stream is closed."
      )
    }
  }

  /// Writes a line of data to stdout.
  static func line(_ text: String) throws { try write(Array((text + "\n").utf8)) }

  /// Writes a message to stderr.
  ///
  /// Trouble with stderr never changes a result.
  static func message(_ text: String) {
    try? Descriptor.write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes findings to stderr, at most twenty, then their count.
  static func report(_ findings: [Finding], quiet: Bool = false) {
    let worth = findings.filter { !quiet || $0.severity == .error }
      .sorted { $0.severity > $1.severity }
    for finding in worth.prefix(20) {
      let place = finding.place.isEmpty ? "" : "\(finding.place): "
      message("\(place)\(finding.severity.rawValue): \(finding.message)")
      if !finding.advice.isEmpty { message("  \(finding.advice)") }
    }
    if worth.count > 20 { message("… and \(worth.count - 20) more findings") }
  }

  /// Whether stdout is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether stderr is a terminal.
  static var messagesAreTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
