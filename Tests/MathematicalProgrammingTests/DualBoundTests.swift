import MathematicalProgramming
import Testing

@Suite struct DualBoundTests {
  /// min 2x + 3y, x + y >= 4, x + 3y >= 6: optimum 9 at (3, 1) with duals (3/2, 1/2).
  static func corner(upTo bound: Double) -> LinearProgram {
    var program = LinearProgram()
    let x = program.addColumn(cost: 2, in: 0...bound)
    let y = program.addColumn(cost: 3, in: 0...bound)
    program.addRow(atLeast: 4, [(x, 1), (y, 1)])
    program.addRow(atLeast: 6, [(x, 1), (y, 3)])
    return program
  }

  @Test("the duals of the optimum give the optimum", arguments: [100, Double.infinity])
  func optimal(bound: Double) {
    let derived = DualBound(rowDuals: [1.5, 0.5], of: Self.corner(upTo: bound))
    #expect(derived.value <= 9)
    #expect(derived.value > 9 - 1e-12)
    #expect(derived.reducedCosts.allSatisfy { abs($0) < 1e-13 })
  }

  @Test("any duals give a bound, also useless ones")
  func anyDuals() {
    let program = Self.corner(upTo: 100)
    for first in stride(from: -2.0, through: 4, by: 0.25) {
      for second in stride(from: -2.0, through: 4, by: 0.25) {
        #expect(DualBound(rowDuals: [first, second], of: program).value <= 9)
      }
    }
    #expect(DualBound(rowDuals: [.nan, .infinity], of: program).value <= 9)
    #expect(DualBound(rowDuals: [], of: program).value <= 0)
  }

  @Test("duals that are a little too large are shrunk where a column has no bound")
  func shrunk() {
    let derived = DualBound(rowDuals: [1.5 + 1e-9, 0.5], of: Self.corner(upTo: .infinity))
    #expect(derived.value <= 9)
    #expect(derived.value > 9 - 1e-7)
  }

  @Test("duals that are far too large where a column has no bound prove nothing")
  func hopeless() {
    let derived = DualBound(rowDuals: [5, 5], of: Self.corner(upTo: .infinity))
    #expect(derived.value == -.infinity)
  }

  @Test("a bound implied by a row stands in for a missing one")
  func implied() {
    // y has neither cost nor bound; the equation bounds it by x.
    var program = LinearProgram()
    let x = program.addColumn(cost: 1, in: 0...10)
    let y = program.addColumn(cost: 0, in: 0...Double.infinity)
    program.addRow(equalTo: 0, [(x, 1), (y, -1)])
    program.addRow(atLeast: 4, [(y, 1)])
    let derived = DualBound(rowDuals: [1 - 1e-9, 1], of: program)
    #expect(derived.value <= 4)
    #expect(derived.value > 4 - 1e-6)
  }

  @Test("a row's upper bound counts with a negative dual")
  func upperSide() {
    // min -x, x <= 3 by a row.
    var program = LinearProgram()
    let x = program.addColumn(cost: -1, in: 0...Double.infinity)
    program.addRow(atMost: 3, [(x, 1)])
    program.constantCost = 10
    let derived = DualBound(rowDuals: [-1], of: program)
    #expect(derived.value <= 7 && derived.value > 7 - 1e-12)
    #expect(DualBound(rowDuals: [1], of: program).rowDuals == [0])
  }

  @Test("a program without columns is bounded by its constant")
  func empty() {
    var program = LinearProgram()
    program.constantCost = 5
    let value = DualBound(rowDuals: [], of: program).value
    #expect(value <= 5 && value > 5 - 1e-12)
  }
}
