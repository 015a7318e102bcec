import ContactCenter
import Foundation
import Testing

@testable import Staffing

@Suite("The modified offered load")
struct OfferedLoadTests {
  @Test("from an empty center it grows as a (1 − e^(−t/h)), sampled at the ends of five seconds")
  func growth() throws {
    let line = try profile([3, 3], handle: 600)
    let load = OfferedLoad(of: line, contacts: line.contacts)
    func exact(_ seconds: Double) -> Double { 6 * (1 - exp(-seconds / 600)) }
    #expect((load.ends[1] - exact(600)).magnitude < 1e-12)
    let samples = (1...60).map { exact(Double($0) * 5) }
    #expect((load.means[0] - samples.reduce(0, +) / 60).magnitude < 1e-12)
    #expect((load.largest[0] - exact(300)).magnitude < 1e-12)
  }

  @Test("it falls after the last contact, and its largest value is then the first sample")
  func decay() throws {
    let line = try profile([3, 0, 0], handle: 600)
    let load = OfferedLoad(of: line, contacts: line.contacts)
    #expect((load.largest[1] - load.ends[0] * exp(-5.0 / 600)).magnitude < 1e-12)
    #expect((load.ends[2] - load.ends[0] * exp(-1.0)).magnitude < 1e-12)
  }

  @Test(
    "around the clock the night before is the first day; a constant rate is in balance from the start"
  )
  func midnight() throws {
    let flat = try profile([Double](repeating: 3, count: 288))
    let load = OfferedLoad(of: flat, contacts: flat.contacts)
    #expect(load.means.allSatisfy { ($0 - 6).magnitude < 1e-12 })
    // A busy evening reaches over midnight: the first step carries what the last leaves.
    let evening = try profile((0..<288).map { $0 < 276 ? 1 : 30 })
    let carried = OfferedLoad(of: evening, contacts: evening.contacts)
    let end = carried.ends[287]
    #expect((carried.ends[0] - (2 + (end - 2) * exp(-0.5))).magnitude < 1e-9)
  }

  @Test(
    "over a block it differs from the plain load by (h / block) (m at its start − m at its end)")
  func balance() throws {
    // Samples at ends of steps: the identity is exact for the integral, and here up to half a sample.
    let line = try profile([30, 20, 10, 5, 40, 60], handle: 900, blocks: .thirtyMinutes)
    let load = OfferedLoad(of: line, contacts: line.contacts)
    let plain = AverageRate.rates(of: line, contacts: line.contacts)[0] * 900
    let carried = OfferedLoadRate.rates(of: line, contacts: line.contacts)[0] * 900
    let half = 2.5 / 1800 * load.ends[5]
    #expect((carried - half - (plain - 900.0 / 1800 * load.ends[5])).magnitude < 1e-3)
  }
}
