import LinearAlgebra
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Count regression")
struct CountFitTests {
  private static let index = (0..<120).map(Double.init)
  private static let wave = index.map { cos(2 * .pi * $0 / 30) }
  private static let step = (0..<120).map { $0 % 7 == 3 ? 1.0 : 0 }
  private static let chance = (0..<120).map { Double(($0 * 7919) % 101) }

  private static func design() -> Matrix {
    Matrix(
      rowCount: 120, columnCount: 3,
      columnMajor: [Double](repeating: 1, count: 120) + wave + step)
  }

  @Test(
    "R's glm gives the same coefficients",
    arguments: [("poisson", 0.0), ("negative-binomial-0.05", 0.05), ("negative-binomial-0.5", 0.5)])
  func reference(model: String, variance: Double) throws {
    let offsets = Self.index.map { 0.01 * $0 }
    let counts = (0..<120).map { i in
      let mean = exp(2 + 0.5 * Self.wave[i] - 0.3 * Self.step[i] + offsets[i])
      return (mean * (0.6 + 0.8 * Self.chance[i] / 100)).rounded(.down)
    }
    let fit = try CountFit(
      design: Self.design(), counts: counts, offsets: offsets, precision: [0, 0, 0],
      factorVariance: variance)
    try expect(fit, model)
  }

  @Test("So it does for means below one")
  func small() throws {
    let counts = (0..<120).map { i in
      (exp(-1 + 0.5 * Self.wave[i]) * 2 * Self.chance[i] / 60).rounded(.down)
    }
    let fit = try CountFit(
      design: Self.design(), counts: counts, offsets: [Double](repeating: 0, count: 120),
      precision: [0, 0, 0])
    try expect(fit, "poisson-small")
  }

  private func expect(_ fit: CountFit, _ model: String) throws {
    let rows = try SmoothingTables.rows("count-regression").filter { $0["model"] == model }
    try #require(rows.count == 3)
    for (row, coefficient) in zip(rows, fit.coefficients) {
      let expected = try #require(Double(row["value"] ?? ""))
      // Both stop where a step no longer matters; the posterior is flat to half their digits there.
      #expect(abs(coefficient - expected) < 1e-8)
    }
  }

  @Test("A prior of great precision is what comes out")
  func prior() throws {
    let fit = try CountFit(
      design: Self.design(), counts: Self.chance, offsets: [Double](repeating: 3, count: 120),
      precision: [1e12, 1e12, 1e12], center: [0.1, -0.2, 0.3])
    for (value, center) in zip(fit.coefficients, [0.1, -0.2, 0.3]) {
      #expect(abs(value - center) < 1e-6)
    }
  }

  @Test("Counts that are all zero, or a column that is all zero, stay finite under a prior")
  func zeros() throws {
    var columns = [Double](repeating: 1, count: 20)
    columns += [Double](repeating: 0, count: 20)
    let fit = try CountFit(
      design: Matrix(rowCount: 20, columnCount: 2, columnMajor: columns),
      counts: [Double](repeating: 0, count: 20), offsets: [Double](repeating: 0, count: 20),
      precision: [0.1, 0.1])
    #expect(fit.coefficients[0].isFinite)
    #expect(fit.coefficients[0] < -1)
    #expect(fit.coefficients[1] == 0)
  }
}
