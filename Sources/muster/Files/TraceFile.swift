import ContactCenter
import Planning
import Simulation

/// The events of one replication as JSON lines: one object a line, keys always in the same order.
///
/// ```
/// {"time":"2026-03-09T09:00:03.123-05:00","seconds":86403.123456,"event":"arrived","queue":"billing","contact":"billing#17"}
/// ```
///
/// `time` is the wall clock of the plan's zone, cut to milliseconds; `seconds` count from the start of the simulation,
/// warm-up included. What does not apply to an event has no key.
enum TraceFile {
  /// Bytes gathered before they are written.
  private static let chunk = 1 << 20

  /// Writes all events to a file, which is absent, old or complete.
  ///
  /// *Throws*: `CommandFailure` with status 73 or 74.
  static func write(_ trace: TraceStage.Result, to path: String, zone: ZoneRules) throws {
    try AtomicFile.write(to: path) { descriptor, _ in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(chunk + 1024)
      for event in trace.events {
        append(event, since: trace.start, zone, to: &bytes)
        if bytes.count >= chunk {
          try Descriptor.write(bytes, to: descriptor)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      try Descriptor.write(bytes, to: descriptor)
    }
  }

  /// One line.
  static func append(
    _ event: TraceEvent, since start: Instant, _ zone: ZoneRules, to bytes: inout [UInt8]
  ) {
    // An event is at most 1e9 seconds away; a number from elsewhere must not trap.
    let seconds = min(max(0, event.seconds), 1e12)
    let whole = Int(seconds)
    let milliseconds = min(999, Int((seconds - Double(whole)) * 1000))
    let time = TimestampText.text(start.advanced(by: whole), in: zone)
    let fraction = String(1000 + milliseconds).dropFirst()
    bytes += "{\"time\":\"\(time.prefix(19)).\(fraction)\(time.dropFirst(19))\"".utf8
    bytes += ",\"seconds\":\(decimals(seconds))".utf8
    bytes += ",\"event\":\"\(event.kind.rawValue)\"".utf8
    member("queue", event.queue, &bytes)
    member("contact", event.contact, &bytes)
    member("group", event.group, &bytes)
    member("agent", event.agent, &bytes)
    if let wait = event.waitSeconds {
      bytes += ",\"wait_seconds\":\(decimals(min(max(0, wait), 1e12)))".utf8
    }
    bytes += "}\n".utf8
  }

  private static func member(_ key: String, _ value: String?, _ bytes: inout [UInt8]) {
    guard let value else { return }
    bytes += ",\"\(key)\":\(TabularText.quoted(value))".utf8
  }

  /// Six decimals without needless zeros, never an exponent.
  private static func decimals(_ value: Double) -> String {
    let micros = Int((value * 1e6).rounded())
    let fraction = String(1_000_000 + micros % 1_000_000).dropFirst()
    let kept = fraction.reversed().drop { $0 == "0" }.reversed()
    return kept.isEmpty ? "\(micros / 1_000_000)" : "\(micros / 1_000_000).\(String(kept))"
  }
}
