import LinearAlgebra
import TestSupport
import Testing

@testable import Forecasting

@Suite("Reconciliation")
struct ReconciliationTests {
  private let pair = SummingHierarchy(bottomCount: 2, sums: [[0, 1]])

  @Test("Equal variances split a gap of 3 into three equal parts")
  func ordinary() throws {
    // Base 13 against 4 + 6: each bottom takes a third of the gap, the sum gives one.
    let bottom = try Reconciliation.bottom([13, 4, 6], pair, errors: .identity(3))
    #expect(abs(bottom[0] - 5) < 1e-12)
    #expect(abs(bottom[1] - 7) < 1e-12)
  }

  @Test("Who is less sure gives way more: W = diag(1, 2, 3)")
  func weighted() throws {
    // The gap of 3 is shared by variance: 1/6, 2/6 and 3/6 of it.
    let bottom = try Reconciliation.bottom([13, 4, 6], pair, errors: .diagonal([1, 2, 3]))
    #expect(abs(bottom[0] - 5) < 1e-12)
    #expect(abs(bottom[1] - 7.5) < 1e-12)
    #expect(abs(pair.total(of: bottom)[0] - 12.5) < 1e-12)
  }

  @Test("A correlated pair, by hand")
  func correlated() throws {
    // W = [[2,0,0],[0,2,1],[0,1,2]], U = (1,−1,−1): WU = (2,−3,−3), U'WU = 8, gap 3: ŷ − WU·3/8.
    let errors = Matrix(rows: [[2, 0, 0], [0, 2, 1], [0, 1, 2]])
    let bottom = try Reconciliation.bottom([13, 4, 6], pair, errors: errors)
    #expect(abs(bottom[0] - (4 + 9.0 / 8)) < 1e-12)
    #expect(abs(bottom[1] - (6 + 9.0 / 8)) < 1e-12)
  }

  @Test("G·S is the identity, so forecasts that agree stay", arguments: 1...20)
  func projection(seed: Int) throws {
    var random = SeededNumbers(state: UInt64(seed))
    let count = 2 + seed % 5
    let sums = [Array(0..<count)] + (count > 3 ? [[0, 1], Array(2..<count)] : [])
    let hierarchy = SummingHierarchy(bottomCount: count, sums: sums)
    let errors = Reconciliation.shrunkCovariance(
      (0..<40).map { _ in (0..<hierarchy.nodeCount).map { _ in random.next() - 0.5 } })
    let g = try Reconciliation.minimumTrace(hierarchy, errors: errors)
    let product = try g.times(hierarchy.matrix)
    for i in 0..<count {
      for j in 0..<count { #expect(abs(product[i, j] - (i == j ? 1 : 0)) < 1e-10) }
    }
    let bottom = (0..<count).map { _ in 100 * random.next() }
    let again = try Reconciliation.bottom(hierarchy.total(of: bottom), hierarchy, errors: errors)
    #expect(zip(bottom, again).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("Nothing falls below 0")
  func nonNegative() throws {
    let bottom = try Reconciliation.bottom([1, 10, 0.5], pair, errors: .identity(3))
    #expect(bottom.allSatisfy { $0 >= 0 })
    #expect(bottom[1] == 0)
  }

  @Test("Top down splits by the forecasts below, level by level")
  func topDown() {
    // Center 120 over channels 60 and 40 (sums 50 and 50 below): 72 and 48, then 20:30 and 10:40.
    let hierarchy = SummingHierarchy(bottomCount: 4, sums: [[0, 1, 2, 3], [0, 1], [2, 3]])
    let bottom = Reconciliation.topDown([120, 60, 40, 20, 30, 10, 40], hierarchy)
    #expect(zip(bottom, [28.8, 43.2, 9.6, 38.4]).allSatisfy { abs($0 - $1) < 1e-12 })
    // A queue outside the channels hangs on the center.
    let loose = SummingHierarchy(bottomCount: 3, sums: [[0, 1, 2], [0, 1]])
    let split = Reconciliation.topDown([100, 30, 10, 10, 20], loose)
    #expect(zip(split, [30, 30, 40]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(Reconciliation.topDown([5, 0, 0], pair) == [0, 0])
  }

  @Test(
    "A shrunk covariance keeps variances, is positive definite, and leaves strong correlation mostly alone"
  )
  func covariance() throws {
    var random = SeededNumbers(state: 3)
    let rows = (0..<200).map { _ -> [Double] in
      let common = random.next() - 0.5
      return [common, common + 0.1 * (random.next() - 0.5), 0]
    }
    let found = Reconciliation.shrunkCovariance(rows)
    #expect(found[0, 1] / (found[0, 0] * found[1, 1]).squareRoot() > 0.9)
    #expect(found[2, 2] > 0)
    _ = try Cholesky(found)
    // One error for all: the sum is exactly what it sums.
    _ = try Cholesky(
      Reconciliation.shrunkCovariance((1...30).map { n in [2.0, 1, 1].map { $0 * Double(n) } }))
    _ = try Cholesky(Reconciliation.shrunkCovariance([[0, 0]]))
  }

  @Test("A covariance that is none is refused")
  func refused() {
    #expect(throws: LinearAlgebraError.self) {
      try Reconciliation.minimumTrace(pair, errors: .diagonal([1, -1, 1]))
    }
    #expect(throws: LinearAlgebraError.self) {
      try Reconciliation.minimumTrace(pair, errors: .identity(2))
    }
  }
}
