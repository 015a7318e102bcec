import ContactCenter
import Testing

@Suite struct ShrinkageLedgerTests {
  private func ledger(_ mode: ShrinkageLedger.Mode) -> ShrinkageLedger {
    ShrinkageLedger(
      mode: mode,
      categories: [
        .init(name: "vacation", share: Share(0.18)), .init(name: "training", share: Share(0.14)),
      ])
  }

  @Test("18 % and 14 % are 32 % or 29.5 %: 100 required are 147.06 or 141.80 scheduled")
  func modes() throws {
    #expect(abs(try #require(ledger(.additive).scheduled(forRequired: 100)) - 147.0588) < 1e-4)
    #expect(abs(try #require(ledger(.compounded).scheduled(forRequired: 100)) - 141.8037) < 1e-4)
  }

  @Test("What is scheduled for a requirement puts that requirement on contacts")
  func views() throws {
    for mode in ShrinkageLedger.Mode.allCases {
      let scheduled = try #require(ledger(mode).scheduled(forRequired: 37))
      #expect(abs(ledger(mode).onContacts(ofScheduled: scheduled) - 37) < 1e-12)
    }
  }

  @Test("Bases compound: paid, then scheduled, then logged in")
  func bases() throws {
    var mixed = ledger(.additive)
    mixed.categories[0].base = .paid
    mixed.categories.append(.init(name: "system", share: Share(0.05)))
    mixed.categories[2].base = .loggedIn
    #expect(abs(mixed.total.value - (1 - 0.86 * 0.95)) < 1e-12)
    #expect(abs(try #require(mixed.paidPerScheduled) - 1 / 0.82) < 1e-12)
  }

  @Test("A category of certain hours counts in these and, without a time, always")
  func hours() {
    var part = ledger(.additive)
    var week = Array(repeating: [OpeningHours.Stretch](), count: 7)
    week[0] = [OpeningHours.Stretch(start: 480, end: 720)]
    part.categories[1].hours = OpeningHours(week: week)
    let monday = CivilDate(year: 2026, month: 3, day: 9) ?? CivilDate(daysSinceEpoch: 0)
    func total(_ date: CivilDate, _ hour: Int) -> Double {
      part.total(at: LocalDateTime(date: date, secondOfDay: hour * 3600)).value
    }
    #expect(total(monday, 9) == 0.32)
    #expect(total(monday, 12) == 0.18)
    #expect(total(monday.advanced(by: 1), 9) == 0.18)
    #expect(part.total.value == 0.32)
  }

  @Test("Names bring what is usual; others are planned, part of the shift, of scheduled time")
  func names() {
    let sick = ShrinkageLedger.Category(name: "Sickness", share: Share(0.04))
    #expect(sick.name == "Sickness" && !sick.isPlanned && sick.place == .away && !sick.isBreak)
    let other = ShrinkageLedger.Category(name: "fire drill", share: Share(0.01))
    #expect(other.isPlanned && other.place == .office && other.base == .scheduled)
    #expect(ShrinkageLedger.Category(name: "lunch", share: Share(0.06)).isBreak)
  }

  @Test("Breaks leave the ledger where shifts hold them")
  func breaks() {
    var full = ledger(.additive)
    full.categories.append(.init(name: "breaks", share: Share(0.1)))
    #expect(abs(full.total.value - 0.42) < 1e-12)
    #expect(full.leavingOutBreaks() == ledger(.additive))
  }

  @Test("A ledger that loses everything leaves nobody")
  func nobody() {
    let all = ShrinkageLedger(categories: [.init(name: "x", share: Share(1))])
    #expect(all.scheduled(forRequired: 1) == nil)
    #expect(!all.leavesSomebody)
    #expect(ledger(.additive).leavesSomebody)
  }
}
