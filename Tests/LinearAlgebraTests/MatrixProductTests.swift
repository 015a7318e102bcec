import LinearAlgebra
import Testing

@Suite("Matrix product")
struct MatrixProductTests {
  @Test("Every small shape agrees with the sum that defines the product")
  func definition() throws {
    var samples = SampleMatrices(seed: 2)
    for m in 1...4 {
      for n in 1...4 {
        for k in 1...5 {
          let a = samples.matrix(m, k)
          let b = samples.matrix(k, n)
          let product = try a.times(b)
          let transposed = try a.transposed.times(b, transposingSelf: true)
          for row in 0..<m {
            for column in 0..<n {
              let expected = (0..<k).reduce(0) { $0 + a[row, $1] * b[$1, column] }
              // At most five products of numbers below one: a few units in the last place of 5.
              #expect(abs(product[row, column] - expected) < 1e-15 * 5)
              #expect(abs(transposed[row, column] - expected) < 1e-15 * 5)
            }
          }
        }
      }
    }
  }

  @Test("An empty inner dimension gives zeros")
  func emptyInner() throws {
    let product = try Matrix(rowCount: 2, columnCount: 0).times(Matrix(rowCount: 0, columnCount: 3))
    #expect(product == Matrix(rowCount: 2, columnCount: 3))
  }

  @Test("Shapes that do not fit are an error")
  func shapes() {
    #expect(throws: LinearAlgebraError.shape(operation: "product", expected: 2, found: 3)) {
      try Matrix.identity(2).times(Matrix.identity(3))
    }
  }

  @Test("A matrix times a vector")
  func vector() throws {
    #expect(try Matrix(rows: [[1, 2], [3, 4]]).times([1, 10]) == [21, 43])
  }
}
