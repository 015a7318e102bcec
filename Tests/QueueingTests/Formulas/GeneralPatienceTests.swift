import ContactCenter
import Queueing
import TestSupport
import Testing

@Suite("Patience of any law")
struct GeneralPatienceTests {
  private func traffic(_ contacts: Double, handle: Double = 180) throws -> Traffic {
    try Traffic(contacts: contacts, inSeconds: 3600, meanHandleSeconds: handle)
  }

  @Test("exponential patience is Erlang A, also with fractions of agents and at any threshold")
  func exponential() throws {
    for (contacts, agents, patience) in [
      (200.0, 9.5, 120.0), (200, 12, 5), (20, 0.5, 1e6), (4000, 210, 300),
    ] {
      let traffic = try Traffic(
        contacts: contacts, inSeconds: 3600, meanHandleSeconds: 180, meanPatienceSeconds: patience)
      for threshold in [0.0, 3, 20, 5000] {
        let a = try ErlangA.measures(of: traffic, agents: agents, threshold: threshold)
        let g = try GeneralPatience.measures(
          of: traffic, patience: .exponential(mean: patience), agents: agents, threshold: threshold)
        for definition in ServiceLevelDefinition.allCases {
          #expect(abs(a.serviceLevel(definition) - g.serviceLevel(definition)) < 1e-11)
        }
        #expect(abs(a.meanWaitAnsweredSeconds / g.meanWaitAnsweredSeconds - 1) < 1e-11)
        #expect(abs(a.abandonment / g.abandonment - 1) < 1e-11)
        #expect(abs(a.abandonedWithin - g.abandonedWithin) < 1e-12)
      }
    }
  }

  @Test("one law written in two ways gives one answer")
  func sameLaw() throws {
    let traffic = try traffic(220)
    func level(_ law: PatienceLaw) throws -> ServiceMeasures {
      try GeneralPatience.measures(of: traffic, patience: law, agents: 10, threshold: 20)
    }
    let one = try level(.exponential(mean: 120))
    for law in [
      PatienceLaw.weibull(shape: 1, mean: 120),
      .hyperexponential(share: 0.4, first: 120, second: 120),
      .hyperexponential(share: 0, first: 5, second: 120),
    ] {
      let other = try level(law)
      #expect(abs(one.answeredWithin - other.answeredWithin) < 1e-12)
      #expect(abs(one.abandonment - other.abandonment) < 1e-12)
      #expect(abs(one.meanWaitSeconds - other.meanWaitSeconds) < 1e-9)
    }
    // A steep Weibull and a narrow lognormal come near to everybody's patience being 120 s.
    let fixed = try level(.deterministic(120))
    #expect(try abs(level(.weibull(shape: 100, mean: 120)).abandonment - fixed.abandonment) < 1e-3)
    let narrow = try level(.lognormal(mean: 120, variation: 0.001))
    #expect(abs(narrow.abandonment - fixed.abandonment) < 1e-5)
  }

  @Test("patience of exactly 20 s: abandonment within T jumps at T = 20 from none to all")
  func jump() throws {
    let traffic = try traffic(200)
    func measures(_ threshold: Double) throws -> ServiceMeasures {
      try GeneralPatience.measures(
        of: traffic, patience: .deterministic(20), agents: 9, threshold: threshold)
    }
    let before = try measures(20 * (1 - 1e-15))
    let at = try measures(20)
    #expect(before.abandonedWithin == 0)
    #expect(at.abandonedWithin == at.abandonment && at.abandonment > 0.1)
    #expect(abs(at.serviceLevel(.answered) - 1) < 1e-14)
    #expect(abs((at.meanWaitAbandonedSeconds ?? 0) - 20) < 1e-12)
  }

  @Test("a wait below every patience: tails of abandonment keep their digits")
  func rareLosses() throws {
    // Waits of 2 s on average against patience around 10 minutes: nobody leaves but one in 10^70.
    let traffic = try traffic(200, handle: 20)
    let lognormal = try GeneralPatience.measures(
      of: traffic, patience: .lognormal(mean: 600, variation: 0.1), agents: 10, threshold: 20)
    // By mpmath at 40 digits.
    #expect(abs(lognormal.abandonment / 1.288477142330820524e-71 - 1) < 1e-11)
    #expect(abs(lognormal.abandonedWithin / 9.352865351115e-265 - 1) < 1e-11)
    let wait = try #require(lognormal.meanWaitAbandonedSeconds)
    #expect(abs(wait - 223.123299525979) < 1e-9)
    #expect(abs(lognormal.answered - 1) < 1e-15)
  }

  @Test("bad cases are refused")
  func refused() throws {
    let traffic = try traffic(200)
    #expect(throws: QueueingError.self) {
      try GeneralPatience.measures(
        of: traffic, patience: .deterministic(0), agents: 9, threshold: 20)
    }
    #expect(throws: QueueingError.self) {
      try GeneralPatience.measures(
        of: traffic, patience: .uniform(longest: 60), agents: 0, threshold: 20)
    }
    #expect(throws: QueueingError.self) {
      try GeneralPatience.measures(
        of: traffic, patience: .uniform(longest: 60), agents: 5, threshold: -1)
    }
  }
}
