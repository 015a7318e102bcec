import LinearAlgebra
import Testing

@Suite("Symmetric eigenvalues")
struct SymmetricEigenTests {
  @Test("A known two-by-two matrix")
  func known() throws {
    let eigen = try SymmetricEigen(Matrix(rows: [[2, 1], [1, 2]]))
    #expect(distance(eigen.values, [1, 3]) < 1e-14)
    let half = 0.5.squareRoot()
    #expect(distance(Array(eigen.vectors.column(1)), [half, half]) < 1e-14)
  }

  @Test("Vectors are orthonormal and rebuild the matrix")
  func reconstruction() throws {
    var samples = SampleMatrices(seed: 6)
    for size in 1...7 {
      let root = samples.matrix(size, size)
      let matrix = try root.times(root, transposingSelf: true)
      let eigen = try SymmetricEigen(matrix)
      let gram = try eigen.vectors.times(eigen.vectors, transposingSelf: true)
      #expect(distance(gram.elements, Matrix.identity(size).elements) < 1e-13)
      let scaled = try eigen.vectors.times(.diagonal(eigen.values))
      let rebuilt = try scaled.times(eigen.vectors.transposed)
      #expect(distance(rebuilt.elements, matrix.elements) < 1e-12)
      #expect(eigen.values == eigen.values.sorted())
    }
  }

  @Test("The empty matrix has no eigenvalues")
  func empty() throws {
    #expect(try SymmetricEigen(Matrix(rowCount: 0, columnCount: 0)).values.isEmpty)
  }
}
