import ContactCenter
import Queueing
import TestSupport
import Testing

@Suite("Corrections for variation")
struct GeneralServiceTests {
  private static let models: [GeneralService.Model] =
    GeneralService.Approximation.allCases.map {
      GeneralService.Model(arrivalVariation: 1, serviceVariation: 2.5, approximation: $0)
    } + [GeneralService.Model(arrivalVariation: 0.2, serviceVariation: 0.1)]

  @Test("the law of models holds on random cases", arguments: models)
  func law(model: GeneralService.Model) {
    #expect(checkQueueingModel(model, cases: 100, seed: 11) == [])
  }

  @Test("variation 1 is Erlang C, but for Sakasegawa, who is right for one agent")
  func exponential() throws {
    let traffic = try Traffic(contacts: 200, inSeconds: 3600, meanHandleSeconds: 180)
    let c = try ErlangC.measures(of: traffic, agents: 12, threshold: 20)
    for approximation in GeneralService.Approximation.allCases {
      let m = try GeneralService.measures(
        of: traffic, agents: 12, arrivalVariation: 1, serviceVariation: 1,
        approximation: approximation, threshold: 20)
      let far = approximation == .sakasegawa ? 0.02 : 1e-14
      #expect(abs(m.serviceLevel(.offered) - c.serviceLevel(.offered)) < far)
    }
    let one = try Traffic(contacts: 10, inSeconds: 3600, meanHandleSeconds: 180)
    let m = try GeneralService.measures(
      of: one, agents: 1, arrivalVariation: 1, serviceVariation: 0, approximation: .sakasegawa,
      threshold: 20)
    // Pollaczek and Khinchine: M/D/1 waits half as long as M/M/1.
    #expect(abs(m.meanWaitSeconds - 90) < 1e-12)
    #expect(abs(m.waitProbability - 0.5) < 1e-15)
  }

  @Test("without any variation nobody waits, also at a threshold of 0")
  func clockwork() throws {
    let traffic = try Traffic(contacts: 200, inSeconds: 3600, meanHandleSeconds: 180)
    let m = try GeneralService.measures(
      of: traffic, agents: 11, arrivalVariation: 0, serviceVariation: 0, threshold: 0)
    #expect(m.waitProbability == 0 && m.meanWaitSeconds == 0 && m.answeredWithin == 1)
    #expect(m.longWaitProbability == 0 && m.meanWaitDelayedSeconds == nil)
  }

  @Test("variations that are none are refused", arguments: [-0.1, .nan, 1e9])
  func refused(variation: Double) throws {
    let traffic = try Traffic(contacts: 200, inSeconds: 3600, meanHandleSeconds: 180)
    #expect(throws: QueueingError.self) {
      try GeneralService.measures(
        of: traffic, agents: 12, arrivalVariation: variation, serviceVariation: 1, threshold: 20)
    }
    #expect(throws: QueueingError.self) {
      try GeneralService.measures(
        of: traffic, agents: 10, arrivalVariation: 1, serviceVariation: 1, threshold: 20)
    }
  }
}
