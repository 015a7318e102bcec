import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Minimizer")
struct MinimizerTests {
  enum Method: CaseIterable {
    case simplex, quasiNewton

    func minimum(
      from start: [Double], _ function: @escaping ([Double]) -> Double
    ) -> Minimizer.Minimum {
      switch self {
      case .simplex:
        Minimizer.nelderMead(
          from: start, steps: start.map { _ in 0.5 }, tolerance: 1e-12, maximumEvaluations: 5000,
          function)
      case .quasiNewton:
        Minimizer.quasiNewton(
          from: start, tolerance: 1e-12, maximumEvaluations: 5000, function)
      }
    }
  }

  @Test("Both find the bottom of a curved valley", arguments: Method.allCases)
  func valley(method: Method) {
    // Rosenbrock's function; its minimum is 0 at (1, 1).
    let found = method.minimum(from: [-1.2, 1]) { x in
      let bend = x[1] - x[0] * x[0]
      return 100 * bend * bend + (1 - x[0]) * (1 - x[0])
    }
    #expect(found.converged)
    #expect(found.value < 1e-8)
    #expect(zip(found.point, [1, 1]).allSatisfy { abs($0 - $1) < 1e-3 })
  }

  @Test("Both find a minimum in five variables of unlike curvature", arguments: Method.allCases)
  func fiveVariables(method: Method) {
    let found = method.minimum(from: [1, 1, 1, 1, 1]) { x in
      x.indices.reduce(3) { sum, i in
        let away = x[i] - Double(i) / 10
        return sum + Double(i + 1) * Double(i + 1) * away * away
      }
    }
    #expect(abs(found.value - 3) < 1e-8)
    #expect(found.point.indices.allSatisfy { abs(found.point[$0] - Double($0) / 10) < 1e-4 })
  }

  @Test("Both stay where the function is defined", arguments: Method.allCases)
  func bounded(method: Method) {
    // x − log x has its minimum 1 at 1 and is not defined below 0.
    let found = method.minimum(from: [0.05]) { x in
      x[0] > 0 ? x[0] - log(x[0]) : .nan
    }
    #expect(abs(found.point[0] - 1) < 1e-4)
    #expect(abs(found.value - 1) < 1e-9)
  }

  @Test("A kink holds the simplex no longer than a smooth bottom")
  func kink() {
    let found = Minimizer.nelderMead(
      from: [3, -2], steps: [0.5, 0.5], tolerance: 1e-10, maximumEvaluations: 4000
    ) { abs($0[0] - 1) + 2 * abs($0[1] - 0.5) }
    #expect(found.value < 1e-6)
  }

  @Test(
    "Without variables, without a value or without time the start is returned",
    arguments: Method.allCases)
  func nothingToDo(method: Method) {
    #expect(method.minimum(from: []) { _ in 7 }.value == 7)
    let lost = method.minimum(from: [1, 2]) { _ in .nan }
    #expect(lost.point.reduce(0, +).isFinite)
    #expect(!lost.value.isFinite && !lost.converged)
    let bounded = Minimizer.quasiNewton(from: [9], maximumEvaluations: 3) { $0[0] * $0[0] }
    #expect(bounded.value <= 81)
  }

  @Test("Quasi-Newton needs few evaluations on a smooth bowl")
  func evaluations() {
    let found = Minimizer.quasiNewton(from: [2, -3, 1]) { x in
      x[0] * x[0] + 2 * x[1] * x[1] + x[2] * x[2] + x[0] * x[1]
    }
    #expect(found.value < 1e-10)
    #expect(found.evaluations < 120)
  }

  @Test("Without refining the answer is rougher and cheaper")
  func unrefined() {
    func found(_ refines: Bool) -> Minimizer.Minimum {
      Minimizer.quasiNewton(from: [2, -1], refines: refines) { x in
        (x[0] - 1) * (x[0] - 1) + (x[1] + x[0]) * (x[1] + x[0])
      }
    }
    #expect(found(false).evaluations < found(true).evaluations)
    #expect(found(false).value < 1e-7)
  }
}
