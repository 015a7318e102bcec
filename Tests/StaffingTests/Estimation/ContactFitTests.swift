import ContactCenter
import Testing

@testable import Staffing

@Suite struct ContactFitTests {
  private static let grid = TimeGrid(zone: .utc, length: .thirtyMinutes)

  private static func contact(
    _ outcome: ContactRecord.Outcome, wait: Double? = nil, selfService: Double? = nil,
    wrap: Double? = nil, to: String? = nil
  ) -> ContactRecord {
    var record = ContactRecord(
      timestamp: Instant(secondsSinceEpoch: 1_000_000), queue: "q", channel: "voice",
      outcome: outcome)
    record.waitSeconds = wait
    record.selfServiceSeconds = selfService
    record.wrapSeconds = wrap
    record.handleSeconds = wrap.map { $0 * 5 }
    record.transferredTo = to
    return record
  }

  private static func fit(_ contacts: [ContactRecord]) throws -> QueueFit {
    try #require(ContactFit.run(contacts, grid: grid).first)
  }

  @Test("Who was answered at once says nothing of patience; who left at once balked")
  func zeroWaits() throws {
    let fit = try Self.fit(
      Array(repeating: Self.contact(.answered, wait: 0), count: 50)
        + Array(repeating: Self.contact(.answered, wait: 30), count: 6)
        + Array(repeating: Self.contact(.abandoned, wait: 20), count: 3)
        + [Self.contact(.abandoned, wait: 0)])
    #expect(fit.patience?.mean.value == 80)
    #expect(fit.balking?.value == 0.1)
    #expect(
      fit.findings.contains { $0.message == "3 abandons: patience lies between 27s and 6m28s" })
  }

  @Test("Who left in the self-service did not balk")
  func selfService() throws {
    let fit = try Self.fit(
      [
        Self.contact(.abandoned, wait: 0, selfService: 25),
        Self.contact(.answered, wait: 3, selfService: 40),
        Self.contact(.answered, wait: 3, selfService: 0),
      ] + Array(repeating: Self.contact(.selfServed, selfService: 60), count: 2))
    #expect(fit.balking == nil)
    #expect(fit.findings.contains { $0.code == "fit.left-in-self-service" })
    #expect(fit.containment?.value == 0.5)
    #expect(fit.leakage?.value == 0.2)
    #expect(fit.selfServiceSeconds?.value == 46.25)
  }

  @Test("Without abandons patience has a lower bound only, and a wait that is not told is told")
  func unknown() throws {
    let none = try Self.fit(Array(repeating: Self.contact(.answered, wait: 60), count: 40))
    #expect(none.patience == nil)
    let finding = try #require(none.findings.first { $0.code == "fit.no-abandons" })
    #expect(finding.message.contains("40 waits: patience is at least 10m51s"))
    let blind = try Self.fit([Self.contact(.abandoned)])
    #expect(blind.findings.contains { $0.code == "fit.wait-unknown" })
  }

  @Test("Wrap-up and transfers are shares of what was answered")
  func work() throws {
    let fit = try Self.fit(
      (1...8).map { Self.contact(.answered, wrap: Double($0)) }
        + [
          Self.contact(.answered, wrap: 9, to: "b"), Self.contact(.transferred, wrap: 10, to: "a"),
        ])
    #expect(abs((fit.wrapUp?.value ?? 0) - 0.2) < 1e-12)
    #expect(fit.transfers.map(\.queue) == ["a", "b"])
    #expect(fit.transfers.map(\.share.value) == [0.1, 0.1])
  }

  @Test("Nothing told of customers is nothing of redials")
  func anonymous() throws {
    let fit = try Self.fit([Self.contact(.abandoned, wait: 5)])
    #expect(fit.redialAfterAbandonment == nil)
    #expect(fit.rows.contains { $0.quantity == "patience_seconds" })
    #expect(!fit.rows.contains { $0.quantity.hasPrefix("redial") })
  }

  @Test("Interval records give patience and handle time by totals")
  func history() throws {
    let starts = (0..<4).map { Instant(secondsSinceEpoch: $0 * 1800) }
    let history = DemandHistory(
      queues: [
        QueueHistory(
          queue: "q", channel: "voice", starts: starts, offered: [10, 20, 30, 40],
          measures: [
            .abandoned: [1, 2, nil, 4], .answeredWaitSeconds: [100, 200, 300, 400],
            .abandonedWaitSeconds: [20, 40, 60, 80], .answered: [9, 18, 30, 36],
            .handleSeconds: [900, 3600, 3000, 7200],
          ])
      ], length: .thirtyMinutes)
    let fit = try #require(HistoryFit.run(history, zone: .utc).first)
    #expect(fit.patience?.mean.value == 840.0 / 7)
    #expect(abs((fit.handleTime?.value ?? 0) - 14_700.0 / 93) < 1e-9)
    #expect(fit.patience?.mean.count == 7)
    var blind = history
    blind.queues[0].measures[.abandonedWaitSeconds] = nil
    let other = try #require(HistoryFit.run(blind, zone: .utc).first)
    #expect(other.patience == nil)
    #expect(other.findings.contains { $0.message.contains("lacks abandoned_wait_seconds") })
  }

  @Test("Handle times that are all the same have a mean, and no spread")
  func constantHandleTime() throws {
    let fit = try Self.fit((1...8).map { _ in Self.contact(.answered, wrap: 30) })
    #expect(fit.handleTimeFit == nil)
    #expect(fit.handleTime?.value == 150)
    #expect(fit.handleTime?.count == 8)
    #expect(!fit.isFromTotals)
  }

  @Test("Few abandons in very long waits name no length that nobody could check")
  func thin() throws {
    let long = try Self.fit(
      Array(repeating: Self.contact(.answered, wait: 1e10), count: 40)
        + [Self.contact(.abandoned, wait: 20)])
    let finding = try #require(long.findings.first { $0.code == "fit.thin" })
    #expect(finding.message == "1 abandon: patience is too long to be told")
  }

  @Test("Where so few come back that all may be chance, none is said to be taken out")
  func fewReturns() throws {
    func note(_ events: Int) throws -> String {
      var fit = QueueFit(queue: "q", channel: "voice", contacts: 100)
      fit.recontact = ReturnFit(
        CensoredTimes(
          events: (0..<events).map { 100 + 40 * Double($0) },
          censored: Array(repeating: 86_400, count: 50)), windowSeconds: 86_400)
      return try #require(fit.rows.first { $0.quantity == "recontact" }).note
    }
    #expect(try note(4) == "4 seen again within 24h, too few to take chance out")
    #expect(try note(9) == "9 seen again within 24h, chance taken out")
  }

  @Test("Every finding of a fit says what to do")
  func advice() throws {
    let fits = try [
      Self.fit(Array(repeating: Self.contact(.answered, wait: 60, wrap: 0), count: 40)),
      Self.fit([Self.contact(.abandoned, wait: 0, selfService: 25)]),
    ]
    let findings = fits.flatMap(\.findings)
    #expect(
      Set(findings.map(\.code)).isSuperset(
        of: ["fit.no-abandons", "fit.no-handle-time", "fit.left-in-self-service"]))
    for finding in findings { #expect(finding.advice.hasPrefix("Maybe "), "\(finding.code)") }
  }
}
