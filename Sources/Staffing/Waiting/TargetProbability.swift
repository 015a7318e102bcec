internal import ContactCenter
internal import Glibc
internal import Probability
internal import Queueing

/// The probability that the service level counted in one interval reaches the target.
///
/// *Formula*: given the rate, the contacts that count number M ~ Poisson; each is in time with probability P,
/// which itself varies from one such interval to the next with mean L and the variance of
/// `ServiceFluctuation`: waits of neighbors are alike. P is taken as beta distributed, which leans to the
/// left as realized service levels do (a normal curve understates by up to 0.1). The target is reached where
/// at least ⌈target · M⌉ are in time: beta-binomial up to 20 contacts expected, above that a beta
/// distribution with the whole variance and half a contact of correction. An interval without contacts
/// reaches it. Rates are taken at five equally likely points of the forecast (`WaitingLoads`), without the part
/// of its spread that is Poisson counting.
struct TargetProbability {
  let target: Double
  let goal: ServiceGoal
  let seconds: Double

  /// What happens at one of several equally likely rates.
  struct Point {
    /// Contacts expected.
    var contacts: Double
    /// How their level varies; nil without a steady state: the line grows all interval long.
    var fluctuation: ServiceFluctuation?
  }

  /// What happens at each of some rates, given as factors of the expected one.
  func points(
    _ traffic: Traffic, agents: Double, contacts: Double, factors: [Double],
    measures: ServiceMeasures
  ) -> [Point] {
    if factors == [1], measures.agents == agents {
      return [
        Point(
          contacts: contacts,
          fluctuation: ServiceFluctuation(of: traffic, measures: measures, goal: goal))
      ]
    }
    return factors.map { factor in
      let shifted = try? Traffic(
        arrivalsPerSecond: traffic.arrivalsPerSecond * factor,
        meanHandleSeconds: traffic.meanHandleSeconds,
        meanPatienceSeconds: traffic.meanPatienceSeconds)
      return Point(
        contacts: contacts * factor,
        fluctuation: shifted.flatMap { try? ServiceFluctuation(of: $0, agents: agents, goal: goal) }
      )
    }
  }

  /// The probability over equally likely rates.
  func probability(of points: [Point]) -> Double {
    let sum = points.reduce(0) { sum, point in
      sum + (point.fluctuation.map { probability(of: $0, contacts: point.contacts) } ?? 0)
    }
    return min(1, sum / Double(points.count))
  }

  /// The probability at one rate.
  func probability(of fluctuation: ServiceFluctuation, contacts: Double) -> Double {
    let counted = contacts * fluctuation.countedShare
    let level = min(1, max(0, fluctuation.level))
    let variance = fluctuation.pathVariance(over: seconds)
    if level <= 0 { return target <= 0 ? 1 : exp(-counted) }
    if level >= 1 { return 1 }
    if counted > 20 { return manyReach(counted, level, variance) }
    var sum = exp(-counted)
    var weight = sum
    var left = 1 - sum
    var m = 0.0
    while m < 100, left > 1e-7 {
      m += 1
      weight *= counted / m
      left -= weight
      sum += weight * betaBinomial(m, level, variance)
    }
    return min(1, sum)
  }

  /// The probability that many contacts reach the target.
  private func manyReach(_ m: Double, _ level: Double, _ variance: Double) -> Double {
    let needed = (target * m - 1e-9).rounded(.up)
    let coin = level * (1 - level)
    let whole = coin / m + variance * (1 - 1 / m)
    let size = coin / min(whole, 0.999 * coin) - 1
    return SpecialFunctions.incompleteBeta(
      level * size, (1 - level) * size, min(1, max(0, (needed - 0.5) / m))
    ).upper
  }

  /// The probability that m contacts reach the target.
  private func betaBinomial(
    _ m: Double, _ level: Double, _ variance: Double
  ) -> Double {
    let needed = (target * m - 1e-9).rounded(.up)
    let coin = level * (1 - level)
    // Beyond these ends the beta distribution is a plain coin, or all in time and none by turns.
    let ratio = min(max(variance / coin, 1e-6), 1 - 1e-6)
    let size = 1 / ratio - 1
    let (alpha, beta) = (level * size, (1 - level) * size)
    var mass = 1.0
    for i in 0..<Int(m) { mass *= (beta + Double(i)) / (size + Double(i)) }
    var below = 0.0
    var x = 0.0
    while x < needed {
      below += mass
      mass *= (m - x) / (x + 1) * (alpha + x) / (beta + m - x - 1)
      x += 1
    }
    return min(1, max(0, 1 - below))
  }
}
