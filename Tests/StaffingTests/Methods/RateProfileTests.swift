import ContactCenter
import Testing

@testable import Staffing

@Suite("The time line of a queue")
struct RateProfileTests {
  @Test("blocks are staffing intervals by the wall clock, cut where the queue closes")
  func blocks() throws {
    // Open from 00:05; closed from 00:25 to 00:35.
    let line = try profile([0, 3, 3, 3, 3, 0, 0, 6, 6])
    #expect(line.blocks.map(\.steps) == [1..<3, 3..<5, 7..<9])
    #expect(line.blocks.map(\.seconds) == [600, 600, 600])
    #expect(line.blocks.map(\.opening) == [1, 1, 7])
    #expect(line.steps.map(\.isOpen) == [false, true, true, true, true, false, false, true, true])
    #expect(line.contacts == [0, 3, 3, 3, 3, 0, 0, 6, 6])
  }

  @Test("without a staffing interval each row is a block")
  func plain() throws {
    let line = try profile([1, 2, 3], blocks: .fiveMinutes)
    #expect(line.blocks.map(\.steps) == [0..<1, 1..<2, 2..<3])
  }

  @Test(
    "open around the clock, the first day stands for the night before; closed before, nothing does")
  func warmUp() throws {
    let day = [Double](repeating: 1, count: 288)
    #expect(try profile(day + [1, 1]).warmUp == 0..<288)
    #expect(try profile(Array(day.dropLast(3))).warmUp == nil)
    #expect(try profile([1, 1], hours: .always).warmUp == 0..<2)
    let late = OpeningHours(
      week: Array(repeating: [OpeningHours.Stretch(start: 0, end: 1200)], count: 7))
    #expect(try profile(day, hours: late).warmUp == nil)
  }

  @Test("a staffing interval that is no multiple of the grid's is refused")
  func refused() throws {
    let request = StaffingRequest(
      queues: [SampleCenter.queue()], grid: TimeGrid(zone: .utc, length: .tenMinutes),
      options: StaffingOptions(staffingInterval: .fifteenMinutes))
    #expect(
      throws: StaffingError.badOption(
        name: "staffing interval in minutes", value: 15, expected: "a multiple of the forecast's 10"
      )
    ) { try Staffer.requirement(for: SampleCenter.forecast([100]), request: request) }
  }
}
