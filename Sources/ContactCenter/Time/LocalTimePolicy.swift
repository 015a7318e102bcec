/// What to do with a naive local time that the wall clock shows twice or never.
public struct LocalTimePolicy: Hashable, Sendable {
  /// The hour that comes twice when clocks go back.
  public enum Overlap: String, Hashable, Sendable, CaseIterable {
    /// Refuse it.
    case error
    /// Take the earlier of the two instants.
    case first
    /// Take the later.
    case second
    /// Take the earlier unless it is not after the row before it: files in order of time resolve themselves.
    case byOrder = "by-order"
  }

  /// The hour that does not exist when clocks go forward.
  public enum Gap: String, Hashable, Sendable, CaseIterable {
    /// Refuse it.
    case error
    /// Move it forward by the length of the gap, as the offset before the change reads it.
    case shift
    /// Leave the row out, counted in a finding.
    case drop
  }

  /// The policy for readings that come twice.
  public var overlap: Overlap
  /// The policy for readings that never come.
  public var gap: Gap

  /// Creates a policy; both refuse unless told otherwise.
  public init(overlap: Overlap = .error, gap: Gap = .error) {
    self.overlap = overlap
    self.gap = gap
  }
}

/// How a naive local time was read.
public enum LocalTimeReading: Hashable, Sendable {
  /// The wall clock showed it once.
  case unique(Instant)
  /// It came twice and the policy chose.
  case chosen(Instant)
  /// It never came and the policy moved it.
  case shifted(Instant)
  /// It never came and the policy leaves it out.
  case dropped

  /// The instant, where there is one.
  public var instant: Instant? {
    switch self {
    case .unique(let instant), .chosen(let instant), .shifted(let instant): instant
    case .dropped: nil
    }
  }
}

/// A naive local time that its policy refuses.
public enum LocalTimeFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The clock shows it twice.
  case comesTwice(LocalDateTime, zone: String)
  /// The clock never shows it.
  case neverComes(LocalDateTime, zone: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .comesTwice(let local, let zone):
      "\(local.text) comes twice in \(zone), when clocks go back\n"
        + "Maybe write the offset, or choose overlap: first, second or by-order."
    case .neverComes(let local, let zone):
      "\(local.text) does not exist in \(zone), when clocks go forward\n"
        + "Maybe the file is in another zone; or choose gap: shift or drop."
    }
  }
}

extension ZoneRules {
  /// The instant of a naive local time, by a declared policy.
  ///
  /// - Parameters:
  ///   - local: the wall-clock reading.
  ///   - policy: what to do with readings that come twice or never.
  ///   - previous: the instant of the row before, for `by-order`.
  ///
  /// *Throws*: `LocalTimeFault` where the policy is `error`.
  public func resolve(
    _ local: LocalDateTime, policy: LocalTimePolicy, after previous: Instant? = nil
  ) throws(LocalTimeFault) -> LocalTimeReading {
    let found = instants(showing: local)
    if let only = found.first, found.count == 1 { return .unique(only) }
    if let first = found.first, let last = found.last {
      switch policy.overlap {
      case .error: throw .comesTwice(local, zone: identifier)
      case .first: return .chosen(first)
      case .second: return .chosen(last)
      case .byOrder:
        guard let previous else { return .chosen(first) }
        return .chosen(found.first { $0 > previous } ?? last)
      }
    }
    guard let end = gapEnd(of: local) else { throw .neverComes(local, zone: identifier) }
    switch policy.gap {
    case .error: throw .neverComes(local, zone: identifier)
    case .drop: return .dropped
    case .shift:
      let before = offset(at: end.advanced(by: -1))
      return .shifted(Instant(secondsSinceEpoch: local.wallSeconds - before))
    }
  }
}
