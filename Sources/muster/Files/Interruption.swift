import Dispatch
import Glibc
import Synchronization

/// Cleans up when the program is told to stop: removes the temporary file in the making, then ends by the
/// same signal, so that a shell sees 129, 130 or 143.
enum Interruption {
  private static let open = Mutex<Set<String>>([])
  /// Kept alive for the life of the program; written by `listen` before anything else runs.
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  /// Begins to listen for SIGHUP, SIGINT and SIGTERM; one that was inherited ignored (nohup) stays so.
  static func listen() {
    for number in [SIGHUP, SIGINT, SIGTERM] {
      var old = sigaction()
      sigaction(number, nil, &old)
      if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        open.withLock { paths in for path in paths { unlink(path) } }
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
      sources.append(source)
    }
  }

  static func willWrite(_ path: String) { open.withLock { _ = $0.insert(path) } }

  static func didFinish(_ path: String) { open.withLock { _ = $0.remove(path) } }
}
