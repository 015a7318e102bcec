public import ContactCenter
internal import Probability
public import Simulation

/// Seeded random numbers for models that must stay the same.
public struct ModelDice {
  private var stream: Xoshiro256

  /// Dice of a seed and a number.
  public init(seed: UInt64, number: Int) {
    stream = Xoshiro256(StreamKey(seed: seed, replication: number, name: "model", purpose: "test"))
  }

  /// A number in [0, 1).
  public mutating func next() -> Double { stream.uniform() }

  /// A number from `low` up to `high`.
  public mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * next()
  }

  /// A whole number of a range.
  public mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() * Double(range.count))
  }

  /// Yes with this probability.
  public mutating func chance(_ probability: Double) -> Bool { next() < probability }

  /// One of these.
  public mutating func pick<Element>(_ all: [Element]) -> Element {
    all[whole(0...(all.count - 1))]
  }

  /// These in another order.
  public mutating func shuffled<Element>(_ all: [Element]) -> [Element] {
    var result = all
    for index in result.indices.dropFirst().reversed() {
      result.swapAt(index, whole(0...index))
    }
    return result
  }
}

/// Small centers with skills, tiers, sessions and changing staff, for the laws of routing.
public enum RandomRouting {
  /// Seconds of an interval.
  static let intervalSeconds = 600

  /// One to four queues, one to four groups of up to three agents, five intervals, the last without arrivals.
  ///
  /// Either staff changes or agents take several contacts at once: a trace does not show who will leave with the contact
  /// after this one.
  public static func model(
    _ agentChoice: AgentChoice, _ queueChoice: QueueChoice, seed: UInt64, number: Int
  ) -> SimulationModel {
    var dice = ModelDice(seed: seed, number: number)
    let intervals = 5
    let hasSessions = dice.chance(0.4)
    let names = (0..<dice.whole(1...4)).map { "q\($0)" }
    let groupNames = (0..<dice.whole(1...4)).map { "g\($0)" }
    let groups = groupNames.map { name in
      let served = dice.shuffled(names).prefix(dice.whole(1...names.count))
      return GroupModel(
        name: name, queues: Array(served),
        proficiencies: Dictionary(
          served.map { ($0, dice.pick([0.5, 1, 1.25])) }, uniquingKeysWith: { one, _ in one }),
        queueChoice: queueChoice, costPerHour: dice.pick([10, 20, 30]))
    }
    let queues = names.map { name -> QueueModel in
      let serving = groups.filter { $0.queues.contains(name) }.map(\.name)
      var queue = QueueModel(
        name: name,
        expectedContacts: (0..<intervals).map {
          $0 == intervals - 1 ? 0 : dice.between(0, 16)
        },
        meanHandleSeconds: (0..<intervals).map { _ in dice.between(60, 300) },
        handleTimeVariation: dice.pick([0.5, 1]),
        meanPatienceSeconds: dice.chance(0.6) ? dice.between(30, 300) : nil,
        target: ServiceTarget(
          serviceLevel: Share(0.8), threshold: Seconds(dice.pick([10, 20, 60]))),
        sessions: hasSessions ? dice.whole(1...3) : 1)
      if dice.chance(0.5), !serving.isEmpty {
        let order = dice.shuffled(serving)
        let cut = dice.whole(0...order.count)
        queue.groupTiers = [Array(order.prefix(cut)), Array(order.dropFirst(cut))]
      }
      queue.agentChoice = agentChoice
      queue.rank = QueueRank(
        weight: dice.between(0.5, 2), base: dice.between(0, 100), slope: dice.between(0.5, 2))
      return queue
    }
    var counts: [String: [Int]] = [:]
    for name in groupNames {
      let first = dice.whole(0...3)
      counts[name] = (0..<intervals).map { _ in hasSessions ? first : dice.whole(0...3) }
    }
    return SimulationModel(
      intervals: (0..<intervals).map {
        Interval(
          start: Instant(secondsSinceEpoch: $0 * intervalSeconds),
          end: Instant(secondsSinceEpoch: ($0 + 1) * intervalSeconds))
      }, queues: queues, groups: groups, staffing: .counts(counts))
  }
}
