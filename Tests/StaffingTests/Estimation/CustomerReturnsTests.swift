import ContactCenter
import Testing

@testable import Staffing

@Suite struct CustomerReturnsTests {
  private func contact(
    _ at: Int, _ customer: String?, _ outcome: ContactRecord.Outcome, wait: Double = 0,
    handle: Double? = nil, queue: String = "q"
  ) -> ContactRecord {
    var record = ContactRecord(
      timestamp: Instant(secondsSinceEpoch: at), queue: queue, channel: "voice", outcome: outcome)
    record.customer = customer
    record.waitSeconds = wait
    record.handleSeconds = handle
    return record
  }

  @Test("A delay runs from the end of the wait to the next contact, in any queue")
  func delay() {
    let returns = CustomerReturns([
      contact(0, "ann", .abandoned, wait: 40), contact(100, "ann", .answered, queue: "other"),
      contact(500, "bob", .abandoned, wait: 10), contact(1000, "cy", .answered),
    ])
    let times = returns.times(of: "q", after: .abandoned, windowSeconds: 3600)
    // Bob is not seen again before the data end at 1000.
    #expect(times.points.map(\.seconds) == [60, 490])
    #expect(times.points.map(\.events) == [1, 0])
  }

  @Test("What comes after the window is only known to be later")
  func window() {
    let returns = CustomerReturns([
      contact(0, "ann", .blocked), contact(5000, "ann", .answered),
    ])
    let times = returns.times(of: "q", after: .blocked, windowSeconds: 3600)
    #expect(times.eventCount == 0)
    #expect(times.points.map(\.seconds) == [3600])
  }

  @Test("Customers without a name, and contacts handed on, are not followed")
  func unfollowed() {
    var handed = contact(0, "ann", .answered, handle: 60)
    handed.transferredTo = "other"
    let returns = CustomerReturns([
      handed, contact(60, "ann", .answered, handle: 30, queue: "other"),
      contact(70, nil, .abandoned),
      contact(9000, "ann", .answered),
    ])
    // The last contact of all has nothing after it.
    #expect(returns.times(of: "q", after: .answered, windowSeconds: 1e6).count == 0)
    #expect(returns.times(of: "other", after: .answered, windowSeconds: 1e6).eventCount == 1)
    #expect(returns.times(of: "q", after: .abandoned, windowSeconds: 1e6).count == 0)
    #expect(!CustomerReturns([contact(1, nil, .answered)]).hasCustomers)
  }

  @Test("Handle time is what is recorded, or what its parts add up to")
  func handled() {
    var record = contact(0, nil, .answered)
    #expect(record.handled == nil)
    record.talkSeconds = 100
    record.wrapSeconds = 20
    #expect(record.handled == 120)
    record.handleSeconds = 125
    #expect(record.handled == 125)
  }
}
