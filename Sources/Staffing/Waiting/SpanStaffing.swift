internal import ContactCenter
internal import Queueing

/// Staffs a queue whose target is promised over days or weeks.
struct SpanStaffing {
  /// The answer for all blocks of a queue.
  struct Answer {
    /// Agents of each block; 0 where nobody comes.
    var agents: [Int]
    /// The fewest each block may have.
    var floors: [Int]
    /// The probability, given the forecast, that the expected level of the block's span reaches the target.
    var adequacy: [Double?]
  }

  private let span: SpanSizing
  private let loads: WaitingLoads
  private let risk: Double?

  init?(_ sizing: WaitingSizing, _ loads: WaitingLoads, risk: Share?) {
    guard let span = SpanSizing(sizing) else { return nil }
    self.span = span
    self.loads = loads
    self.risk = risk?.value
  }

  /// The agents of every block, span by span.
  func answer(_ spans: [Range<Int>]) throws(QueueingError) -> Answer {
    let count = loads.profile.blocks.count
    var answer = Answer(
      agents: Array(repeating: 0, count: count), floors: Array(repeating: 0, count: count),
      adequacy: Array(repeating: nil, count: count))
    for own in spans {
      let sized = try scenario(own, rates: loads.sized)
      let floors = try span.floors(sized.traffic)
      let futures = try paths(own)
      let agents =
        risk != nil && !futures.isEmpty
        ? try span.agents(floors: floors, futures: futures, risk: risk)
        : try span.agents(floors: floors, futures: [sized])
      let adequacy = try adequacy(own, agents, futures)
      for (index, block) in own.enumerated() {
        answer.agents[block] = agents[index]
        answer.floors[block] = floors[index]
        answer.adequacy[block] = adequacy
      }
    }
    return answer
  }

  /// A future in which every block has a rate; contacts are as many more than expected as the rate is higher.
  private func scenario(
    _ blocks: Range<Int>, rates: [Double]
  ) throws(QueueingError) -> SpanSizing.Scenario {
    var scenario = SpanSizing.Scenario(contacts: [], traffic: [])
    for block in blocks {
      let mean = loads.expected[block]
      scenario.contacts.append(
        mean > 0 ? loads.contacts[block] * rates[block] / mean : loads.contacts[block])
      scenario.traffic.append(
        loads.arrives(in: block)
          ? try loads.traffic(block, rate: rates[block], span.sizing) : nil)
    }
    return scenario
  }

  private func paths(_ blocks: Range<Int>) throws(QueueingError) -> [SpanSizing.Scenario] {
    var futures: [SpanSizing.Scenario] = []
    for path in loads.paths {
      var future = SpanSizing.Scenario(contacts: Array(path.contacts[blocks]), traffic: [])
      for block in blocks {
        future.traffic.append(
          loads.arrives(in: block)
            ? try loads.traffic(block, rate: path.rates[block], span.sizing) : nil)
      }
      futures.append(future)
    }
    return futures
  }

  /// The share of futures in which the staff suffices; over quantiles the highest at which it does, all blocks at the
  /// same one.
  private func adequacy(
    _ blocks: Range<Int>, _ agents: [Int], _ futures: [SpanSizing.Scenario]
  ) throws(QueueingError) -> Double {
    if !futures.isEmpty {
      let met = futures.count { span.level(agents, $0) >= span.level - 1e-12 }
      return Double(met) / Double(futures.count)
    }
    func suffices(_ probability: Double?) throws(QueueingError) -> Bool {
      var rates = loads.sized
      if let probability {
        for block in blocks {
          if let spread = loads.spreads[block] { rates[block] = spread.rate(at: probability) }
        }
      }
      return span.level(agents, try scenario(blocks, rates: rates)) >= span.level - 1e-12
    }
    guard blocks.contains(where: { loads.spreads[$0] != nil }) else {
      return try suffices(nil) ? 1 : 0
    }
    var low = 0.0
    var high = 1.0
    if let risk, try suffices(risk) { low = risk }
    for _ in 0..<14 {
      let middle = (low + high) / 2
      if try suffices(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
