import Probability
import TestSupport
import Testing

/// What every distribution must obey, whatever its parameters.
@Suite struct DistributionLawTests {
  static let all: [any Distribution] = [
    Exponential(mean: 3), Normal(mean: -1, standardDeviation: 2),
    Lognormal(mean: 240, coefficientOfVariation: 0.8), Gamma(shape: 0.4, scale: 2),
    Gamma(mean: 1, coefficientOfVariation: 0.1), Poisson(mean: 2.5), Poisson(mean: 37),
    NegativeBinomial(mean: 12, size: 3), NegativeBinomial(mean: 12, variance: 12),
    StudentT(degreesOfFreedom: 7),
  ]

  @Test("The quantile is the smallest value whose distribution function reaches the probability")
  func quantileInvertsCumulative() {
    for distribution in Self.all {
      for probability in [0.001, 0.025, 0.1, 0.5, 0.9, 0.975, 0.999] {
        let x = distribution.quantile(probability)
        #expect(
          distribution.cumulative(x) >= probability * (1 - 1e-12), "\(distribution) \(probability)")
        let below = x - max(abs(x) * 1e-9, 1e-9)
        #expect(distribution.cumulative(below) < probability, "\(distribution) \(probability)")
      }
    }
  }

  @Test("Probabilities outside the unit interval give NaN, 0 and 1 the ends")
  func edges() {
    for distribution in Self.all {
      #expect(distribution.quantile(-0.1).isNaN)
      #expect(distribution.quantile(1.1).isNaN)
      #expect(distribution.quantile(.nan).isNaN)
      #expect(distribution.quantile(0) <= distribution.quantile(1e-9))
      #expect(distribution.quantile(1) == .infinity)
    }
  }

  @Test("Impossible parameters answer NaN and never trap")
  func impossible() {
    let broken: [any Distribution] = [
      Exponential(mean: -1), Exponential(mean: .nan), Normal(mean: 0, standardDeviation: -1),
      Lognormal(mean: -1, coefficientOfVariation: 1), Gamma(shape: 0, scale: 1),
      Poisson(mean: -1), Poisson(mean: .nan), Poisson(mean: .infinity),
      NegativeBinomial(mean: 1, size: 0), NegativeBinomial(mean: .nan, size: 1),
      StudentT(degreesOfFreedom: 0),
    ]
    var stream = Xoshiro256(key: 1)
    for distribution in broken {
      #expect(distribution.cumulative(1).isNaN, "\(distribution)")
      #expect(distribution.quantile(0.5).isNaN, "\(distribution)")
      #expect(distribution.sample(using: &stream).isNaN, "\(distribution)")
    }
  }

  @Test("A quantity without spread is a constant")
  func constants() {
    #expect(Lognormal(mean: 5, coefficientOfVariation: 0).quantile(0.1) == 5)
    #expect(Lognormal(mean: 0, coefficientOfVariation: 1).quantile(0.9) == 0)
    #expect(Exponential(mean: 0).quantile(0.9) == 0)
    #expect(Poisson(mean: 0).quantile(0.9) == 0)
    #expect(NegativeBinomial(mean: 0, size: 2).quantile(0.9) == 0)
    #expect(Normal(mean: 2, standardDeviation: 0).cumulative(2) == 1)
  }

  // 200,000 draws: the empirical distribution function stays within 2.1/√n of the true one with probability
  // 0.9997 (Kolmogorov), and a 1 % error of a scale would show as about 0.004.
  @Test(
    "Variates follow the distribution function", .enabled(if: TestBuild.isOptimized, "many draws"))
  func variates() {
    for distribution in Self.all {
      var stream = Xoshiro256(StreamKey(seed: 20, name: "\(distribution)", purpose: "law"))
      let count = 200_000
      let sorted = (0..<count).map { _ in draw(distribution, &stream) }.sorted()
      var distance = 0.0
      for (index, value) in sorted.enumerated()
      where index + 1 == count || sorted[index + 1] > value {
        distance = max(
          distance, abs(distribution.cumulative(value) - Double(index + 1) / Double(count)))
      }
      #expect(distance < 2.1 / Double(count).squareRoot(), "\(distribution)")
    }
  }

  private func draw(_ distribution: some Distribution, _ stream: inout Xoshiro256) -> Double {
    distribution.sample(using: &stream)
  }
}
