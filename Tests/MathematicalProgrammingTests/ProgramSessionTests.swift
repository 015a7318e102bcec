import MathematicalProgramming
import Synchronization
import Testing

@Suite(.enabled(if: FoundLibrary.library != nil, "\(FoundLibrary.skipReason)"))
struct ProgramSessionTests {
  let library: HiGHSLibrary

  init() throws { library = try #require(FoundLibrary.library) }

  @Test("a linear program's duals are those computed by hand, and its bound is derived from them")
  func duals() throws {
    let session = try ProgramSession(DualBoundTests.corner(upTo: .infinity), library: library)
    let answer = try #require(try session.solve().solution)
    #expect(zip(answer.rowDuals, [1.5, 0.5]).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(answer.boundOrigin == .duals)
    #expect(answer.bound <= answer.objective && answer.bound > 9 - 1e-9)
    #expect(answer.reducedCosts.allSatisfy { abs($0) < 1e-9 })
  }

  /// Covering: `rows` needs, `columns` random subsets of them at random cost.
  static func covering(rows: Int, columns: Int, seed: UInt64) -> LinearProgram {
    var state = seed
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var program = LinearProgram()
    let made = (0..<columns).map { _ in program.addColumn(cost: Double(draw(20) + 5), in: 0...9) }
    for row in 0..<rows {
      let terms = made.indices.filter { $0 % rows == row || draw(4) == 0 }.map { (made[$0], 1.0) }
      program.addRow(atLeast: Double(draw(30) + 1), terms)
    }
    return program
  }

  @Test("solving again after changes equals solving afresh", arguments: 1...8)
  func warmEqualsCold(seed: Int) throws {
    let base = Self.covering(rows: 12, columns: 40, seed: UInt64(seed))
    let session = try ProgramSession(base, library: library)
    _ = try session.solve()
    let column = LinearProgram.NewColumn(cost: 3, in: 0...4, rows: [0, 5, 11], factors: [1, 2, 1])
    let added = try session.addColumns([column, column])
    try session.changeCosts([added[0]: 2.5])
    try session.changeRowBounds([3: 4...Double.infinity])
    try session.changeBounds([added[1]: 0...1])
    let row = try session.addRow(in: -Double.infinity...3, [(added[0], 1), (added[1], 1)])
    #expect(row == 12)
    let warm = try #require(try session.solve().solution)
    let cold = try #require(try library.solve(session.program).solution)
    #expect(abs(warm.objective - cold.objective) < 1e-6)
    #expect(warm.bound <= warm.objective && warm.bound > warm.objective - 1e-6)
    #expect(SolutionCheck(warm.values, of: session.program).isFeasible)
  }

  @Test("columns added to a program equal the same columns built into it")
  func addedColumns() throws {
    var whole = LinearProgram()
    let a = whole.addColumn(cost: 1, in: 0...1)
    let b = whole.addColumn(cost: 2, in: 0...2, isInteger: true, name: "b")
    whole.addRow(atLeast: 1, [(a, 1), (b, 3)])
    whole.addRow(atMost: 5, [(b, 1)])
    var grown = LinearProgram()
    let first = grown.addColumn(cost: 1, in: 0...1)
    grown.addRow(atLeast: 1, [(first, 1)])
    grown.addRow(atMost: 5, [])
    grown.addColumns([
      LinearProgram.NewColumn(
        cost: 2, in: 0...2, isInteger: true, name: "b", rows: [0, 1, 0], factors: [1, 1, 2])
    ])
    #expect(grown == whole)
  }

  @Test("the same columns serve as a linear program and then as an integer one")
  func integrality() throws {
    var program = LinearProgram()
    let x = program.addColumn(cost: 2, in: 0...9)
    program.addRow(atLeast: 5, [(x, 2)])
    let session = try ProgramSession(program, library: library)
    #expect(try session.solve().solution?.objective == 5)
    try session.changeIntegrality(of: [x], to: true)
    let whole = try #require(try session.solve().solution)
    #expect(whole.objective == 6 && whole.boundOrigin == .solver && whole.rowDuals.isEmpty)
    try session.addColumns([
      LinearProgram.NewColumn(cost: 3, in: 0...9, isInteger: true, rows: [0], factors: [4])
    ])
    #expect(try session.solve().solution?.values == [1, 1])
    try session.changeIntegrality(of: [x, session.program.column(at: 1)], to: false)
    #expect(try session.solve().solution?.objective == 3.75)
  }

  @Test("infeasible and unbounded come and go with changes")
  func outcomes() throws {
    var program = LinearProgram()
    let x = program.addColumn(cost: 1, in: 0...1)
    program.addRow(atLeast: 2, [(x, 1)])
    let session = try ProgramSession(program, library: library)
    #expect(try session.solve() == .infeasible)
    try session.changeBounds([x: 0...3])
    #expect(try session.solve().solution?.objective == 2)
    try session.changeCosts([x: -1])
    try session.changeBounds([x: 0...Double.infinity])
    #expect(try session.solve() == .unbounded)
  }

  @Test("a degenerate program has its optimum and a bound that meets it")
  func degenerate() throws {
    // Every vertex of this assignment polytope is degenerate.
    var program = LinearProgram()
    let count = 6
    let cells = (0..<count).map { i in
      (0..<count).map { j in
        program.addColumn(cost: Double((i * 7 + j * 5) % 11), in: 0...Double.infinity)
      }
    }
    for i in 0..<count {
      program.addRow(equalTo: 1, cells[i].map { ($0, 1) })
      program.addRow(equalTo: 1, cells.map { ($0[i], 1) })
    }
    let answer = try #require(try library.solve(program).solution)
    #expect(answer.values.allSatisfy { abs($0 - $0.rounded()) < 1e-9 })
    #expect(answer.relativeGap < 1e-9)
  }

  @Test("a column of no number is refused with its name")
  func notANumber() throws {
    let session = try ProgramSession(DualBoundTests.corner(upTo: 9), library: library)
    let bad = LinearProgram.NewColumn(cost: .nan, in: 0...1, name: "price", rows: [], factors: [])
    let error = try #require(throws: MathematicalProgrammingError.self) {
      try session.addColumns([bad])
    }
    #expect("\(error)".contains("price"))
    #expect(session.program.columnCount == 2)
  }
}
