import ContactCenter
import Testing

@Suite struct RampUpTests {
  private static let hired = CivilDate(daysSinceEpoch: 20_000)

  @Test(
    "Speed grows evenly from the day of hiring to the last day of the ramp",
    arguments: [
      (-3, 0.6), (0, 0.6), (14, 0.7), (28, 0.8), (55, 0.6 + 0.4 * 55 / 56), (56, 1), (900, 1),
    ])
  func speeds(day: Int, speed: Double) {
    let ramp = RampUp(weeks: 8, from: Share(0.6))
    let found = ramp.speed(hired: Self.hired, on: Self.hired.advanced(by: day))
    #expect(abs(found - speed) < 1e-12)
  }
}
