import Foundation
import Glibc

/// What the screen can show: its width, and whether colors mean anything there.
enum Terminal {
  /// Columns of text that fit; nil where nobody counts them, as in a pipe or a file.
  ///
  /// `COLUMNS` wins where it is set, as in other programs.
  static var width: Int? {
    if let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), told > 0 {
      return told
    }
    guard Console.isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether standard output shows colors: a terminal, `NO_COLOR` empty or not set, and one that is not dumb.
  static var hasColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return Console.isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Red text.
  static func red(_ text: String) -> String { "\u{1B}[31m\(text)\u{1B}[0m" }
}
