import ContactCenter
import Testing

@testable import Staffing

@Suite("The choice of a method over time")
struct OverTimeChoiceTests {
  @Test(
    "short calls in half-hours are staffed interval by interval, twenty-minute calls by offered load"
  )
  func table() throws {
    // sin_short: 240 s in 1800 s, where interval by interval is within two points of the target everywhere;
    // sin_long: 1200 s, where its worst interval has 0.58 in place of 0.80, with more staff.
    let short = try SinusoidDay("sin_short")
    let long = try SinusoidDay("sin_long")
    #expect(try short.agents(.auto) == short.agents(.sipp))
    #expect(try long.agents(.auto) == long.agents(.mol))
    let result = try Staffer.requirement(for: long.forecast, request: long.request(.auto))
    #expect(result.requirement.queues[0].intervals[0].method == "erlang-a mol")
    let note = try #require(result.findings.first { $0.code == "staffing.over-time" })
    #expect(note.message.hasPrefix("staffed by modified offered load (mol), since load"))
    #expect(note.message.hasSuffix("day (39% of contacts)"), "\(note.message)")
  }

  @Test("what is asked for is taken, and no note says that it was chosen")
  func asked() throws {
    let long = try SinusoidDay("sin_long")
    let result = try Staffer.requirement(for: long.forecast, request: long.request(.sipp))
    #expect(result.requirement.queues[0].intervals[0].method == "erlang-a sipp")
    #expect(!result.findings.contains { $0.code == "staffing.over-time" })
  }

  @Test("longer calls and a faster fall each turn the choice")
  func factors() throws {
    func choice(handle: Double, fall: Double, blocks: IntervalLength) throws -> OverTimeMethod {
      let volumes = (0..<96).map { 30 - fall * Double($0 < 48 ? 48 - $0 : $0 - 48) }
      return OverTimeChoice(.auto, try profile(volumes, handle: handle, blocks: blocks)).method
    }
    #expect(try choice(handle: 180, fall: 0.5, blocks: .thirtyMinutes) == .sipp)
    #expect(try choice(handle: 1800, fall: 0.5, blocks: .thirtyMinutes) == .mol)
    #expect(try choice(handle: 1800, fall: 0.01, blocks: .thirtyMinutes) == .sipp)
    #expect(try choice(handle: 300, fall: 0.4, blocks: .sixtyMinutes) == .sipp)
    #expect(try choice(handle: 700, fall: 0.4, blocks: .sixtyMinutes) == .mol)
  }
}
