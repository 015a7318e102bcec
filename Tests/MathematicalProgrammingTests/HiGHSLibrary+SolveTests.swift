import MathematicalProgramming
import Testing

@Suite(.enabled(if: FoundLibrary.library != nil, "\(FoundLibrary.skipReason)"))
struct HiGHSLibrarySolveTests {
  let library: HiGHSLibrary

  init() throws { library = try #require(FoundLibrary.library) }

  /// Items to pack: weights, values, capacity.
  struct Knapsack {
    var weights: [Double]
    var values: [Double]
    var capacity: Double

    var program: LinearProgram {
      var program = LinearProgram()
      let columns = values.enumerated().map {
        program.addColumn(cost: -$1, in: 0...1, isInteger: true, name: "item \($0)")
      }
      program.addRow(atMost: capacity, zip(columns, weights).map { ($0, $1) }, name: "weight")
      return program
    }

    /// Best value by trying all subsets.
    var best: Double {
      (0..<(1 << weights.count)).reduce(0.0) { best, subset in
        let chosen = weights.indices.filter { subset & (1 << $0) != 0 }
        let weight = chosen.reduce(0) { $0 + weights[$1] }
        return weight <= capacity ? max(best, chosen.reduce(0) { $0 + values[$1] }) : best
      }
    }
  }

  /// Knapsacks from a small generator, so that the cases are the same everywhere.
  static let knapsacks: [Knapsack] = (1...12).map { seed in
    var state = UInt64(seed)
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % 97 + 3)
    }
    let weights = (0..<10).map { _ in draw() }
    let values = (0..<10).map { _ in draw() }
    return Knapsack(weights: weights, values: values, capacity: weights.reduce(0, +) / 3)
  }

  @Test("a linear program has the optimum computed by hand")
  func linear() throws {
    // min 2x + 3y, x + y >= 4, x + 3y >= 6: the corner (3, 1).
    var program = LinearProgram()
    let x = program.addColumn(cost: 2, in: 0...Double.infinity)
    let y = program.addColumn(cost: 3, in: 0...Double.infinity)
    program.addRow(atLeast: 4, [(x, 1), (y, 1)])
    program.addRow(atLeast: 6, [(x, 1), (y, 3)])
    program.constantCost = 10
    let answer = try #require(try library.solve(program).solution)
    #expect(abs(answer[x] - 3) < 1e-9 && abs(answer[y] - 1) < 1e-9)
    #expect(abs(answer.objective - 19) < 1e-9)
    #expect(answer.quality == .proven)
  }

  @Test("integer optima equal those found by trying all subsets", arguments: knapsacks.indices)
  func knapsack(index: Int) throws {
    let knapsack = Self.knapsacks[index]
    let answer = try #require(
      try library.solve(knapsack.program, options: ProgramOptions(relativeGap: 0)).solution)
    #expect(answer.objective == -knapsack.best)
    #expect(answer.bound <= answer.objective + 1e-6)
    #expect(answer.values.allSatisfy { $0 == 0 || $0 == 1 })
  }

  @Test("an infeasible program is an outcome")
  func infeasible() throws {
    var program = LinearProgram()
    let x = program.addColumn(cost: 1, in: 0...1, isInteger: true)
    program.addRow(atLeast: 2, [(x, 1)])
    #expect(try library.solve(program) == .infeasible)
  }

  @Test("a cost that falls without end is an outcome")
  func unbounded() throws {
    var program = LinearProgram()
    let x = program.addColumn(cost: -1, in: 0...Double.infinity)
    program.addRow(atLeast: 0, [(x, 1)])
    #expect(try library.solve(program) == .unbounded)
  }

  @Test("a program without columns is decided by its rows")
  func empty() throws {
    var program = LinearProgram()
    program.constantCost = 5
    #expect(try library.solve(program).solution?.objective == 5)
    program.addRow(atLeast: 1, [])
    #expect(try library.solve(program) == .infeasible)
  }

  @Test("a cost that is no number is refused with its column")
  func notANumber() throws {
    var program = LinearProgram()
    _ = program.addColumn(cost: .nan, in: 0...1, name: "price")
    let error = try #require(throws: MathematicalProgrammingError.self) {
      try library.solve(program)
    }
    #expect("\(error)".contains("price"))
  }

  @Test("a start is kept when it is optimal and harmless when it is not feasible")
  func start() throws {
    let knapsack = Self.knapsacks[0]
    let options = ProgramOptions(relativeGap: 0)
    let cold = try #require(try library.solve(knapsack.program, options: options).solution)
    let warm = try library.solve(knapsack.program, options: options, start: cold.values).solution
    #expect(warm?.objective == cold.objective)
    let everything = [Double](repeating: 1, count: 10)
    let bad = try library.solve(knapsack.program, options: options, start: everything).solution
    #expect(bad?.objective == cold.objective)
  }
}
