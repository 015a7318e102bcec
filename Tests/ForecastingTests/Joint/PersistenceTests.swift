import Testing

@testable import Forecasting

@Suite("Persistence")
struct PersistenceTests {
  @Test("What lasts and what carries over are read off the correlations")
  func fit() {
    let truth = Persistence(lasting: 0.3, carry: 0.5)
    let found = Persistence(
      correlations: (1...20).map { truth.correlation(lag: $0) }, longFrom: 7)
    // From lag 7 on ½⁷ of the rest is still there: a little of it counts as lasting.
    #expect(abs(found.lasting - 0.3) < 0.005)
    #expect(abs(found.carry - 0.5) < 0.01)
  }

  @Test("Correlations that cannot be are brought into range")
  func range() {
    #expect(Persistence(correlations: [-0.5, -0.2], longFrom: 1) == .none)
    #expect(Persistence(lasting: .nan, carry: 7) == Persistence(lasting: 0, carry: 1))
    #expect(Persistence(correlations: [], longFrom: 7) == .none)
  }

  @Test("Errors of the level grow with the lead and never shrink")
  func growth() {
    // A level error of 1 % at the next day, 2 % in the week, 1.5 % after it.
    let errors: [[Double?]] = (0..<50).map { origin in
      (0..<28).map { lead in
        let size = lead == 0 ? 0.01 : lead < 7 ? 0.02 : 0.015
        return origin % 2 == 0 ? size : -size
      }
    }
    let level = LevelErrors(errors, weekdayCount: 7, noise: 0)
    #expect(level.extra(lead: 0) == 0)
    #expect(abs(level.extra(lead: 4) - 0.0003) < 1e-5)
    #expect(level.extra(lead: 100) >= level.extra(lead: 4))
    // Each forecast is wrong to one side for good; that early days err less than the average takes some of it off.
    #expect(level.persistence.lasting > 0.8)
  }
}
