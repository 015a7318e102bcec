import ContactCenter
import Queueing
import Staffing
import Testing

@Suite("One case of the calculator")
struct ErlangCaseTests {
  private func usual(_ target: String = "80/20") throws -> ErlangCase {
    var erlang = ErlangCase(contactsPerHour: 200, handleSeconds: 180)
    erlang.patienceSeconds = 120
    erlang.set(try #require(ServiceTarget(text: target)))
    return erlang
  }

  @Test("200 contacts an hour, 180 s, patience 120 s: 12 agents for 80/20, and all measures")
  func byTarget() throws {
    var erlang = try usual()
    erlang.shrinkage = ShrinkageLedger(categories: [.init(name: "all", share: Share(0.3))])
    let answer = try erlang.answer()
    #expect(answer.method == "erlang-a")
    #expect(answer.found == .agents)
    #expect(answer.agents == 12)
    #expect(answer.isGoalMet)
    #expect(abs((answer.scheduledAgents ?? 0) - 12 / 0.7) < 1e-12)
    #expect(abs(answer.serviceLevel - 0.826) < 0.0005)
    let exact = try #require(answer.agentsExact)
    erlang.agents = exact
    let again = try erlang.answer()
    #expect(abs(again.serviceLevel - 0.8) < 1e-8)
    #expect(again.agentsExact == nil)
    #expect(again.found == nil)
  }

  @Test("given agents are judged: 11 miss 80/20 by the offered, and meet it by the answered")
  func byAgents() throws {
    var erlang = try usual()
    erlang.agents = 11
    #expect(try erlang.answer().isGoalMet == false)
    erlang.goal.definition = .answered
    #expect(try erlang.answer().isGoalMet)
  }

  @Test("without patience it is Erlang C, which refuses a load beyond its agents")
  func refusal() throws {
    var erlang = try usual()
    erlang.patienceSeconds = nil
    #expect(try erlang.answer().agents == 14)
    #expect(try erlang.answer().method == "erlang-c")
    erlang.agents = 10
    #expect(throws: ErlangCaseError.self) { try erlang.answer() }
    erlang.maximumSessions = 0
    #expect(
      throws: ErlangCaseError.unusable(
        .maximumSessions, value: "0.0", expected: "a whole number from 1 to 1000")
    ) {
      try erlang.answer()
    }
  }

  @Test(
    "volume and handle time are found backward: what they give meets the goal, a little more misses it"
  )
  func reverse() throws {
    for change: (inout ErlangCase) -> Void in [
      { $0.goal.maximumOccupancy = 0.7 }, { $0.goal.maximumASASeconds = 3 },
      { $0.goal.maximumAbandonment = 0.02 }, { $0.goal.minimumImmediateAnswer = 0.9 }, { _ in },
    ] {
      var erlang = try usual()
      erlang.agents = 12
      change(&erlang)
      var volume = erlang
      volume.contactsPerHour = nil
      let most = try volume.answer()
      #expect(most.found == .contactsPerHour)
      #expect(most.isGoalMet)
      var more = erlang
      more.contactsPerHour = most.contactsPerHour * 1.000001
      #expect(try more.answer().isGoalMet == false)
      var handle = erlang
      handle.handleSeconds = nil
      let longest = try handle.answer()
      #expect(longest.found == .handleSeconds)
      #expect(longest.isGoalMet)
      more = erlang
      more.handleSeconds = longest.handleSeconds * 1.000001
      #expect(try more.answer().isGoalMet == false)
    }
  }

  @Test("nobody comes: nobody waits and nobody is needed; a missing parameter is named")
  func edges() throws {
    var erlang = try usual()
    erlang.contactsPerHour = 0
    let idle = try erlang.answer()
    #expect(idle.agents == 0)
    #expect(idle.serviceLevel == 1)
    #expect(idle[.asaDelayedSeconds] == nil)
    erlang = ErlangCase(model: .limitedLines, contactsPerHour: 100, handleSeconds: 60)
    erlang.agents = 3
    #expect(throws: ErlangCaseError.missing(.lines, model: .limitedLines)) { try erlang.answer() }
    erlang.lines = 5
    let answer = try erlang.answer()
    #expect(answer[.serviceLevelOffered] == nil)
    #expect(answer[.abandonment] == 0)
    erlang.agents = nil
    #expect(throws: ErlangCaseError.noAgents) { try erlang.answer() }
    erlang.contactsPerHour = nil
    erlang.goal.maximumBlocking = 0.01
    #expect(throws: ErlangCaseError.severalUnknown([.contactsPerHour, .agents])) {
      try erlang.answer()
    }
  }

  @Test("a calculator's memory changes no answer")
  func memory() throws {
    var calculator = ErlangCalculator()
    for contacts in stride(from: 900.0, through: 10, by: -89) {
      var erlang = try usual()
      erlang.contactsPerHour = contacts
      var fresh = ErlangCalculator()
      #expect(try calculator.answer(erlang) == fresh.answer(erlang))
    }
  }

  @Test("short patience meets 80/20 as answered with 1 agent for 83 erlangs; offered needs 70")
  func absurd() throws {
    var erlang = ErlangCase(contactsPerHour: 996, handleSeconds: 300)
    erlang.patienceSeconds = 5
    erlang.set(try #require(ServiceTarget(text: "80/20")))
    #expect(erlang.agentsIfOffered(try erlang.answer()) == nil)
    erlang.goal.definition = .answered
    let answer = try erlang.answer()
    #expect(answer.agents == 1)
    #expect(erlang.agentsIfOffered(answer) == 70)
    let definitions = erlang.definitions(answer)
    #expect(definitions.map(\.definition) == ServiceLevelDefinition.allCases)
    #expect(definitions.first { $0.definition == .offered }?.agents == 70)
    #expect(definitions.first { $0.definition == .forgive }?.agents == 5)
  }

  @Test("a limit of almost nothing is searched, not trapped on")
  func tinyLimit() throws {
    var erlang = ErlangCase(model: .erlangC, contactsPerHour: 200, handleSeconds: 180)
    erlang.thresholdSeconds = 20
    erlang.goal.maximumASASeconds = 1e-308
    let answer = try erlang.answer()
    #expect(answer.isGoalMet)
    #expect(answer.agents > 100)
  }

  @Test("without contacts the rest of a case is checked all the same")
  func idleChecks() throws {
    for change: (inout ErlangCase) -> Void in [
      { $0.handleSeconds = 0 }, { $0.handleSeconds = -180 }, { $0.handleSeconds = .nan },
      { $0.agents = -1 }, { $0.agents = .nan }, { $0.agents = .infinity },
      { $0.thresholdSeconds = -20 }, { $0.goal.serviceLevel = 80 },
    ] {
      var erlang = try usual()
      erlang.contactsPerHour = 0
      change(&erlang)
      #expect(throws: ErlangCaseError.self) { try erlang.answer() }
    }
  }

  @Test("two patiences are refused unless they say the same")
  func twoPatiences() throws {
    var erlang = try usual()
    erlang.agents = 12
    erlang.patience = .exponential(mean: 60)
    #expect(throws: ErlangCaseError.self) { try erlang.answer() }
    erlang.patience = .exponential(mean: 120)
    #expect(try erlang.answer().model == .erlangA)
    erlang.patience = .lognormal(mean: 120, variation: 0.5)
    #expect(throws: ErlangCaseError.self) { try erlang.answer() }
    erlang.model = .generalPatience
    #expect(try erlang.answer().model == .generalPatience)
    erlang.patienceSeconds = 60
    #expect(throws: ErlangCaseError.self) { try erlang.answer() }
    // A model that reads no patience has none to choose from.
    erlang.model = .erlangC
    #expect(try erlang.answer().model == .erlangC)
  }
}
