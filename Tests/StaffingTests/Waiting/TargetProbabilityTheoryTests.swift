import ContactCenter
import Queueing
import TestSupport
import Testing

@testable import Staffing

/// The probability of reaching 80/20 in one period, beside a simulation of the queue itself.
///
/// The tolerance of 0.04 is the approximation's: it takes the realized level as beta distributed. Leaving out
/// the correlation between waits would be off by 0.1 to 0.2, a normal curve by up to 0.1.
@Suite(
  "The probability of the target beside simulation",
  .enabled(if: TestBuild.isOptimized, "millions of contacts need an optimized build"))
struct TargetProbabilityTheoryTests {
  struct Case: CustomStringConvertible, Sendable {
    var contacts: Double
    var seconds: Double
    var handle: Double
    var agents: Int
    var patience: Double
    var description: String { "\(contacts) contacts in \(seconds) s, \(agents) agents" }
  }

  static let cases = [
    Case(contacts: 100, seconds: 1800, handle: 180, agents: 12, patience: 120),
    Case(contacts: 50, seconds: 900, handle: 180, agents: 12, patience: 120),
    Case(contacts: 10, seconds: 900, handle: 300, agents: 5, patience: 120),
    Case(contacts: 2, seconds: 900, handle: 300, agents: 2, patience: 120),
    Case(contacts: 300, seconds: 900, handle: 300, agents: 97, patience: 120),
    Case(contacts: 100, seconds: 1800, handle: 180, agents: 14, patience: 1e9),
  ]

  @Test("level, spread and probability", arguments: cases)
  func beside(_ item: Case) throws {
    let traffic = try Traffic(
      contacts: item.contacts, inSeconds: item.seconds, meanHandleSeconds: item.handle,
      meanPatienceSeconds: item.patience)
    let goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)
    let fluctuation = try ServiceFluctuation(
      of: traffic, agents: Double(item.agents), goal: goal)
    let probability = TargetProbability(target: 0.8, goal: goal, seconds: item.seconds)
      .probability(of: fluctuation, contacts: item.contacts)
    let simulated = simulate(item, periods: 20_000)
    #expect(abs(simulated.level - fluctuation.level) < 0.006)
    #expect(abs(simulated.reached - probability) < 0.04, "\(simulated) \(probability)")
    if item.contacts >= 50 {
      let coin = fluctuation.level * (1 - fluctuation.level) / item.contacts
      let deviation = (fluctuation.pathVariance(over: item.seconds) + coin).squareRoot()
      #expect(abs(simulated.deviation / deviation - 1) < 0.1)
    }
  }

  /// First come, first served, with patience; periods by arrival.
  private func simulate(
    _ item: Case, periods: Int
  ) -> (level: Double, deviation: Double, reached: Double) {
    var random = SplitMix(state: 11)
    var free = [Double](repeating: 0, count: item.agents)
    var counts = [(offered: Int, inTime: Int)](repeating: (0, 0), count: periods)
    var time = 0.0
    let end = Double(periods) * item.seconds
    while true {
      time += random.exponential(item.seconds / item.contacts)
      if time >= end { break }
      var first = 0
      for agent in 1..<free.count where free[agent] < free[first] { first = agent }
      let wait = max(0, free[first] - time)
      let period = Int(time / item.seconds)
      counts[period].offered += 1
      if random.exponential(item.patience) >= wait {
        free[first] = time + wait + random.exponential(item.handle)
        if wait <= 20 { counts[period].inTime += 1 }
      }
    }
    let used = counts.dropFirst(10)
    let levels = used.filter { $0.offered > 0 }.map { Double($0.inTime) / Double($0.offered) }
    let mean = levels.reduce(0, +) / Double(levels.count)
    let variance = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(levels.count)
    let reached = used.filter { Double($0.inTime) >= 0.8 * Double($0.offered) - 1e-9 }.count
    let offered = used.reduce(0) { $0 + $1.offered }
    let inTime = used.reduce(0) { $0 + $1.inTime }
    return (
      Double(inTime) / Double(offered), variance.squareRoot(),
      Double(reached) / Double(used.count)
    )
  }

  private struct SplitMix {
    var state: UInt64

    mutating func exponential(_ mean: Double) -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      let uniform = (Double((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53
      return -mean * logarithm(uniform)
    }
  }
}
