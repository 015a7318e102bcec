import LinearAlgebra
import Testing

@Suite("Cholesky")
struct CholeskyTests {
  @Test("The triangle times its transpose is the matrix")
  func reconstruction() throws {
    var samples = SampleMatrices(seed: 5)
    for size in 1...6 {
      let root = samples.matrix(size + 3, size)
      let matrix = try root.times(root, transposingSelf: true)
      let factor = try Cholesky(matrix)
      let product = try factor.lower.times(factor.lower.transposed)
      #expect(distance(product.elements, matrix.elements) < 1e-13)
    }
  }

  @Test("A system is solved")
  func solution() throws {
    let factor = try Cholesky(Matrix(rows: [[4, 2], [2, 3]]))
    #expect(distance(try factor.solve([8, 8]), [1, 2]) < 1e-14)
  }

  @Test("A matrix that is not positive definite names the minor")
  func indefinite() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(minor: 2)) {
      try Cholesky(Matrix(rows: [[1, 2], [2, 1]]))
    }
  }

  @Test("Rectangles and NaN are errors")
  func refusals() {
    #expect(throws: LinearAlgebraError.shape(operation: "Cholesky", expected: 2, found: 3)) {
      try Cholesky(Matrix(rowCount: 2, columnCount: 3))
    }
    #expect(throws: LinearAlgebraError.notFinite(operation: "Cholesky")) {
      try Cholesky(Matrix(rows: [[.nan]]))
    }
  }
}
