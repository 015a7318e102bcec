import MathematicalProgramming
import Testing

@Suite struct SolutionCheckTests {
  /// x in 0...4 whole, y in 0...10, x + 2y >= 5, cost 3x + y + 7.
  static var program: LinearProgram {
    var program = LinearProgram()
    let x = program.addColumn(cost: 3, in: 0...4, isInteger: true, name: "x")
    let y = program.addColumn(cost: 1, in: 0...10, name: "y")
    program.addRow(atLeast: 5, [(x, 1), (y, 2)], name: "cover")
    program.constantCost = 7
    return program
  }

  @Test("a feasible answer passes with its cost recomputed")
  func passes() {
    let check = SolutionCheck([1, 2], of: Self.program)
    #expect(check.isFeasible)
    #expect(check.objective == 12)
  }

  @Test(
    "each kind of violation is found and named",
    arguments: [
      ([5.0, 2.0], SolutionCheck.Violation.Kind.columnBound, "x"),
      ([1.5, 2.0], .integrality, "x"),
      ([1.0, 1.0], .rowBound, "cover"),
      ([1.0, .nan], .notFinite, "y"),
    ])
  func finds(values: [Double], kind: SolutionCheck.Violation.Kind, name: String) throws {
    let first = try #require(SolutionCheck(values, of: Self.program).violations.first)
    #expect(first.kind == kind)
    #expect(first.name == name)
  }

  @Test("a wrong number of values is a violation")
  func wrongCount() {
    #expect(!SolutionCheck([1], of: Self.program).isFeasible)
  }

  @Test("the solver's own tolerance passes and ten times ours does not")
  func tolerance() {
    #expect(SolutionCheck([1, 2 - 4e-6], of: Self.program).isFeasible)
    #expect(!SolutionCheck([1, 2 - 1e-4], of: Self.program).isFeasible)
  }
}
