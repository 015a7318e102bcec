import MathematicalProgramming
import Testing

@Suite struct LinearProgramTests {
  @Test("terms of one column in a row are added and sorted")
  func mergesTerms() {
    var program = LinearProgram()
    let a = program.addColumn(cost: 1, in: 0...1)
    let b = program.addColumn(cost: 2, in: 0...1)
    program.addRow(equalTo: 3, [(b, 1), (a, 2), (b, 4)])
    #expect(program.termColumns == [0, 1])
    #expect(program.termFactors == [2, 5])
    #expect(program.rowStarts == [0, 2])
  }

  @Test("a row without terms is kept")
  func keepsEmptyRow() {
    var program = LinearProgram()
    _ = program.addColumn(cost: 1, in: 0...1)
    program.addRow(atLeast: 1, [])
    #expect(program.rowCount == 1)
    #expect(program.rowStarts == [0, 0])
  }

  @Test("the relaxed program differs in integrality only")
  func relaxes() {
    var program = LinearProgram()
    _ = program.addColumn(cost: 1, in: 0...5, isInteger: true, name: "x")
    #expect(program.hasIntegers)
    var relaxed = program.relaxed
    #expect(!relaxed.hasIntegers)
    relaxed.constantCost = 0
    #expect(relaxed.costs == program.costs)
    #expect(relaxed.columnNames == program.columnNames)
  }
}
