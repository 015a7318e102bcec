import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
  @Test("Rows come in, columns are stored")
  func storage() {
    let matrix = Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.elements == [1, 4, 2, 5, 3, 6])
    #expect(matrix[1, 2] == 6)
    #expect(matrix.row(1) == [4, 5, 6])
    #expect(Array(matrix.column(1)) == [2, 5])
  }

  @Test("Transposing twice gives the matrix back")
  func transposedTwice() {
    var samples = SampleMatrices(seed: 1)
    for (rows, columns) in [(0, 0), (0, 3), (1, 1), (2, 5), (5, 2)] {
      let matrix = samples.matrix(rows, columns)
      #expect(matrix.transposed.transposed == matrix)
      #expect(matrix.transposed.rowCount == columns)
    }
    #expect(Matrix(rows: [[1, 2], [3, 4]]).transposed == Matrix(rows: [[1, 3], [2, 4]]))
  }

  @Test("An element can be replaced without disturbing the others")
  func replacement() {
    var matrix = Matrix.identity(2)
    matrix[0, 1] = 7
    #expect(matrix == Matrix(rows: [[1, 7], [0, 1]]))
  }
}
