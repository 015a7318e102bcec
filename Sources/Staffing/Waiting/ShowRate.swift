internal import Glibc

/// How many of the scheduled agents are there when each is absent independently.
///
/// *Formula*: present ~ Binomial(N, 1 − a).
struct ShowRate {
  /// The share that does not show up, a.
  let absence: Double

  /// Numbers of agents with their probabilities, ascending.
  ///
  /// Numbers less likely than 10⁻⁷ of the likeliest are left out. Beyond twenty-four the others are grouped, each group
  /// split between the two numbers around its mean, so that the mean stays.
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
      if weight < 1e-7 { break }
      weights.append((k, weight))
    }
    weight = 1
    k = mode
    while k > 0 {
      weight *= Double(k) / (total - Double(k) + 1) / odds
      k -= 1
      if weight < 1e-7 { break }
      weights.append((k, weight))
    }
    weights.sort { $0.0 < $1.0 }
    let sum = weights.reduce(0) { $0 + $1.1 }
    let size = (weights.count + 23) / 24
    var result: [(agents: Int, probability: Double)] = []
    for start in stride(from: 0, to: weights.count, by: size) {
      let group = weights[start..<min(start + size, weights.count)]
      let mass = group.reduce(0) { $0 + $1.1 }
      let mean = group.reduce(0) { $0 + Double($1.0) * $1.1 } / mass
      let below = mean.rounded(.down)
      let above = mean - below
      result.append((Int(below), mass / sum * (1 - above)))
      if above > 0 { result.append((Int(below) + 1, mass / sum * above)) }
    }
    return result
  }

  /// The smallest number to schedule with which `isEnough`, which does not stop being so as agents are added.
  ///
  /// `required` are enough when all of them come; ten times what they take on average, and a hundred, are the most
  /// tried.
  func scheduled(forRequired required: Int, _ isEnough: (Int) -> Bool) -> Int {
    guard required > 0, absence > 0 else { return required }
    let mean = min(1e9, (Double(required) / (1 - absence)).rounded(.up))
    let most = Int(mean) * 10 + 100
    var low = required - 1
    var high = Int(mean)
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
