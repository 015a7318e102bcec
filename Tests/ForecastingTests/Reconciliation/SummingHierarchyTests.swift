import LinearAlgebra
import Testing

@testable import Forecasting

@Suite("Summing hierarchy")
struct SummingHierarchyTests {
  @Test("Sums come first, then what they sum; the matrix says the same")
  func totals() throws {
    let hierarchy = SummingHierarchy(bottomCount: 3, sums: [[0, 1, 2], [0, 2]])
    #expect(hierarchy.nodeCount == 5)
    #expect(hierarchy.total(of: [1, 2, 4]) == [7, 5, 1, 2, 4])
    #expect(try hierarchy.matrix.times([1, 2, 4]) == [7, 5, 1, 2, 4])
  }
}
