import ContactCenter
import TestSupport
import Testing

@testable import Staffing

/// Fits beside SciPy's of the same data; see `Data/PROVENANCE.md`.
///
/// Tolerances: 1e-5 relative for estimates and ends of intervals, which a likelihood flat to 1e-10 of its value leaves
/// open; 1e-6 for likelihoods.
@Suite(
  "Fits beside SciPy's",
  .enabled(if: TestBuild.isOptimized, "thousands of likelihoods need an optimized build"))
struct EstimationReferenceTests {
  @Test("Patience")
  func patience() throws {
    let times = try staffingTable("estimation_times.csv")
    var checked = 0
    for row in try staffingTable("estimation_fits.csv") {
      let set = try #require(row["set"])
      guard !set.hasPrefix("handle") else { continue }
      let own = times.filter { $0["set"] == set }
      func seconds(_ event: String) -> [Double] {
        own.filter { $0["event"] == event }.compactMap { $0["seconds"].flatMap(Double.init) }
      }
      let family = try #require(row["family"])
      let fit = try #require(
        PatienceFit.all(CensoredTimes(events: seconds("1"), censored: seconds("0")))
          .first { $0.name == family })
      try near(fit.mean.value, row["mean"], 1e-5)
      try near(fit.mean.lower, row["lower"], 1e-4)
      try near(fit.mean.upper, row["upper"], 1e-4)
      try near(fit.logLikelihood, row["log_likelihood"], 1e-6)
      switch fit.shape {
      case .weibull(let shape): try near(shape, row["first"], 1e-5)
      case .hyperexponential(let share, let factor):
        try near(share, row["first"], 1e-5)
        try near(factor, row["second"], 1e-5)
      default: break
      }
      checked += 1
    }
    #expect(checked == 7)
  }

  @Test("Handle times")
  func handleTimes() throws {
    let times = try staffingTable("estimation_times.csv")
    for set in ["handle-lognormal", "handle-gamma"] {
      let seconds = times.filter { $0["set"] == set }.compactMap {
        $0["seconds"].flatMap(Double.init)
      }
      let fit = try #require(HandleTimeFit(seconds))
      #expect(fit.families.count == 3)
      #expect("handle-" + fit.families[0].name == set)
      for row in try staffingTable("estimation_fits.csv") where row["set"] == set {
        let family = try #require(fit.families.first { $0.name == row["family"] })
        let count = family.name == "exponential" ? 1.0 : 2
        try near(count - family.criterion / 2, row["log_likelihood"], 1e-9)
        switch family.shape {
        case .lognormal(let variation), .gamma(let variation):
          try near(variation, row["first"], 1e-8)
        default: break
        }
      }
    }
  }

  private func near(_ value: Double, _ text: String?, _ tolerance: Double) throws {
    let expected = try #require(text.flatMap(Double.init))
    #expect(abs(value / expected - 1) < tolerance, "\(value) \(expected)")
  }
}
