import LinearAlgebra
import Probability
import Testing

@testable import Forecasting

@Suite("Spiked factors")
struct SpikedFactorsTests {
  /// Rows of unit noise with a factor of a given variance along an even direction.
  private func matrix(rows: Int, columns: Int, variance: Double, seed: UInt64) -> Matrix {
    var stream = Xoshiro256(StreamKey(seed: seed, purpose: "spike"))
    let weight = (variance / Double(columns)).squareRoot()
    return Matrix(
      rows: (0..<rows).map { _ in
        let score = stream.normal()
        return (0..<columns).map { _ in weight * score + stream.normal() }
      })
  }

  @Test("Noise alone has hardly a factor", arguments: 1...8)
  func noiseAlone(seed: Int) throws {
    let found = try SpikedFactors(
      matrix(rows: 120, columns: 24, variance: 0, seed: UInt64(seed)), leastNoise: 0)
    // The largest eigenvalue of noise passes its limit now and then, by little.
    #expect(found.variances.reduce(0, +) < 0.25, "\(found.variances)")
    #expect(abs(found.noise - 1) < 0.15)
  }

  @Test("A factor is found with its variance, its direction and the noise beside it")
  func oneFactor() throws {
    let found = try SpikedFactors(
      matrix(rows: 300, columns: 24, variance: 12, seed: 5), leastNoise: 0)
    let variance = try #require(found.variances.first)
    // The sample variance of 300 scores has a relative error of √(2/300) = 8 %.
    #expect(abs(variance - 12) < 0.25 * 12, "\(variance)")
    let cosine = found.directions[0].reduce(0, +) / 24.squareRoot()
    #expect(abs(cosine) > 0.98)
    #expect(abs(found.noise - 1) < 0.15)
    #expect(found.variances.dropFirst().reduce(0, +) < 0.25)
  }

  @Test("More columns than rows do not disturb")
  func wide() throws {
    let none = try SpikedFactors(
      matrix(rows: 30, columns: 96, variance: 0, seed: 2), leastNoise: 0)
    #expect(none.variances.reduce(0, +) < 1)
    let one = try SpikedFactors(
      matrix(rows: 30, columns: 96, variance: 60, seed: 2), leastNoise: 0)
    #expect((one.variances.first ?? 0) > 25)
  }

  @Test("The median of the law of noise: near 1 for few columns, and the known 0.6528 for a square")
  func median() {
    #expect(abs(SpikedFactors.medianOfNoise(0.01) - 1) < 0.01)
    // Gavish and Donoho give the median of the singular values' law at β = 1: ω = 4/√3 / 2.858 = 0.808 = √0.6528.
    #expect(abs(SpikedFactors.medianOfNoise(1) - 0.6528) < 0.002)
  }

  @Test("Nothing, and too little, have no factor")
  func nothing() throws {
    #expect(try SpikedFactors(Matrix(rows: []), leastNoise: 1).variances.isEmpty)
    #expect(try SpikedFactors(Matrix(rows: [[1], [2]]), leastNoise: 1).variances.isEmpty)
    #expect(try SpikedFactors(Matrix(rowCount: 9, columnCount: 9), leastNoise: 1).variances.isEmpty)
  }
}
