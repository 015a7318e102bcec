import ContactCenter
import Testing

@testable import Staffing

@Suite("Who shows up")
struct ShowRateTests {
  @Test(
    "a binomial: it sums to one and has its mean and variance", arguments: [1, 7, 40, 400, 5000])
  func binomial(scheduled: Int) {
    for absence in [0.02, 0.1, 0.5] {
      let present = ShowRate(absence: absence).present(of: scheduled)
      let sum = present.reduce(0) { $0 + $1.probability }
      let mean = present.reduce(0) { $0 + Double($1.agents) * $1.probability }
      let square = present.reduce(0) {
        $0 + (Double($1.agents) - mean) * (Double($1.agents) - mean) * $1.probability
      }
      let total = Double(scheduled)
      #expect((sum - 1).magnitude < 1e-9)
      #expect((mean / (total * (1 - absence)) - 1).magnitude < 1e-5)
      #expect((square / (total * absence * (1 - absence)) - 1).magnitude < 0.03)
      #expect(present.count <= 48)
    }
    let two = ShowRate(absence: 0.1).present(of: 2)
    #expect(two.map(\.agents) == [0, 1, 2])
    #expect(zip(two.map(\.probability), [0.01, 0.18, 0.81]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  private let quantiles: [Double] = [70, 80, 86, 92, 96, 100, 104, 108, 114, 120, 130]

  private func row(absence: Double?, risk: Double? = nil) throws -> RequirementInterval {
    try SampleCenter.intervals(
      SampleCenter.forecast([100], quantiles: quantiles),
      SampleCenter.request(
        SampleCenter.queue(),
        options: StaffingOptions(
          risk: risk.map { Share($0) }, absence: absence.map { Share($0) })))[0]
  }

  @Test(
    "who may be absent has to be scheduled beyond the mean: 12 agents at 10 % take 14, not 13.3")
  func scheduled() throws {
    #expect(try row(absence: nil).scheduledAgents == 12)
    let absent = try row(absence: 0.1)
    #expect(absent.agents == 12)
    // E[SL] over Binomial(13, 0.9) is below 0.8, over Binomial(14, 0.9) above.
    #expect(absent.scheduledAgents == 14)
    #expect(try row(absence: 0).scheduledAgents == 12)
  }

  @Test("with a risk, forecast and absence together leave enough with that probability")
  func risk() throws {
    let plain = try row(absence: nil, risk: 0.9)
    let absent = try row(absence: 0.1, risk: 0.9)
    #expect(absent.agents == plain.agents)
    #expect((absent.scheduledAgents ?? 0) > (plain.scheduledAgents ?? 0) / 0.9)
    #expect((absent.probabilityOfAdequateStaff ?? 0) >= 0.9)
    // One agent fewer would not: the column is the probability with those scheduled.
    #expect((absent.probabilityOfAdequateStaff ?? 1) < 0.96)
  }

  @Test("a ceiling and an absence of everybody end all the same")
  func ends() throws {
    #expect(ShowRate(absence: 0.99).scheduled(forRequired: 3) { _ in false } <= 3200)
    #expect(throws: StaffingError.self) { try row(absence: 1) }
  }
}
