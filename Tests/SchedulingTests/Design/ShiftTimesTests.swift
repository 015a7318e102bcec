import ContactCenter
import Scheduling
import Testing

@Suite(.enabled(if: Fixture.library != nil, "\(Fixture.skipReason)"))
struct ShiftTimesTests {
  static let four = DesignCase.contract("four", lengths: [240])

  func starts(_ change: (inout DesignCase) -> Void) throws -> [Double] {
    var test = DesignCase(Self.four, stretches: [(10, 11, 1)])
    test.rules.beforeOpeningMinutes = 240
    test.rules.afterClosingMinutes = 240
    change(&test)
    return try test.plan().startHours
  }

  @Test("Shifts start and end when the contract lets them")
  func clocks() throws {
    #expect(try starts { $0.contracts[0].earliestStart = 600 } == [10])
    #expect(try starts { $0.contracts[0].latestStart = 420 } == [7])
    #expect(try starts { $0.contracts[0].latestEnd = 660 } == [7])
    #expect(try starts { $0.contracts[0].earliestStart = 660 } == [])
  }

  @Test("Shifts are of the types the contract allows")
  func types() throws {
    let types = [
      ShiftType(name: "early", starts: 0...480), ShiftType(name: "late", starts: 540...1380),
    ]
    let early = try starts {
      $0.rules.types = types
      $0.contracts[0].shiftTypes = ["early"]
    }
    #expect(early.allSatisfy { $0 <= 8 } && early.count == 1)
    #expect(
      try starts {
        $0.rules.types = [types[0]]
        $0.contracts[0].shiftTypes = ["late"]
      } == [])
  }

  @Test("Shifts stay inside opening hours unless the rules widen them")
  func openingHours() throws {
    var test = DesignCase(Self.four, stretches: [(10, 15, 1)])
    #expect(try test.plan().startHours == [10, 11])
    // Past closing, the second shift need not stand beside the first.
    test.rules.afterClosingMinutes = 180
    test.options.prices.over = 0.1
    let starts = try test.plan().startHours
    #expect(starts.count == 2)
    #expect(starts.last ?? 0 > 11)
  }
}
