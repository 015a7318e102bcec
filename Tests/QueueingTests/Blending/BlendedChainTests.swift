import ContactCenter
import Queueing
import Testing

@Suite("Blending with two handle times against a chain written out in full")
struct BlendedChainTests {
  /// Three agents, one or two of them in reserve, every state and rate by the rule as it is told.
  private struct Spelled {
    struct State: Hashable {
      var live: Int
      var deferred: Int
      var waiting: Int
    }

    let arrivals = 50.0 / 3600
    let live = 1 / 180.0
    let deferred: Double
    let patience = 1 / 90.0
    let agents = 3
    let reserve: Int
    var states: [State] = []
    var share: [Double] = []

    init(reserve: Int, deferredHandle: Double) {
      self.reserve = reserve
      deferred = 1 / deferredHandle
      for waiting in 0...40 {
        for i in 0...agents {
          for j in 0...(agents - i) {
            let idle = agents - i - j
            if waiting > 0 ? idle == 0 : idle <= reserve {
              states.append(State(live: i, deferred: j, waiting: waiting))
            }
          }
        }
      }
      share = stationary()
    }

    /// The state after idle agents beyond the reserve have taken deferred jobs, and waiting contacts agents.
    private func settled(_ state: State) -> State {
      var s = state
      while s.waiting > 0, s.live + s.deferred < agents {
        s.waiting -= 1
        s.live += 1
      }
      while agents - s.live - s.deferred > reserve { s.deferred += 1 }
      return s
    }

    func moves(_ s: State) -> [(State, Double)] {
      var moves: [(State, Double)] = []
      var next = s
      next.waiting += 1
      moves.append((settled(next), arrivals))
      if s.live > 0 {
        next = s
        next.live -= 1
        moves.append((settled(next), Double(s.live) * live))
      }
      if s.deferred > 0 {
        next = s
        next.deferred -= 1
        moves.append((settled(next), Double(s.deferred) * deferred))
      }
      if s.waiting > 0 {
        next = s
        next.waiting -= 1
        moves.append((next, Double(s.waiting) * patience))
      }
      return moves
    }

    /// π Q = 0 with the last equation replaced by Σ π = 1, by elimination with pivots.
    private func stationary() -> [Double] {
      let count = states.count
      let index = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
      var matrix = Array(repeating: Array(repeating: 0.0, count: count + 1), count: count)
      for (from, state) in states.enumerated() {
        for (next, rate) in moves(state) {
          guard let to = index[next] else { continue }
          matrix[to][from] += rate
          matrix[from][from] -= rate
        }
      }
      matrix[count - 1] = Array(repeating: 1, count: count + 1)
      for column in 0..<count {
        let pivot = (column..<count).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) }
        matrix.swapAt(column, pivot ?? column)
        for row in (column + 1)..<max(column + 1, count) where matrix[row][column] != 0 {
          let factor = matrix[row][column] / matrix[column][column]
          for k in column...count { matrix[row][k] -= factor * matrix[column][k] }
        }
      }
      var result = Array(repeating: 0.0, count: count)
      for row in stride(from: count - 1, through: 0, by: -1) {
        var rest = matrix[row][count]
        for k in (row + 1)..<max(row + 1, count) { rest -= matrix[row][k] * result[k] }
        result[row] = rest / matrix[row][row]
      }
      return result
    }

    /// Shares of arrivals answered and abandoned within a time, by small steps of a tagged contact's chain.
    func fate(within time: Double) -> (answered: Double, abandoned: Double) {
      // Waiting ahead by deferred jobs held; every agent is busy while a tagged contact waits.
      var x = Array(repeating: Array(repeating: 0.0, count: agents + 1), count: 41)
      var answered = 0.0
      var abandoned = 0.0
      for (state, share) in zip(states, share) {
        if state.live + state.deferred < agents {
          answered += share
        } else {
          x[state.waiting][state.deferred] += share
        }
      }
      let steps = 4000
      let dt = time / Double(steps)
      /// The flow at a distribution, and what leaves it as answered and abandoned.
      func flow(_ x: [[Double]]) -> (change: [[Double]], answered: Double, abandoned: Double) {
        var change = Array(repeating: Array(repeating: 0.0, count: agents + 1), count: 41)
        var (answered, abandoned) = (0.0, 0.0)
        for k in 0...40 {
          for j in 0...agents where x[k][j] > 0 {
            let one = x[k][j] * (Double(agents - j) * live + Double(k) * patience)
            let two = x[k][j] * Double(j) * deferred
            let gone = x[k][j] * patience
            change[k][j] -= one + two + gone
            abandoned += gone
            if k == 0 {
              answered += one + two
            } else {
              change[k - 1][j] += one
              if j > 0 { change[k - 1][j - 1] += two }
            }
          }
        }
        return (change, answered, abandoned)
      }
      func moved(_ x: [[Double]], _ by: [[Double]], _ step: Double) -> [[Double]] {
        zip(x, by).map { zip($0, $1).map { $0 + step * $1 } }
      }
      for _ in 0..<steps {
        // The classical method of Runge and Kutta.
        let a = flow(x)
        let b = flow(moved(x, a.change, dt / 2))
        let c = flow(moved(x, b.change, dt / 2))
        let d = flow(moved(x, c.change, dt))
        answered += dt / 6 * (a.answered + 2 * b.answered + 2 * c.answered + d.answered)
        abandoned += dt / 6 * (a.abandoned + 2 * b.abandoned + 2 * c.abandoned + d.abandoned)
        for (part, weight) in [(a, 1.0), (b, 2), (c, 2), (d, 1)] {
          x = moved(x, part.change, dt / 6 * weight)
        }
      }
      return (answered, abandoned)
    }
  }

  @Test(
    "throughput, queue, abandonment and service level of three agents",
    arguments: [(1, 60.0), (2, 60), (1, 600), (0, 90), (2, 1000)])
  func threeAgents(reserve: Int, deferredHandle: Double) throws {
    let spelled = Spelled(reserve: reserve, deferredHandle: deferredHandle)
    let traffic = try Traffic(
      contacts: 50, inSeconds: 3600, meanHandleSeconds: 180, meanPatienceSeconds: 90)
    let blend = try Blending.measures(
      of: traffic, agents: 3, reserve: reserve, deferredHandleSeconds: deferredHandle,
      threshold: 25)
    func mean(_ value: (Spelled.State) -> Double) -> Double {
      zip(spelled.states, spelled.share).reduce(0) { $0 + value($1.0) * $1.1 }
    }
    let live = blend.live
    #expect(abs(mean { Double($0.deferred) } - blend.deferredAgents) < 1e-10)
    #expect(abs(blend.deferredPerSecond * deferredHandle - blend.deferredAgents) < 1e-12)
    #expect(abs(mean { Double($0.waiting) } - live.queueLength) < 1e-10)
    #expect(abs(mean { $0.live + $0.deferred == 3 ? 1 : 0 } - live.waitProbability) < 1e-10)
    #expect(abs(mean { Double($0.live) } / 3 - blend.liveOccupancy) < 1e-10)
    #expect(abs(mean { Double($0.live + $0.deferred) } / 3 - live.occupancy) < 1e-10)
    let lost = mean { Double($0.waiting) } / 90 / traffic.arrivalsPerSecond
    #expect(abs(lost - live.abandonment) < 1e-10)
    let fate = spelled.fate(within: 25)
    #expect(abs(fate.answered - live.answeredWithin) < 1e-9)
    #expect(abs(fate.abandoned - live.abandonedWithin) < 1e-9)
    let left = 1 - live.abandonedWithin
    #expect(abs(left - live.notAbandonedWithin) < 1e-10)
  }
}
