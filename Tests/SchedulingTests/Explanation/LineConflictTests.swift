import ContactCenter
import TestSupport
import Testing

@testable import Scheduling

@Suite("LineConflict")
struct LineConflictTests {
  static let period = RosterPeriod(firstDate: Fixture.monday, days: 7)

  static func shift(_ day: Int, _ minute: Int = 480, minutes: Int = 480) -> WorkLine.Shift {
    let start = period.start(of: day).advanced(by: minute * 60)
    return WorkLine.Shift(
      day: day, start: start, end: start.advanced(by: minutes * 60), startMinute: minute,
      paidMinutes: minutes)
  }

  /// A week with one shift a day on offer.
  ///
  /// Parts: the rules, then a published shift or leave for each day that has one.
  func question(
    _ rules: [RuleTerms], pinned: Set<Int> = [], leave: Set<Int> = []
  ) throws -> LineQuestion {
    var parts = rules.map { LineQuestion.Part(kind: .rule, text: $0.rule) }
    var days: [LineQuestion.Day] = []
    for day in 0..<7 {
      var blockers: [[Int]] = [[], []]
      if pinned.contains(day) || leave.contains(day) {
        blockers[pinned.contains(day) ? 0 : 1].append(parts.count)
        let isPinned = pinned.contains(day)
        parts.append(
          LineQuestion.Part(
            kind: isPinned ? .published : .leave,
            text: "\(isPinned ? "published" : "leave") \(day)"))
      }
      days.append(LineQuestion.Day(shifts: [Self.shift(day)], blockers: blockers))
    }
    return try #require(
      LineQuestion(
        parts: parts,
        rules: try rules.enumerated().map { ($0.offset, try LineRuleCatalog.rule($0.element)) },
        historyPart: nil, history: [], days: days, period: Self.period))
  }

  func names(_ positions: [Int], of question: LineQuestion) -> [String] {
    positions.map { question.parts[$0].text }
  }

  @Test("Where a line exists there is no conflict")
  func none() throws {
    let question = try question([RuleTerms("consecutive-days", maximum: 3)], pinned: [0, 1, 3, 4])
    #expect(LineConflict.find(in: question) == nil)
  }

  @Test("Published shifts in a row clash with the most days in a row, and not the others")
  func pinned() throws {
    let question = try question(
      [RuleTerms("consecutive-days", minimum: 1), RuleTerms("consecutive-days", maximum: 3)],
      pinned: [0, 2, 3, 4, 5])
    let found = try #require(LineConflict.find(in: question))
    #expect(
      names(found.clash, of: question) == [
        "consecutive-days", "published 2", "published 3", "published 4", "published 5",
      ])
    // Any one of those that clash: three of them in a row are allowed.
    #expect(found.remedies == found.clash.map { [$0] })
  }

  @Test("Rules that clash among themselves are named without the leave beside them")
  func rulesAlone() throws {
    let rules = [
      RuleTerms("consecutive-days", minimum: 3), RuleTerms("consecutive-days", maximum: 2),
    ]
    // Nobody has to work, so these rules alone still allow a week off; a published shift does not.
    #expect(LineConflict.find(in: try question(rules, leave: [6])) == nil)
    let question = try question(rules, pinned: [3], leave: [6])
    let found = try #require(LineConflict.find(in: question))
    #expect(found.clash == [0, 1, 2])
    #expect(found.remedies == [[0], [1], [2]])
  }

  @Test("Two conflicts at once have one remedy for both, and it works")
  func both() throws {
    let question = try question(
      [RuleTerms("consecutive-days", minimum: 2), RuleTerms("consecutive-days", maximum: 6)],
      pinned: [1, 5], leave: [0, 2, 4, 6])
    let found = try #require(LineConflict.find(in: question))
    #expect(question.hasLine(without: []) == false)
    for remedy in found.remedies { #expect(question.hasLine(without: Set(remedy)) == true) }
    #expect(!found.remedies.isEmpty)
  }

  @Test(
    "On random questions a clash is a clash, nothing of it can be left out, and each remedy works")
  func random() throws {
    var numbers = SeededNumbers(state: 5)
    var found = 0
    for _ in 0..<200 {
      func days(_ share: Double) -> Set<Int> { Set((0..<7).filter { _ in numbers.next() < share }) }
      let most = Double(1 + Int(numbers.next() * 3))
      let pinned = days(0.35)
      let question = try question(
        [
          RuleTerms("consecutive-days", minimum: 1 + (numbers.next() * 2).rounded(.down)),
          RuleTerms("consecutive-days", maximum: most),
        ], pinned: pinned, leave: days(0.3).subtracting(pinned))
      guard let conflict = LineConflict.find(in: question) else {
        #expect(question.hasLine(without: []) == true)
        continue
      }
      found += 1
      let others = Set(question.parts.indices).subtracting(conflict.clash)
      #expect(question.hasLine(without: others) == false)
      for part in conflict.clash {
        #expect(question.hasLine(without: others.union([part])) == true)
      }
      #expect(!conflict.remedies.isEmpty)
      for remedy in conflict.remedies {
        #expect(question.hasLine(without: Set(remedy)) == true)
      }
    }
    #expect(found > 20)
  }
}
