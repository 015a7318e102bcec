import LinearAlgebra
import Testing

@Suite("Least squares")
struct LeastSquaresTests {
  @Test("A straight line through exact points is found")
  func line() throws {
    let design = Matrix(rows: (0..<6).map { [1, Double($0)] })
    let fit = try LeastSquares(design: design, response: (0..<6).map { 3 - 0.5 * Double($0) })
    // Condition number about 8: a hundred units in the last place is generous.
    #expect(distance(fit.coefficients, [3, -0.5]) < 1e-13)
    #expect(fit.rank == 2)
    #expect(fit.residualSumOfSquares < 1e-25)
  }

  @Test("Residuals of a full-rank fit are orthogonal to every column")
  func orthogonality() throws {
    var samples = SampleMatrices(seed: 3)
    for columns in 1...5 {
      let design = samples.matrix(20, columns)
      let response = (0..<20).map { _ in samples.value() }
      let fit = try LeastSquares(design: design, response: response)
      let fitted = try design.times(fit.coefficients)
      let residuals = zip(response, fitted).map { $0 - $1 }
      let gradient = try design.times(Matrix(column: residuals), transposingSelf: true).elements
      #expect(distance(gradient, [Double](repeating: 0, count: columns)) < 1e-12)
    }
  }

  @Test("Collinear columns share the effect equally and lower the rank")
  func collinear() throws {
    // Two identical holiday columns: any split of 4 fits, least norm is 2 and 2.
    let design = Matrix(rows: [[1, 0, 0], [1, 1, 1], [1, 0, 0], [1, 1, 1]])
    let fit = try LeastSquares(design: design, response: [10, 14, 10, 14])
    #expect(fit.rank == 2)
    #expect(distance(fit.coefficients, [10, 2, 2]) < 1e-12)
  }

  @Test("More columns than rows gives the solution of least norm")
  func wide() throws {
    let fit = try LeastSquares(design: Matrix(rows: [[3, 4]]), response: [25])
    #expect(distance(fit.coefficients, [3, 4]) < 1e-12)
    #expect(fit.rank == 1)
  }

  @Test("An integer weight is the same as repeating the row")
  func weights() throws {
    var samples = SampleMatrices(seed: 4)
    let design = samples.matrix(8, 3)
    let response = (0..<8).map { _ in samples.value() }
    let weights = (0..<8).map { Double($0 % 3) }
    var rows: [[Double]] = []
    var repeated: [Double] = []
    for index in 0..<8 {
      for _ in 0..<Int(weights[index]) {
        rows.append(design.row(index))
        repeated.append(response[index])
      }
    }
    let weighted = try LeastSquares(design: design, response: response, weights: weights)
    let explicit = try LeastSquares(design: Matrix(rows: rows), response: repeated)
    #expect(distance(weighted.coefficients, explicit.coefficients) < 1e-12)
    #expect(abs(weighted.residualSumOfSquares - explicit.residualSumOfSquares) < 1e-12)
  }

  @Test("A ridge of r on a mean of n equal values shrinks it by n over n plus r")
  func ridge() throws {
    for n in 1...5 {
      let design = Matrix(column: [Double](repeating: 1, count: n))
      let fit = try LeastSquares(
        design: design, response: [Double](repeating: 6, count: n), ridge: [1])
      #expect(abs(fit.coefficients[0] - 6 * Double(n) / Double(n + 1)) < 1e-13)
    }
  }

  @Test("No rows give zeros")
  func empty() throws {
    let fit = try LeastSquares(design: Matrix(rowCount: 0, columnCount: 2), response: [])
    #expect(fit.coefficients == [0, 0])
    #expect(fit.rank == 0)
  }

  @Test("NaN, negative weights and wrong lengths are errors")
  func refusals() {
    let design = Matrix.identity(2)
    let notFinite = LinearAlgebraError.notFinite(operation: "least squares")
    #expect(throws: notFinite) { try LeastSquares(design: design, response: [1, .nan]) }
    #expect(throws: notFinite) {
      try LeastSquares(design: design, response: [1, 2], weights: [1, -1])
    }
    #expect(throws: LinearAlgebraError.shape(operation: "least squares", expected: 2, found: 1)) {
      try LeastSquares(design: design, response: [1])
    }
    #expect(throws: LinearAlgebraError.shape(operation: "least squares", expected: 2, found: 3)) {
      try LeastSquares(design: design, response: [1, 2], ridge: [1, 1, 1])
    }
  }
}
