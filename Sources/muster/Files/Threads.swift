import Foundation

/// How many things may run at the same time.
enum Threads {
  /// The cores this process may use, at least 1.
  ///
  /// Results do not depend on it.
  static var count: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
