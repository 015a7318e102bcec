internal import Probability

/// Work that may wait until a deadline: the constant staff under which all of it is done in time.
///
/// Work arrives in equal intervals, evenly within each, and is done in order of arrival by agents who start
/// with the first interval and go on after the last until everything is done.
///
/// *Formula*: what arrives in a window of intervals i … j must be done by the deadline after its end, and
/// nobody can start on it before it comes: n ≥ work(i … j) / ((j − i + 1)·interval + deadline), for every
/// window; the largest is enough, too (first in, first out). The normal requirement puts in place of work
/// its mean plus z(p) standard deviations, contacts being Poisson and handle times independent:
/// variance m·h²·(1 + cv²). It holds per window, not for all windows at once.
public enum DeferredWork {
  /// Staff and what makes it necessary.
  public struct Requirement: Hashable, Sendable {
    /// Agents, a fractional number.
    public var agents: Double
    /// The intervals of the window that binds, counted from 0; the first of equals.
    public var window: ClosedRange<Int>
  }

  /// Staff for the expected work.
  ///
  /// *Throws*: `QueueingError.outOfRange` for no or more than 20,000 intervals, negative contacts, times out of
  /// range.
  /// *Complexity*: O(intervals²).
  public static func fluidRequirement(
    contacts: [Double], intervalSeconds: Double, handleSeconds: Double, deadlineSeconds: Double
  ) throws(QueueingError) -> Requirement {
    try requirement(
      contacts: contacts, intervalSeconds: intervalSeconds, handleSeconds: handleSeconds,
      deadlineSeconds: deadlineSeconds, deviations: 0, variation: 0)
  }

  /// Staff such that each window's work is done in time with a probability, by the normal approximation.
  ///
  /// `handleVariation` is the squared coefficient of variation of the handle time, 1 for exponential ones.
  ///
  /// *Throws*: as `fluidRequirement`; `.outOfRange` for a variation below 0 or a probability outside (0, 1).
  /// *Complexity*: O(intervals²).
  public static func normalRequirement(
    contacts: [Double], intervalSeconds: Double, handleSeconds: Double, handleVariation: Double,
    deadlineSeconds: Double, probability: Double
  ) throws(QueueingError) -> Requirement {
    try Traffic.check("squared variation of handle times", handleVariation, 0, 1e6)
    try Traffic.check("probability", probability, 1e-12, 1 - 1e-12)
    return try requirement(
      contacts: contacts, intervalSeconds: intervalSeconds, handleSeconds: handleSeconds,
      deadlineSeconds: deadlineSeconds, deviations: SpecialFunctions.normalQuantile(probability),
      variation: handleVariation)
  }

  private static func requirement(
    contacts: [Double], intervalSeconds: Double, handleSeconds: Double, deadlineSeconds: Double,
    deviations: Double, variation: Double
  ) throws(QueueingError) -> Requirement {
    try check(contacts, intervalSeconds, handleSeconds)
    try Traffic.check("deadline in seconds", deadlineSeconds, 0, 1e10)
    var best = Requirement(agents: 0, window: 0...0)
    for first in contacts.indices {
      var mean = 0.0
      for last in first..<contacts.count {
        mean += contacts[last]
        let work = handleSeconds * (mean + deviations * (mean * (1 + variation)).squareRoot())
        let time = Double(last - first + 1) * intervalSeconds + deadlineSeconds
        // Sums of the same numbers in another order must not count as larger.
        if work / time > best.agents * (1 + 1e-14) {
          best = Requirement(agents: work / time, window: first...last)
        }
      }
    }
    return best
  }

  static func check(
    _ contacts: [Double], _ intervalSeconds: Double, _ handleSeconds: Double
  ) throws(QueueingError) {
    try Traffic.check("intervals", Double(contacts.count), 1, 20_000)
    for count in contacts { try Traffic.check("contacts in an interval", count, 0, 1e12) }
    try Traffic.check("interval in seconds", intervalSeconds, 1e-3, 1e9)
    try Traffic.check("mean handle time in seconds", handleSeconds, 1e-6, 1e9)
  }
}
