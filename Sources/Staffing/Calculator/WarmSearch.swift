internal import Queueing

/// Finds the fewest agents for a million cases that have nothing to do with each other, and what they achieve.
///
/// `AgentSearch` walks from the last answer, which a day's intervals resemble; cases of a table do not. Here cases of
/// one kind (load, patience and threshold over handle time, each to a power of two) share a memory: how far above the
/// load the last answer lay, in β = (n − a)/√a, and how much one agent more brought. From the first evaluation that
/// slope leads straight to the answer: two to three evaluations, the answer's own among them. The answer does not
/// depend on the memory: service rises with agents, and the bracket is closed before it is given.
struct WarmSearch: Sendable {
  /// What is remembered of one kind of case.
  private struct Memory {
    var beta = 0.5
    /// What one agent more adds to the margin.
    var slope = 0.1
  }

  private var memories = [Memory](repeating: Memory(), count: 8 * 8 * 16)

  /// The fewest agents, counted in servers, and their measures.
  ///
  /// *Throws*: `QueueingError.unreachable` where the most agents the formula has room for are not enough.
  mutating func agents(
    for traffic: Traffic, goal: ServiceGoal, formula: any QueueingModel
  ) throws(QueueingError) -> (agents: Int, measures: ServiceMeasures) {
    let load = traffic.loadErlangs
    let root = load.squareRoot()
    let kind = Self.kind(traffic, goal)
    let memory = memories[kind]
    let floor = max(Int(formula.agentsToExceed(for: traffic)) + 1, goal.minimumAgents, 1)
    let most = formula.mostAgents
    guard floor <= most else { throw .unreachable(goal: goal.text, loadErlangs: load) }
    var failed = (agents: floor - 1, margin: Double.nan)
    var met: (agents: Int, margin: Double, measures: ServiceMeasures)?
    let guess = (load + memory.beta * root + 0.5).rounded(.down)
    var probe = min(most, max(floor, Int(max(1, min(guess, 1e8)))))
    var step = 1
    var turns = 0
    while true {
      let (margin, measures) = Self.margin(traffic, goal, formula, probe)
      turns += 1
      if margin >= 0, let measures {
        met = (probe, margin, measures)
      } else {
        failed = (probe, margin)
        if probe >= most { throw .unreachable(goal: goal.text, loadErlangs: load) }
      }
      guard let answer = met else {
        step = turns == 1 ? Self.jump(-margin, memory.slope) : step * 2
        probe = min(most, failed.agents + step)
        continue
      }
      if answer.agents - failed.agents <= 1 {
        if answer.agents > floor {
          memories[kind].beta = (Double(answer.agents) - 0.5 - load) / root
          memories[kind].slope = max(1e-6, answer.margin - failed.margin)
        }
        return (answer.agents, answer.measures)
      }
      if failed.margin.isNaN {
        // Nothing has failed yet: further down, to where the slope expects it.
        step = turns == 1 ? Self.jump(answer.margin, memory.slope) : step * 2
        probe = max(failed.agents + 1, answer.agents - step)
      } else {
        probe = Self.between(failed, (answer.agents, answer.margin), bisects: turns > 6)
      }
    }
  }

  /// How many agents a margin is away, at least one.
  private static func jump(_ margin: Double, _ slope: Double) -> Int {
    Int(max(1, min((margin / slope).rounded(.up), 1e6)))
  }

  /// The number between both ends at which the goal is expected to be met, so that the next one closes the bracket.
  private static func between(
    _ failed: (agents: Int, margin: Double), _ met: (agents: Int, margin: Double), bisects: Bool
  ) -> Int {
    let width = met.agents - failed.agents
    var part = bisects ? 0.5 : -failed.margin / (met.margin - failed.margin)
    // Next to a limit of almost nothing a margin is without end.
    if !part.isFinite { part = 0.5 }
    let offset = Int((Double(width) * part).rounded(.up))
    return failed.agents + min(max(offset, 1), width - 1)
  }

  private static func margin(
    _ traffic: Traffic, _ goal: ServiceGoal, _ formula: any QueueingModel, _ agents: Int
  ) -> (Double, ServiceMeasures?) {
    let isShort = goal.definition.asksForShort
    do throws(QueueingError) {
      let measures = try formula.measures(
        of: traffic, agents: Double(agents), threshold: goal.thresholdSeconds,
        shortThreshold: isShort ? goal.shortAbandonSeconds : goal.thresholdSeconds)
      return (goal.margin(of: measures), measures)
    } catch { return (-1, nil) }
  }

  private static func kind(_ traffic: Traffic, _ goal: ServiceGoal) -> Int {
    func power(_ ratio: Double, _ low: Int, _ count: Int) -> Int {
      ratio > 0 && ratio.isFinite ? min(max(Int(ratio.exponent) - low, 0), count - 1) : 0
    }
    let handle = traffic.meanHandleSeconds
    let patience = power(traffic.meanPatienceSeconds / handle, -4, 8)
    let threshold = power(goal.thresholdSeconds / handle, -7, 8)
    return (patience * 8 + threshold) * 16 + power(traffic.loadErlangs, -1, 16)
  }
}
