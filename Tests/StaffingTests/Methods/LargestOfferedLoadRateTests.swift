import Testing

@testable import Staffing

@Suite("mol-max: the largest offered load as a rate")
struct LargestOfferedLoadRateTests {
  @Test("the largest sample of the block, at its end while the load grows")
  func largest() throws {
    let volumes = [3, 6, 9, 9, 6, 3.0]
    let line = try profile(volumes, handle: 600)
    let load = OfferedLoad(of: line, contacts: volumes)
    let rates = LargestOfferedLoadRate.rates(of: line, contacts: volumes)
    #expect((rates[0] * 600 - load.ends[2]).magnitude < 1e-12)
    #expect((rates[1] * 600 - load.largest[3...5].max()!).magnitude < 1e-12)
    let average = OfferedLoadRate.rates(of: line, contacts: volumes)
    #expect(zip(rates, average).allSatisfy { $0 >= $1 })
  }
}
