import ContactCenter
import Testing

@testable import Forecasting

@Suite struct DisturbancesTests {
  private static let slots = 24

  private func days(_ count: Int) -> [ModelDay] {
    (0..<count).map {
      ModelDay(
        date: SampleHistory.monday.advanced(by: $0),
        open: (0..<Self.slots).map { (8..<18).contains($0) })
    }
  }

  /// Ten weeks of an office with about 40 contacts an hour.
  private func counts(_ change: (Int, Int, Double) -> Double = { $2 }) -> [Double] {
    (0..<70).flatMap { d in
      (0..<Self.slots).map { s in
        let usual = (8..<18).contains(s) ? (30 + 20 * SampleHistory.noise(d, s)).rounded() : 0
        return change(d, s, usual)
      }
    }
  }

  private func found(_ counts: [Double], skips: [Int] = []) -> [Disturbances.Found] {
    Disturbances(
      counts, days: days(70), slots: Self.slots, skips: (0..<70).map(skips.contains)
    ).found
  }

  @Test("An ordinary history has none")
  func none() { #expect(found(counts()).isEmpty) }

  @Test("A spike is one interval far above its neighbors in the day and in the weeks around")
  func spike() {
    let one = found(counts { d, s, usual in d == 30 && s == 11 ? 1e9 : usual })
    #expect(one.map(\.kind) == [.spike])
    #expect(one.map(\.cells) == [30 * 24 + 11..<30 * 24 + 12])
    #expect(one.allSatisfy { $0.came == 1e9 && (30...50).contains($0.usual) })
  }

  @Test("What comes every week at the same time is no spike, and neither is a rush of hours")
  func rush() {
    #expect(found(counts { d, s, usual in s == 8 ? 20 * usual : usual }).isEmpty)
    #expect(found(counts { d, s, usual in d == 30 && s > 10 ? 5 * usual : usual }).isEmpty)
  }

  @Test("Silence in the middle of a busy day is an outage")
  func outage() {
    let one = found(counts { d, s, usual in d == 31 && (11..<14).contains(s) ? 0 : usual })
    #expect(one.map(\.kind) == [.outage])
    #expect(one.map(\.cells) == [31 * 24 + 11..<31 * 24 + 14])
  }

  @Test("A quiet hour of every week, and zeros of a queue of rare contacts, are none")
  func quiet() {
    #expect(found(counts { _, s, usual in s == 12 ? 0 : usual }).isEmpty)
    #expect(
      found(counts { d, s, usual in usual > 0 && SampleHistory.noise(d, s) < 0.1 ? 1 : 0 }).isEmpty)
  }

  @Test("A day with nearly nothing among busy ones is an empty day, unless the calendar knows it")
  func emptyDay() {
    let holiday = counts { d, _, usual in d == 29 ? (usual / 20).rounded() : usual }
    #expect(found(holiday).map(\.kind) == [.emptyDay])
    #expect(found(holiday, skips: [29]).isEmpty)
  }

  @Test("A week or more of silence is a level, not a row of outages")
  func shutdown() {
    #expect(
      found(counts { d, _, usual in (28..<40).contains(d) ? 0 : usual }).filter {
        $0.kind == .emptyDay
      }.isEmpty)
  }
}
