import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Fourier terms")
struct FourierTermsTests {
  @Test("Columns are sines and cosines of the step, counted from 1")
  func columns() {
    let terms = FourierTerms(harmonics: [(period: 24, count: 2)])
    let columns = terms.columns(from: 1, count: 50)
    #expect(columns.count == 4)
    for t in 0..<50 {
      let angle = 2 * Double.pi * Double(t + 1) / 24
      #expect(abs(columns[0][t] - sin(angle)) < 1e-13)
      #expect(abs(columns[1][t] - cos(angle)) < 1e-13)
      #expect(abs(columns[2][t] - sin(2 * angle)) < 1e-13)
      #expect(abs(columns[3][t] - cos(2 * angle)) < 1e-13)
    }
  }

  @Test("A frequency of two seasons is taken once, half a cycle per step as a cosine alone")
  func shared() {
    // The second harmonic of 12 is the first of 6; the third of 6 is half a cycle per step.
    let terms = FourierTerms(harmonics: [(period: 6, count: 3), (period: 12, count: 2)])
    #expect(terms.frequencies.count == 4)
    #expect(terms.columns(from: 1, count: 12).count == 7)
  }

  @Test("What follows joins on without a seam, far out to the last digit")
  func seam() {
    let terms = FourierTerms(harmonics: [(period: 168, count: 3)])
    let whole = terms.columns(from: 1, count: 400)
    let later = terms.columns(from: 301, count: 100)
    #expect(zip(whole, later).allSatisfy { Array($0[300...]) == $1 })
    #expect(
      terms.columns(from: 1 + 168 * 1_000_000, count: 10) == terms.columns(from: 1, count: 10))
  }

  @Test("Seasons too short have no terms")
  func short() {
    #expect(
      FourierTerms(harmonics: [(period: 1, count: 3), (period: 0, count: 1)]).frequencies == [])
    #expect(FourierTerms(harmonics: [(period: 24, count: -2)]).columns(from: 1, count: 5) == [])
    #expect(FourierTerms(harmonics: [(period: 4, count: 9)]).columns(from: 1, count: -1).count == 3)
  }
}
