import LinearAlgebra
import Testing

@Suite("Singular values")
struct SingularValuesTests {
  @Test("The factors are orthonormal and rebuild the matrix, tall or wide")
  func reconstruction() throws {
    var samples = SampleMatrices(seed: 7)
    for (rows, columns) in [(1, 1), (1, 4), (4, 1), (3, 5), (5, 3), (12, 12)] {
      let matrix = samples.matrix(rows, columns)
      let svd = try SingularValues(matrix)
      let size = min(rows, columns)
      for side in [svd.left, svd.right] {
        let gram = try side.times(side, transposingSelf: true)
        #expect(distance(gram.elements, Matrix.identity(size).elements) < 1e-13)
      }
      let rebuilt = try svd.left.times(.diagonal(svd.values)).times(svd.right.transposed)
      #expect(distance(rebuilt.elements, matrix.elements) < 1e-13)
      #expect(svd.values == svd.values.sorted(by: >))
    }
  }

  @Test("A matrix of rank one has one singular value")
  func rankOne() throws {
    let svd = try SingularValues(Matrix(rows: [[3, 4], [6, 8]]))
    #expect(abs(svd.values[0] - 125.0.squareRoot()) < 1e-13)
    #expect(svd.values[1] < 1e-14)
    // Right vector (3, 4)/5, its largest component positive whatever the kernel.
    #expect(distance(Array(svd.right.column(0)), [0.6, 0.8]) < 1e-14)
  }

  @Test("Infinity is an error, an empty matrix is not")
  func edges() throws {
    #expect(throws: LinearAlgebraError.notFinite(operation: "singular values")) {
      try SingularValues(Matrix(rows: [[.infinity]]))
    }
    #expect(try SingularValues(Matrix(rowCount: 0, columnCount: 3)).values.isEmpty)
  }
}
