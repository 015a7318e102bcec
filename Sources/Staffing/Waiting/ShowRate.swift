internal import Glibc

/// How many of the scheduled agents are there when each is absent independently.
///
/// *Formula*: present ~ Binomial(N, 1 − a).
struct ShowRate {
  /// The share that does not show up, a.
  let absence: Double

  /// Numbers of agents with their probabilities, ascending.
  ///
  /// Numbers less likely than 10⁻¹² of the likeliest are left out, and beyond forty the others come in groups at their
  /// mean, rounded.
  func present(of scheduled: Int) -> [(agents: Int, probability: Double)] {
    guard absence > 0, scheduled > 0 else { return [(scheduled, 1)] }
    let total = Double(scheduled)
    let odds = (1 - absence) / absence
    let mode = min(scheduled, Int((total + 1) * (1 - absence)))
    var weights = [(mode, 1.0)]
    var weight = 1.0
    var k = mode
    while k < scheduled {
      weight *= (total - Double(k)) / Double(k + 1) * odds
      k += 1
      if weight < 1e-12 { break }
      weights.append((k, weight))
    }
    weight = 1
    k = mode
    while k > 0 {
      weight *= Double(k) / (total - Double(k) + 1) / odds
      k -= 1
      if weight < 1e-12 { break }
      weights.append((k, weight))
    }
    weights.sort { $0.0 < $1.0 }
    let sum = weights.reduce(0) { $0 + $1.1 }
    let size = (weights.count + 39) / 40
    return stride(from: 0, to: weights.count, by: size).map { start in
      let group = weights[start..<min(start + size, weights.count)]
      let mass = group.reduce(0) { $0 + $1.1 }
      let mean = group.reduce(0) { $0 + Double($1.0) * $1.1 } / mass
      return (Int(mean.rounded()), mass / sum)
    }
  }

  /// The smallest number to schedule with which `isEnough`, which does not stop being so as agents are added.
  ///
  /// `required` are enough when all of them come; ten times as many and a hundred are the most tried.
  func scheduled(forRequired required: Int, _ isEnough: (Int) -> Bool) -> Int {
    guard required > 0, absence > 0 else { return required }
    let most = required * 10 + 100
    var low = required - 1
    var high = max(required, Int((Double(required) / (1 - absence)).rounded(.up)))
    while high < most, !isEnough(high) {
      low = high
      high = min(most, high + max(1, high / 20))
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
