import ContactCenter
import TestSupport
import Testing

@testable import Simulation

/// The engine beside a second simulator that shares nothing with it.
@Suite struct NaiveSimulatorTests {
  /// The same random center in the words of both.
  struct Pair {
    var model: SimulationModel
    var lines: [NaiveSimulator.Line]
    var teams: [NaiveSimulator.Team]
    var customers: [NaiveSimulator.Customer]

    init(number: Int) {
      var dice = ModelDice(seed: 4711, number: number)
      let names = (0..<dice.whole(1...4)).map { "q\($0)" }
      teams = (0..<dice.whole(1...4)).map { index in
        let served = Array(dice.shuffled(names).prefix(dice.whole(1...names.count)))
        return NaiveSimulator.Team(
          name: "g\(index)", queues: served, isOldestFirst: dice.chance(0.4),
          speed: Dictionary(
            served.map { ($0, dice.pick([0.5, 1, 2])) }, uniquingKeysWith: { one, _ in one }),
          agents: dice.whole(0...4))
      }
      lines = []
      customers = []
      var queues: [QueueModel] = []
      for name in names {
        let serving = dice.shuffled(teams.filter { $0.queues.contains(name) }.map(\.name))
        let cut = dice.whole(0...serving.count)
        let tiers = [Array(serving.prefix(cut)), Array(serving.dropFirst(cut))]
        let line = NaiveSimulator.Line(name: name, sessions: dice.pick([1, 1, 2, 4]), tiers: tiers)
        lines.append(line)
        let times = (0..<dice.whole(0...60)).map { _ in dice.between(0, 3500) }.sorted()
        let own = times.enumerated().map { index, seconds in
          NaiveSimulator.Customer(
            name: "\(name)#\(index)", queue: name, arrival: seconds, work: dice.between(10, 400),
            patience: dice.chance(0.7) ? dice.between(1, 300) : 1e6)
        }
        customers += own
        var queue = Recorded.queue(
          name,
          own.map {
            TracedContact(
              seconds: $0.arrival, handleSeconds: $0.work, patienceSeconds: $0.patience)
          })
        queue.sessions = line.sessions
        queue.groupTiers = tiers
        queues.append(queue)
      }
      model = Recorded.model(
        queues,
        teams.map {
          GroupModel(
            name: $0.name, queues: $0.queues, proficiencies: $0.speed,
            queueChoice: $0.isOldestFirst ? .oldest : .priority)
        },
        Dictionary(teams.map { ($0.name, [$0.agents]) }, uniquingKeysWith: { one, _ in one }),
        seconds: 3600)
    }
  }

  @Test(
    "The same contacts are answered by the same groups at the same times", arguments: [false, true])
  func sameAnswers(usesTimers: Bool) throws {
    var answered = 0
    var abandoned = 0
    for number in 0..<200 {
      let pair = Pair(number: number)
      let naive = NaiveSimulator(
        lines: pair.lines, teams: pair.teams, customers: pair.customers, end: 3600)
      let trace = try traceOnce(
        pair.model, options: SimulationOptions(seed: 1, usesPatienceTimers: usesTimers))
      let answers = trace.filter { $0.kind == .answered }.map {
        NaiveSimulator.Answer(
          contact: $0.contact ?? "", group: $0.group ?? "", seconds: $0.seconds)
      }
      #expect(answers.map(\.contact) == naive.answers.map(\.contact), "model \(number)")
      #expect(answers.map(\.group) == naive.answers.map(\.group), "model \(number)")
      for (one, other) in zip(answers, naive.answers) {
        #expect(abs(one.seconds - other.seconds) < 1e-6, "model \(number), \(one.contact)")
      }
      #expect(
        trace.contacts(.abandoned).sorted() == naive.abandoned.sorted(), "model \(number)")
      answered += answers.count
      abandoned += naive.abandoned.count
    }
    #expect(answered > 4000 && abandoned > 1200)
  }
}
