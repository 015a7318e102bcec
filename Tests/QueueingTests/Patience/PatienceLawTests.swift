import Queueing
import Testing

@Suite("A patience law")
struct PatienceLawTests {
  @Test(
    "reads back what it writes, with spaces and letters as they come",
    arguments: [
      ("exponential(120)", PatienceLaw.exponential(mean: 120)),
      ("Deterministic( 60.5 )", .deterministic(60.5)),
      ("lognormal(120,0.5)", .lognormal(mean: 120, variation: 0.5)),
      ("weibull(1.5, 90)", .weibull(shape: 1.5, mean: 90)),
      ("hyperexponential(0.3, 5, 300)", .hyperexponential(share: 0.3, first: 5, second: 300)),
      ("uniform(240)", .uniform(longest: 240)),
    ])
  func text(text: String, law: PatienceLaw) {
    #expect(PatienceLaw(text: text) == law)
    #expect(PatienceLaw(text: law.text) == law)
  }

  @Test(
    "what is no law is none",
    arguments: [
      "", "60", "deterministic", "deterministic()", "deterministic(60", "deterministic(1, 2)",
      "deterministic(-1)", "deterministic(nan)", "lognormal(120)", "lognormal(120, 0)",
      "gamma(2, 60)",
      "uniform(1e300)", "weibull(0, 60)", "hyperexponential(1.2, 5, 300)", "uniform(2,)",
    ])
  func refused(text: String) {
    #expect(PatienceLaw(text: text) == nil)
  }

  @Test("means are those of the laws, and scale with time")
  func means() {
    let laws: [(PatienceLaw, Double)] = [
      (.exponential(mean: 120), 120), (.deterministic(60), 60), (.uniform(longest: 240), 120),
      (.lognormal(mean: 90, variation: 2), 90), (.weibull(shape: 0.6, mean: 80), 80),
      (.hyperexponential(share: 0.25, first: 20, second: 100), 80),
    ]
    for (law, mean) in laws {
      #expect(law.mean == mean)
      #expect(abs(law.scaled(by: 3).mean - 3 * mean) < 1e-12)
    }
  }
}
