/// The product of all rules' automata: one state stands for everything that matters about the days so far.
///
/// Only states that can be reached and from which an allowed end can be reached are kept.
struct LineAutomaton: Sendable {
  /// One day's steps: the state after it by state × behaviors + behavior, -1 where no rule-keeping line goes on so.
  struct Day: Sendable {
    let behaviors: Int
    let next: [Int32]
    let cost: [Float]
  }

  let days: [Day]
  /// What the end of the period costs in each state after the last day.
  let finish: [Double]
  /// States at the start of each day, and after the last.
  let counts: [Int]
  /// The first state of each start; -1 where no line keeps the hard rules.
  let starts: [Int32]

  /// Builds the product; nil where it would hold more than `sizeLimit` steps.
  init?(_ tables: [RuleTable], behaviors: [Int], starts: [[Int32]], sizeLimit: Int) {
    var builder = Builder(tables: tables)
    let first = starts.map { builder.state(of: $0, day: 0) }
    var layers: [(next: [Int32], cost: [Float])] = []
    var size = 0
    var counts = [builder.count]
    for day in behaviors.indices {
      size += builder.count * behaviors[day]
      guard size <= sizeLimit else { return nil }
      layers.append(builder.advance(day: day, behaviors: behaviors[day]))
      counts.append(builder.count)
    }
    let finish = builder.finish(day: behaviors.count)
    // Backward: keep what leads to an allowed end.
    var keptOf = finish.map { _ in Int32(0) }
    for state in finish.indices { keptOf[state] = Int32(state) }
    var days: [Day] = []
    for day in behaviors.indices.reversed() {
      let width = behaviors[day]
      var next: [Int32] = []
      var cost: [Float] = []
      var kept = [Int32](repeating: -1, count: counts[day])
      var keptCount: Int32 = 0
      for state in 0..<counts[day] {
        let steps = (state * width..<(state + 1) * width).map { position in
          layers[day].next[position] < 0 ? -1 : keptOf[Int(layers[day].next[position])]
        }
        guard steps.contains(where: { $0 >= 0 }) else { continue }
        kept[state] = keptCount
        keptCount += 1
        next += steps
        cost += layers[day].cost[state * width..<(state + 1) * width]
      }
      days.append(Day(behaviors: width, next: next, cost: cost))
      counts[day] = Int(keptCount)
      keptOf = kept
      layers[day] = ([], [])
    }
    self.days = days.reversed()
    self.finish = finish
    self.counts = counts
    self.starts = first.map { keptOf[Int($0)] }
  }

  /// Number of stored steps.
  var size: Int { days.reduce(0) { $0 + $1.next.count } }

  /// Builds layer by layer.
  private struct Builder {
    let tables: [RuleTable]
    /// States of the present layer: one entry per rule each.
    private var parts: [Int32] = []
    private var index: [UInt128: Int32] = [:]
    private(set) var count = 0

    init(tables: [RuleTable]) { self.tables = tables }

    mutating func state(of states: [Int32], day: Int) -> Int32 {
      var key: UInt128 = 0
      for (table, state) in zip(tables, states) {
        key = key &* UInt128(max(1, table.counts[day])) &+ UInt128(state)
      }
      if let known = index[key] { return known }
      let new = Int32(count)
      index[key] = new
      parts += states
      count += 1
      return new
    }

    /// Steps of a day; afterwards the present layer is the next day's.
    mutating func advance(day: Int, behaviors: Int) -> (next: [Int32], cost: [Float]) {
      let (from, fromCount) = (parts, count)
      parts = []
      index = [:]
      count = 0
      var next = [Int32](repeating: -1, count: fromCount * behaviors)
      var cost = [Float](repeating: 0, count: fromCount * behaviors)
      var after = [Int32](repeating: 0, count: tables.count)
      for state in 0..<fromCount {
        for behavior in 0..<behaviors {
          var sum: Float = 0
          var allowed = true
          for rule in tables.indices {
            let position = Int(from[state * tables.count + rule]) * behaviors + behavior
            let target = tables[rule].next[day][position]
            if target < 0 {
              allowed = false
              break
            }
            after[rule] = target
            sum += tables[rule].cost[day][position]
          }
          guard allowed else { continue }
          next[state * behaviors + behavior] = self.state(of: after, day: day + 1)
          cost[state * behaviors + behavior] = sum
        }
      }
      return (next, cost)
    }

    /// What the end costs in each state of the last layer.
    func finish(day: Int) -> [Double] {
      (0..<count).map { state in
        tables.indices.reduce(0) { sum, rule in
          sum + tables[rule].completion[day][Int(parts[state * tables.count + rule])]
        }
      }
    }
  }
}
