/// What the checks of one table say together.
public struct ExactSummary: Sendable {
  /// All checks.
  public let checks: [ExactCheck]

  /// Sums up checks.
  public init(_ checks: [ExactCheck]) { self.checks = checks }

  /// How many were scored.
  public var scored: Int { checks.count { $0.score != nil } }
  /// The deviation that is largest in size.
  public var worst: ExactCheck? {
    checks.filter { $0.score != nil }.max { abs($0.score ?? 0) < abs($1.score ?? 0) }
  }
  /// Checks outside their 99.9 % interval.
  public var outside: [ExactCheck] { checks.filter(\.isOutside) }
  /// Their share.
  public var shareOutside: Double {
    checks.isEmpty ? 1 : Double(outside.count) / Double(checks.count)
  }
  /// The largest half-width of a share.
  public var widest: Double {
    checks.filter(\.isShare).map(\.halfWidth).max() ?? .nan
  }

  /// What breaks the law, in words: a score beyond 4.5, a half-width above `width`, a rare event that is not rare.
  public func broken(width: Double = ExactStudy.width) -> [String] {
    checks.filter { check in
      abs(check.score ?? 0) > 4.5 || (check.isShare && !(check.halfWidth <= width))
        || (check.score == nil && check.isOutside) || check.estimate.isNaN
    }
    .map(\.text)
  }

  /// Whether everything holds: nothing broken, and at most 0.5 % of all checks outside 99.9 %.
  ///
  /// One check may always be outside: in a small table one is more than 0.5 %.
  public var holds: Bool {
    !checks.isEmpty && broken().isEmpty && outside.count <= max(1, checks.count / 200)
  }
}
