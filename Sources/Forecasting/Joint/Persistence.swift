/// How long a surprise lasts: the share that stays, and the share of the rest that is there the next day.
///
/// Errors at two days of one forecast, `lag` open days apart, correlate by a + (1 − a)·ρ^lag.
public struct Persistence: Hashable, Sendable {
  /// The share a that stays for as long as anyone plans.
  public var lasting: Double
  /// The share ρ of the rest that carries over to the next open day.
  public var carry: Double

  /// Creates a persistence; both shares are brought into 0…1.
  public init(lasting: Double, carry: Double) {
    self.lasting = lasting.isFinite ? min(max(lasting, 0), 1) : 0
    self.carry = carry.isFinite ? min(max(carry, 0), 1) : 0
  }

  /// Nothing lasts.
  public static let none = Persistence(lasting: 0, carry: 0)

  /// The correlation of two days that lie so many open days apart.
  func correlation(lag: Int) -> Double {
    var power = 1.0
    for _ in 0..<min(max(lag, 0), 400) { power *= carry }
    return lasting + (1 - lasting) * power
  }

  /// What fits correlations at lags 1, 2, …: the long lags tell what stays, the first what carries over.
  init(correlations: [Double], longFrom first: Int) {
    let long = correlations.dropFirst(max(0, first - 1))
    let lasting = long.isEmpty ? 0 : long.reduce(0, +) / Double(long.count)
    let bounded = min(max(lasting.isFinite ? lasting : 0, 0), 0.99)
    self.init(lasting: bounded, carry: ((correlations.first ?? 0) - bounded) / (1 - bounded))
  }
}

/// How errors of the level of a day grow with the lead and hang together over it.
struct LevelErrors {
  /// What the relative variance of the level a week and three weeks ahead exceeds that of the next day by.
  private(set) var growth: [(lead: Double, variance: Double)] = []
  /// How errors of one forecast at several days correlate.
  private(set) var persistence = Persistence.none

  /// Measures replayed errors, oldest origin first, by lead; `noise` is what counting alone does to the logarithm of a
  /// day, and is taken off.
  init(_ errors: [[Double?]], weekdayCount: Int, noise: Double) {
    let week = max(1, weekdayCount)
    var squares = [Double](repeating: 0, count: 4 * week)
    var counts = squares
    var products = [Double](repeating: 0, count: 2 * week)
    var pairs = products
    for row in errors {
      for (lead, error) in row.enumerated().prefix(squares.count) {
        guard let error else { continue }
        squares[lead] += error * error
        counts[lead] += 1
        guard lead < 2 * week else { continue }
        for other in lead + 1..<max(lead + 1, min(row.count, 2 * week)) {
          guard let later = row[other] else { continue }
          products[other - lead] += error * later
          pairs[other - lead] += 1
        }
      }
    }
    func variance(_ leads: Range<Int>) -> Double? {
      let number = leads.reduce(0) { $0 + counts[$1] }
      guard number > 0 else { return nil }
      return max(0, leads.reduce(0) { $0 + squares[$1] } / number - noise)
    }
    guard let next = variance(0..<1), let near = variance(0..<2 * week) else { return }
    var least = 0.0
    for (leads, middle) in [(1..<week, 0.5), (week..<4 * week, 2.5)] where !leads.isEmpty {
      guard let at = variance(leads) else { continue }
      least = max(least, at - next)
      growth.append((middle * Double(week), least))
    }
    guard near > 0 else { return }
    persistence = Persistence(
      correlations: products.indices.dropFirst().map { lag in
        pairs[lag] > 0 ? products[lag] / pairs[lag] / near : 0
      }, longFrom: week)
  }

  /// What the relative variance of the level exceeds that of the next day by, `lead` open days after it.
  func extra(lead: Int) -> Double {
    var last = (lead: 0.0, variance: 0.0)
    for point in growth {
      if Double(lead) < point.lead {
        let weight = (Double(lead) - last.lead) / (point.lead - last.lead)
        return last.variance + weight * (point.variance - last.variance)
      }
      last = point
    }
    return last.variance
  }
}
