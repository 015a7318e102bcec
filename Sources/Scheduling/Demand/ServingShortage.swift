/// Who is short when agents of several kinds can each serve some of the queues.
///
/// A maximum flow from kinds of agents through the queues they serve to the needs: what does not arrive is short.
/// Queues are served in order of position, so that the same staff leaves the same queue short every time.
///
/// *Source*: J. Edmonds, R. M. Karp, "Theoretical improvements in algorithmic efficiency for network flow problems",
/// Journal of the ACM 19 (1972) 248–264, doi:10.1145/321694.321699.
enum ServingShortage {
  /// Agents short on each queue.
  ///
  /// - Parameters:
  ///   - staff: number of agents of each kind and the positions of the queues they serve.
  ///   - needs: agents needed on each queue.
  ///
  /// *Complexity*: O(kinds × queues) where each kind serves one queue; O(kinds² × queues²) at most.
  static func perQueue(staff: [(agents: Double, queues: [Int])], needs: [Double]) -> [Double] {
    balance(staff: staff, needs: needs).short
  }

  /// Agents short on each queue, and agents of each kind whom no queue needs.
  static func balance(
    staff: [(agents: Double, queues: [Int])], needs: [Double]
  ) -> (short: [Double], idle: [Double]) {
    var short = needs
    var flow = staff.map { _ in [Double](repeating: 0, count: needs.count) }
    var free = staff.map(\.agents)
    // Kinds with one queue have no choice: they go first and leave fewer paths to search.
    for (kind, entry) in staff.enumerated() where entry.queues.count == 1 {
      let queue = entry.queues[0]
      let given = min(free[kind], short[queue])
      flow[kind][queue] = given
      short[queue] -= given
      free[kind] -= given
    }
    for queue in needs.indices {
      while short[queue] > tolerance,
        let path = path(to: queue, staff: staff, free: free, flow: flow)
      {
        push(along: path, to: queue, free: &free, flow: &flow, short: &short[queue])
      }
    }
    func visible(_ values: [Double]) -> [Double] { values.map { $0 > tolerance ? $0 : 0 } }
    return (visible(short), visible(free))
  }

  private static let tolerance = 1e-9

  /// A step of a path: `kind` moves from queue `from` (nil where it is free) to the queue before it.
  private struct Step {
    var kind: Int
    var from: Int?
  }

  /// The shortest chain of moves that ends at `queue`, last move first.
  private static func path(
    to queue: Int, staff: [(agents: Double, queues: [Int])], free: [Double], flow: [[Double]]
  ) -> [Step]? {
    var cameTo: [Int: (kind: Int, next: Int)] = [:]
    var seen: Set<Int> = [queue]
    var frontier = [queue]
    while !frontier.isEmpty {
      var next: [Int] = []
      for target in frontier {
        for (kind, entry) in staff.enumerated() where entry.queues.contains(target) {
          if free[kind] > tolerance {
            var steps = [Step(kind: kind, from: nil)]
            var at = target
            while let move = cameTo[at] {
              steps.append(Step(kind: move.kind, from: at))
              at = move.next
            }
            return steps.reversed()
          }
          for source in entry.queues where flow[kind][source] > tolerance {
            guard seen.insert(source).inserted else { continue }
            cameTo[source] = (kind, target)
            next.append(source)
          }
        }
      }
      frontier = next
    }
    return nil
  }

  private static func push(
    along path: [Step], to queue: Int, free: inout [Double], flow: inout [[Double]],
    short: inout Double
  ) {
    var amount = short
    for step in path {
      amount = min(amount, step.from.map { flow[step.kind][$0] } ?? free[step.kind])
    }
    var target = queue
    for step in path {
      flow[step.kind][target] += amount
      if let from = step.from {
        flow[step.kind][from] -= amount
        target = from
      } else {
        free[step.kind] -= amount
      }
    }
    short -= amount
  }
}
