import ContactCenter
import Staffing
import Testing

@Suite("Staffing errors")
struct StaffingErrorTests {
  @Test("an error says what, where, the value, and a hint that begins with Maybe")
  func message() {
    let error = StaffingError.noHandleTime(
      queue: "billing", start: Instant(secondsSinceEpoch: 1_762_333_200))
    #expect(
      error.description == """
        queue billing: no handle time for the interval at 2025-11-05T09:00:00Z
        Maybe give the queue a handle_time in the plan.
        """)
  }
}
