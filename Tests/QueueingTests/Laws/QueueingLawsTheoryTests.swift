import ContactCenter
import Queueing
import TestSupport
import Testing

/// Together 40,000 random cases, the same in every run.
@Suite(
  "The laws of queueing on 40,000 random cases",
  .enabled(if: TestBuild.isOptimized, "numbers of cases that need optimized code"))
struct QueueingLawsTheoryTests {
  @Test("Erlang A: 18,000 cases of the law of formulas")
  func erlangA() {
    #expect(checkQueueingFormula(ErlangA.self, cases: 18_000, seed: 101) == [])
  }

  @Test("Erlang C: 8,000 cases of the law of formulas")
  func erlangC() {
    #expect(checkQueueingFormula(ErlangC.self, cases: 8000, seed: 102) == [])
  }

  @Test("limited lines: 1,500 cases, by the law of models")
  func limitedLines() {
    for (lines, seed) in [(400, UInt64(103)), (3, 104), (60, 105)] {
      let model = LimitedLines.Model(lines: lines)
      let broken = checkQueueingModel(model, cases: 250, seed: seed, hasLines: true)
      #expect(withoutUnreachable(broken) == [])
      let endless = LimitedLines.Model(lines: lines, usesPatience: false)
      let broke = checkQueueingModel(endless, cases: 250, seed: seed + 10, hasLines: true)
      #expect(withoutUnreachable(broke) == [])
    }
  }

  @Test("patience of six laws: 400 cases")
  func generalPatience() {
    var random = SeededNumbers(state: 106)
    for turn in 0..<40 {
      let model = GeneralPatience.Model(patience: randomLaw(turn, &random))
      #expect(checkQueueingModel(model, cases: 10, seed: UInt64(turn)) == [], "\(model.patience)")
    }
  }

  @Test("corrections for variation: 900 cases")
  func generalService() {
    var random = SeededNumbers(state: 107)
    for turn in 0..<90 {
      let approximation = GeneralService.Approximation.allCases[turn % 3]
      let model = GeneralService.Model(
        arrivalVariation: approximation == .leeLongton ? 1 : 3 * random.next(),
        serviceVariation: 5 * random.next(), approximation: approximation)
      #expect(checkQueueingModel(model, cases: 10, seed: UInt64(turn)) == [])
    }
  }

  @Test("redials: 200 cases, concurrent sessions: 500 cases")
  func redialsAndSessions() throws {
    var random = SeededNumbers(state: 108)
    for turn in 0..<20 {
      let model = ErlangX.Model(
        lines: turn % 2 == 0 ? nil : 120, redialAbandon: 0.95 * random.next(),
        redialBlock: 0.95 * random.next())
      let broken = checkQueueingModel(
        model, cases: 10, seed: UInt64(turn), hasLines: model.lines != nil)
      #expect(withoutUnreachable(broken) == [])
    }
    for turn in 0..<50 {
      let sessions = 1 + turn % 5
      let model = try ConcurrentSessions.Model(sessions: sessions, slowdown: random.next())
      let broken = checkQueueingModel(
        model, cases: 10, seed: UInt64(turn), agentsPerErlang: 1.5 / (1 + Double(sessions)),
        occupancyIsWork: false)
      #expect(broken == [])
    }
  }

  @Test(
    "more load serves worse; more patience loses fewer who wait longer: 7,500 cases of Erlang A")
  func loadAndPatience() throws {
    var random = SeededNumbers(state: 109)
    for _ in 0..<7500 {
      let draw = Draw(&random)
      try expectOrder(draw, note: "\(draw)") { traffic in
        try ErlangA.measures(of: traffic, agents: draw.agents, threshold: draw.threshold)
      }
    }
  }

  @Test("the same with patience of six laws, scaled: 600 cases")
  func loadAndPatienceOfAnyLaw() throws {
    var random = SeededNumbers(state: 110)
    for turn in 0..<600 {
      let draw = Draw(&random)
      let law = randomLaw(turn, &random)
      try expectOrder(draw, note: "\(draw) \(law)") { traffic in
        let scaled = law.scaled(by: traffic.meanPatienceSeconds / law.mean)
        return try GeneralPatience.measures(
          of: traffic, patience: scaled, agents: draw.agents, threshold: draw.threshold)
      }
    }
  }

  @Test(
    "limits meet: 2,400 cases of endless patience, lines to n and to infinity, exponential laws")
  func limits() throws {
    var random = SeededNumbers(state: 111)
    for _ in 0..<2400 {
      let draw = Draw(&random)
      let traffic = try draw.traffic()
      let agents = Int(draw.agents)
      let a = try ErlangA.measures(
        of: traffic, agents: draw.agents, threshold: draw.threshold)
      let loss = try LimitedLines.measures(
        of: traffic, agents: agents, lines: agents, threshold: draw.threshold)
      let blocking = try ErlangB.blocking(loadErlangs: draw.load, agents: draw.agents)
      #expect(abs(loss.blocking - blocking) < 1e-12 && loss.waitProbability == 0, "\(draw)")
      // As many lines as a queue can fill: its mean and fifty deviations.
      let room = draw.load * (1 + draw.patience / draw.handle)
      let lines = agents + Int(room + 50 * room.squareRoot()) + 100
      if lines < 10_000 {
        let many = try LimitedLines.measures(
          of: traffic, agents: agents, lines: lines, threshold: draw.threshold)
        expectSame(many, a, 1e-10, "\(draw) \(lines) lines")
      }
      let general = try GeneralPatience.measures(
        of: traffic, patience: .exponential(mean: draw.patience), agents: draw.agents,
        threshold: draw.threshold)
      expectSame(general, a, 1e-9, "\(draw) mmn-g")
      if draw.load < 0.9 * draw.agents {
        let patient = try draw.traffic(patienceFactor: 1e9 / draw.patience)
        let nearly = try ErlangA.measures(
          of: patient, agents: draw.agents, threshold: draw.threshold)
        let c = try ErlangC.measures(of: traffic, agents: draw.agents, threshold: draw.threshold)
        #expect(abs(nearly.answeredWithin - c.answeredWithin) < 1e-5, "\(draw)")
        #expect(abs(nearly.meanWaitSeconds - c.meanWaitSeconds) < 1e-3 * max(1, c.meanWaitSeconds))
      }
    }
  }

  /// One random case: 1 to 3000 agents at an occupancy of 0.3 to 1.8.
  private struct Draw: CustomStringConvertible {
    let agents: Double
    let load: Double
    let handle: Double
    let patience: Double
    let threshold: Double

    init(_ random: inout SeededNumbers) {
      agents = random.power(of: 3000).rounded(.up)
      load = agents * (0.3 + 1.5 * random.next())
      handle = 30 * random.power(of: 60)
      patience = 2 * random.power(of: 1000)
      threshold = 90 * random.next()
    }

    func traffic(loadFactor: Double = 1, patienceFactor: Double = 1) throws -> Traffic {
      try Traffic(
        arrivalsPerSecond: load * loadFactor / handle, meanHandleSeconds: handle,
        meanPatienceSeconds: patience * patienceFactor)
    }

    var description: String {
      "\(agents) agents, \(load) erlangs of \(handle) s, patience \(patience), T \(threshold)"
    }
  }

  private func expectOrder(
    _ draw: Draw, note: String, _ measures: (Traffic) throws -> ServiceMeasures
  ) throws {
    let plain = try measures(draw.traffic())
    let loaded = try measures(draw.traffic(loadFactor: 1.1))
    let patient = try measures(draw.traffic(patienceFactor: 1.5))
    for definition in ServiceLevelDefinition.allCases
    where definition != .creditShort || draw.threshold >= usualShortAbandonSeconds {
      #expect(
        loaded.serviceLevel(definition) <= plain.serviceLevel(definition) + 1e-10,
        "\(note): \(definition) rises with load")
    }
    #expect(loaded.abandonment >= plain.abandonment - 1e-11, "\(note)")
    #expect(loaded.meanWaitSeconds >= plain.meanWaitSeconds * (1 - 1e-9) - 1e-300, "\(note)")
    #expect(loaded.occupancy >= plain.occupancy - 1e-11, "\(note)")
    // Service level need not rise with patience: those who stay make others wait.
    #expect(patient.abandonment <= plain.abandonment + 1e-11, "\(note): patience")
    #expect(
      patient.meanWaitSeconds >= plain.meanWaitSeconds * (1 - 1e-9) - 1e-300, "\(note): patience")
    #expect(patient.waitProbability >= plain.waitProbability - 1e-11, "\(note): patience")
    #expect(patient.occupancy >= plain.occupancy - 1e-11, "\(note): patience")
  }

  private func expectSame(
    _ one: ServiceMeasures, _ two: ServiceMeasures, _ tolerance: Double, _ note: String
  ) {
    for definition in ServiceLevelDefinition.allCases {
      let difference = one.serviceLevel(definition) - two.serviceLevel(definition)
      #expect(abs(difference) < tolerance, "\(note): \(definition)")
    }
    #expect(abs(one.waitProbability - two.waitProbability) < tolerance, "\(note)")
    #expect(abs(one.abandonment - two.abandonment) < tolerance, "\(note)")
    let wait = abs(one.meanWaitSeconds - two.meanWaitSeconds)
    #expect(wait < tolerance * max(1, two.meanWaitSeconds), "\(note)")
  }

  /// Less what no number of agents on so few lines can reach.
  private func withoutUnreachable(_ broken: [String]) -> [String] {
    broken.filter { !$0.contains("no number of agents meets") }
  }

  private func randomLaw(_ turn: Int, _ random: inout SeededNumbers) -> PatienceLaw {
    let mean = 5 * random.power(of: 400)
    let shape = random.next()
    switch turn % 6 {
    case 0: return .exponential(mean: mean)
    case 1: return .deterministic(mean)
    case 2: return .lognormal(mean: mean, variation: 0.1 + 3 * shape)
    case 3: return .weibull(shape: 0.3 + 4 * shape, mean: mean)
    case 4: return .hyperexponential(share: shape, first: mean / 10, second: 2 * mean)
    default: return .uniform(longest: 2 * mean)
    }
  }
}
