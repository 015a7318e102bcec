import ContactCenter
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct SlotEffectsTests {
  private static let slots = 24
  private let open = (0..<slots).map { (8..<18).contains($0) }

  /// Weeks of 100 an hour, changed on some days by a factor on some hours, learned as occasions.
  private func effects(
    weeks: Int = 12,
    _ windows: [(day: Int, name: String, isHoliday: Bool, hours: Range<Int>, factor: Double)]
  ) -> SlotEffects {
    var counts = (0..<weeks * 7).flatMap { d in
      (0..<Self.slots).map { s in open[s] ? 95 + 10 * SampleHistory.noise(d, s) : 0 }
    }
    var occasions = [[SlotOccasion]](repeating: [], count: weeks * 7)
    for window in windows {
      for hour in window.hours { counts[window.day * Self.slots + hour] *= window.factor }
      occasions[window.day].append(
        SlotOccasion(
          occasion: Occasion(name: window.name, isHoliday: window.isHoliday),
          slots: (0..<Self.slots).map(window.hours.contains)))
    }
    let days = (0..<weeks * 7).map {
      ModelDay(date: SampleHistory.monday.advanced(by: $0), open: open)
    }
    return SlotEffects(counts, days: days, slots: Self.slots, occasions: occasions)
  }

  @Test("An event seen n times moves n/(n+1) of its logarithm, and less is unknown of it")
  func shrunk() {
    var last = Double.infinity
    for times in [1, 3] {
      let windows = (0..<times).map { (10 + 21 * $0, "Mailing", false, 9..<12, 2.0) }
      let effect = effects(windows.map { ($0.0, $0.1, $0.2, $0.3, $0.4) }).effect(
        of: Occasion(name: "Mailing", isHoliday: false))
      let share = Double(times) / (Double(times) + 1)
      // The window holds 300 contacts, so the doubt is 1.07 windows; noise of ±5 % an hour.
      #expect(abs(effect.log - share * log(2)) < 0.05, "\(times)")
      #expect(effect.variance < last)
      last = effect.variance
    }
  }

  @Test("Holidays lean on each other, and one never seen takes the group's effect")
  func group() {
    let all = effects([
      (10, "A", true, 8..<12, 0.5), (24, "B", true, 8..<12, 0.5), (38, "C", true, 8..<12, 0.5),
      (52, "D", true, 8..<12, 0.5),
    ])
    let unseen = all.effect(of: Occasion(name: "E", isHoliday: true))
    #expect(abs(unseen.log - 0.8 * log(0.5)) < 0.06)
    #expect(unseen.variance > 0)
    // Each name alone would move half-way.
    #expect(all.effect(of: Occasion(name: "A", isHoliday: true)).log < 0.8 * log(0.5))
    #expect(all.effect(of: Occasion(name: "F", isHoliday: false)).log == 0)
  }

  @Test("Two occasions on one day are told apart where each is also seen alone")
  func together() {
    var windows: [(day: Int, name: String, isHoliday: Bool, hours: Range<Int>, factor: Double)] = []
    for day in [8, 22, 36, 50] { windows.append((day, "Bill run", false, 8..<18, 1.5)) }
    for day in [10, 24, 38, 52] { windows.append((day, "Sale", false, 8..<18, 2)) }
    windows.append((64, "Bill run", false, 8..<18, 1.5))
    windows.append((64, "Sale", false, 8..<18, 2))
    let all = effects(windows)
    #expect(
      abs(all.effect(of: Occasion(name: "Bill run", isHoliday: false)).log - 5 / 6 * log(1.5))
        < 0.06)
    #expect(
      abs(all.effect(of: Occasion(name: "Sale", isHoliday: false)).log - 5 / 6 * log(2)) < 0.06)
  }

  @Test("Without occasions nothing is learned")
  func none() {
    #expect(effects([]).byName.isEmpty)
  }
}
