/// A search for a cheap line over the rules' automata side by side, where their product is too large to build.
///
/// Day by day the cheapest half-finished lines are extended by every behavior; lines in the same state of every rule
/// are one, and of the rest the `width` with the least cost so far and to come (by each rule alone) go on. Ties are
/// broken by state.
///
/// *Source*: B. T. Lowerre, "The Harpy speech recognition system" (1976), for the beam.
struct BeamSearch {
  /// A line, what its rules cost, and its value under the prices.
  struct Found {
    var choices: [Int32]
    var ruleCost: Double
    var value: Double
  }

  private struct Label {
    var key: UInt128
    var value: Double
    var ruleCost: Double
    var ahead: Double
    var parent: Int32
    var behavior: UInt16
  }

  private let lineClass: LineClass
  private let width: Int
  private let best: [[Double]]
  private let bestOption: [[Int32]]

  init(_ lineClass: LineClass, width: Int, best: [[Double]], bestOption: [[Int32]]) {
    self.lineClass = lineClass
    self.width = width
    self.best = best
    self.bestOption = bestOption
  }

  /// The cheapest line found; nil where none is.
  func cheapest(from start: [Int32]) -> Found? {
    let rules = lineClass.tables.count
    var parts = start
    var layers: [[Label]] = []
    var present = [Label(key: 0, value: 0, ruleCost: 0, ahead: 0, parent: -1, behavior: 0)]
    for day in 0..<lineClass.days {
      var index: [UInt128: Int] = [:]
      var labels: [Label] = []
      var labelParts: [Int32] = []
      var after = [Int32](repeating: 0, count: rules)
      for (parent, label) in present.enumerated() {
        for behavior in 0..<lineClass.behaviorCount[day] where best[day][behavior].isFinite {
          guard
            let step = step(
              from: parts, at: parent * rules, day: day, behavior: behavior, into: &after)
          else { continue }
          let value = label.value + best[day][behavior] + step.cost
          if let known = index[step.key] {
            guard value < labels[known].value else { continue }
            labels[known].value = value
            labels[known].ruleCost = label.ruleCost + step.cost
            labels[known].parent = Int32(parent)
            labels[known].behavior = UInt16(behavior)
          } else {
            index[step.key] = labels.count
            labels.append(
              Label(
                key: step.key, value: value, ruleCost: label.ruleCost + step.cost,
                ahead: step.ahead, parent: Int32(parent), behavior: UInt16(behavior)))
            labelParts += after
          }
        }
      }
      let kept = labels.indices.sorted {
        let (a, b) = (labels[$0], labels[$1])
        return (a.value + a.ahead, a.key) < (b.value + b.ahead, b.key)
      }
      .prefix(width)
      present = kept.map { labels[$0] }
      parts = kept.flatMap { labelParts[$0 * rules..<($0 + 1) * rules] }
      layers.append(present)
    }
    return trace(layers)
  }

  private func step(
    from parts: [Int32], at base: Int, day: Int, behavior: Int, into after: inout [Int32]
  ) -> (key: UInt128, cost: Double, ahead: Double)? {
    var key: UInt128 = 0
    var cost = 0.0
    var ahead = 0.0
    for rule in lineClass.tables.indices {
      let table = lineClass.tables[rule]
      let position = Int(parts[base + rule]) * lineClass.behaviorCount[day] + behavior
      let target = table.next[day][position]
      guard target >= 0 else { return nil }
      after[rule] = target
      key = key &* UInt128(max(1, table.counts[day + 1])) &+ UInt128(target)
      cost += Double(table.cost[day][position])
      ahead += table.completion[day + 1][Int(target)]
    }
    return (key, cost, ahead)
  }

  private func trace(_ layers: [[Label]]) -> Found? {
    guard
      var at = layers.last?.indices.min(by: {
        let (a, b) = (layers[layers.count - 1][$0], layers[layers.count - 1][$1])
        return (a.value + a.ahead, a.key) < (b.value + b.ahead, b.key)
      }), let last = layers.last?[at]
    else { return nil }
    var choices = [Int32](repeating: RosterProblem.off, count: layers.count)
    for day in layers.indices.reversed() {
      let label = layers[day][at]
      if label.behavior > 0 { choices[day] = bestOption[day][Int(label.behavior)] }
      at = Int(label.parent)
    }
    return Found(
      choices: choices, ruleCost: last.ruleCost + last.ahead, value: last.value + last.ahead)
  }
}
