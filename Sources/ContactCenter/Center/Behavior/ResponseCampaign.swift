#if canImport(Glibc)
  internal import Glibc
#endif

/// A push or a survey that makes customers contact a queue: so many are sent, a share responds, sooner or later.
///
/// Responses come on top of what is forecast for the queue.
public struct ResponseCampaign: Hashable, Sendable {
  /// When responses come.
  public enum Curve: Hashable, Sendable {
    /// Half of those still to come within each half-life.
    case halfLife(Seconds)
    /// These shares of all responses, one for each stretch of `every`; what they lack never comes.
    case shares([Double], every: Seconds)
  }

  /// When it is sent.
  public var start: Instant
  /// How many customers it is sent to.
  public var sent: Double
  /// The share of them that responds.
  public var response: Share
  /// When they do.
  public var curve: Curve

  /// Creates a campaign.
  public init(start: Instant, sent: Double, response: Share, curve: Curve) {
    self.start = start
    self.sent = sent
    self.response = response
    self.curve = curve
  }

  /// Responses that have come so many seconds after the start.
  ///
  /// *Formula*: sent · response · (1 − 2^(−t/half-life)), or the shares up to then, evenly within each stretch.
  /// *Edge cases*: none before the start.
  public func responses(after seconds: Double) -> Double {
    guard seconds > 0 else { return 0 }
    let all = sent * response.value
    switch curve {
    case .halfLife(let half):
      return half.value > 0 ? all * (1 - exp2(-seconds / half.value)) : all
    case .shares(let shares, let every):
      guard every.value > 0 else { return all * shares.reduce(0, +) }
      var total = 0.0
      for (index, share) in shares.enumerated() {
        let part = seconds / every.value - Double(index)
        if part <= 0 { break }
        total += share * min(1, part)
      }
      return all * total
    }
  }
}
