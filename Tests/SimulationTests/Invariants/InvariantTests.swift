import ContactCenter
import TestSupport
import Testing

@testable import Simulation

/// What must hold whatever the center does: seeded random models with any mixture of behaviors.
@Suite struct InvariantTests {
  static let seed: UInt64 = 20_261_122
  static let everything = 0..<60

  @Test("One thread and four threads give the same bytes")
  func threads() async throws {
    for number in 0..<10 {
      let model = RandomCenter.model(.everything, seed: Self.seed, number: number)
      var options = SimulationOptions(seed: 3, replications: 11, threads: 1)
      let one = try await simulate(model, options: options)
      options.threads = 4
      let four = try await simulate(model, options: options)
      #expect(one.outcome == four.outcome, "model \(number)")
      #expect(one.total == four.total, "model \(number)")
      #expect(one.outcome == (try simulateSerially(model, options: options)).outcome)
    }
  }

  @Test("The order of queues, groups, agents, tiers' members and lines means nothing")
  func permutation() throws {
    for number in Self.everything {
      let model = RandomCenter.model(.everything, seed: Self.seed, number: number)
      var dice = ModelDice(seed: 77, number: number)
      var permuted = model
      permuted.queues = dice.shuffled(model.queues)
      permuted.groups = dice.shuffled(model.groups)
      permuted.lineGroups = dice.shuffled(model.lineGroups)
      for index in permuted.lineGroups.indices {
        permuted.lineGroups[index].queues = dice.shuffled(permuted.lineGroups[index].queues)
      }
      for index in permuted.queues.indices {
        permuted.queues[index].groupTiers = permuted.queues[index].groupTiers?.map {
          dice.shuffled($0)
        }
      }
      if case .roster(let spans) = model.staffing {
        permuted.staffing = .roster(dice.shuffled(spans))
      }
      let options = SimulationOptions(seed: 5, replications: 2)
      #expect(
        try traceOnce(permuted, options: options) == traceOnce(model, options: options),
        "model \(number)")
      #expect(
        try simulateSerially(permuted, options: options).outcome
          == simulateSerially(model, options: options).outcome, "model \(number)")
    }
  }

  /// When the contacts of each queue came for the first time, by their names.
  private func firstArrivals(_ trace: [TraceEvent]) -> [String: Double] {
    var result: [String: Double] = [:]
    for event in trace where event.kind == .arrived {
      guard let contact = event.contact, result[contact] == nil else { continue }
      result[contact] = event.seconds
    }
    return result
  }

  @Test("Another queue changes nobody else's arrivals")
  func anotherQueue() throws {
    for number in Self.everything {
      var model = RandomCenter.model(.everything, seed: Self.seed, number: number)
      // What a campaign dials depends on who is idle.
      for index in model.queues.indices { model.queues[index].behavior.outbound = nil }
      var extended = model
      extended.queues.append(
        QueueModel(
          name: "alone", expectedContacts: model.intervals.map { _ in 40 },
          meanHandleSeconds: model.intervals.map { _ in 300 }, meanPatienceSeconds: 60))
      extended.groups[0].queues.append("alone")
      let before = firstArrivals(try traceOnce(model))
      let after = firstArrivals(try traceOnce(extended))
      #expect(before == after.filter { !$0.key.hasPrefix("alone#") }, "model \(number)")
      #expect(after.count > before.count)
    }
  }

  private func expectSame(_ model: SimulationModel, _ label: String) throws {
    for replication in 0..<3 {
      var options = SimulationOptions(seed: 9)
      let lazy = try simulateOnce(model, options: options, replication: replication)
      options.usesPatienceTimers = true
      let timed = try simulateOnce(model, options: options, replication: replication)
      #expect(lazy.queues == timed.queues, "\(label), replication \(replication)")
      #expect(lazy.groups == timed.groups, "\(label), replication \(replication)")
      #expect(lazy.agents == timed.agents, "\(label), replication \(replication)")
      #expect(lazy.waits.counts == timed.waits.counts, "\(label), replication \(replication)")
    }
  }

  @Test(
    "Patience looked at when a turn comes gives the same bits as patience with an event of its own")
  func lazyPatience() throws {
    for number in 0..<80 {
      try expectSame(
        RandomCenter.model(.lazy, seed: Self.seed, number: number), "lazy model \(number)")
    }
    for number in Self.everything {
      try expectSame(
        RandomCenter.model(.everything, seed: Self.seed, number: number), "model \(number)")
    }
  }

  @Test("A run that is traced, in which every contact has a record, is the run that is not")
  func traced() throws {
    for (mixture, seed) in [(RandomCenter.Mixture.lazy, Self.seed), (.everything, 31)] {
      for number in 0..<60 {
        let model = RandomCenter.model(mixture, seed: seed, number: number)
        let options = SimulationOptions(seed: 2)
        let plain = try simulateOnce(model, options: options, replication: 1)
        var engine = RoutingEngine(try ModelLayout(model), options, isTracing: true)
        let traced = engine.run(replication: 1)
        #expect(plain.queues == traced.queues, "\(mixture) model \(number)")
        #expect(plain.groups == traced.groups, "\(mixture) model \(number)")
        #expect(plain.agents == traced.agents, "\(mixture) model \(number)")
      }
    }
  }

  @Test(
    "Every contact offered is answered, abandoned, blocked, contained, or still there, in every cell"
  )
  func conservation() throws {
    var offered = 0
    // The last two moved contacts by script that an agent had had already, and counted them twice.
    for number in Array(0..<100) + [109, 259] {
      let model = RandomCenter.model(.everything, seed: 31, number: number)
      for replication in 0..<3 {
        let tally = try simulateOnce(model, seed: 4, replication: replication)
        for (cell, own) in tally.queues.enumerated() {
          #expect(
            own.isConserved, "model \(number), replication \(replication), cell \(cell): \(own)")
          offered += own.offered
          let counts = [
            own.answered, own.abandoned, own.blocked, own.contained, own.unreached, own.movedOut,
            own.waiting, own.inSelfService, own.waitingLate, own.backlog,
          ]
          #expect(counts.allSatisfy { $0 >= 0 })
          #expect(own.answeredInThreshold <= own.answered && own.waitingLate <= own.waiting)
          #expect(own.abandonedInThreshold <= own.abandoned)
        }
        for own in tally.groups {
          #expect(own.busySeconds >= -1e-6 && own.busySeconds <= own.staffedSeconds + 1e-6)
          #expect(own.sessionSeconds >= -1e-6 && own.absentSeconds >= -1e-6)
        }
      }
    }
    #expect(offered > 15_000)
  }

  @Test("Little's law: the number waiting, over time, is the waits of those who waited")
  func little() throws {
    for number in 0..<60 {
      let model = RandomCenter.model(.lazy, seed: Self.seed, number: number)
      let options = SimulationOptions(seed: 2, usesPatienceTimers: true)
      let tally = try simulateOnce(model, options: options, replication: 0)
      var area = [String: Double]()
      var since = [String: Double]()
      var waiting = [String: Set<String>]()
      for event in try traceOnce(model, options: options) {
        guard let queue = event.queue, let contact = event.contact else { continue }
        let isWaiting = waiting[queue]?.contains(contact) ?? false
        guard event.kind == .waiting || isWaiting else { continue }
        area[queue, default: 0] +=
          Double(waiting[queue, default: []].count) * (event.seconds - since[queue, default: 0])
        since[queue] = event.seconds
        switch event.kind {
        case .waiting: waiting[queue, default: []].insert(contact)
        case .answered, .abandoned: waiting[queue]?.remove(contact)
        default: break
        }
      }
      for (index, name) in model.queues.map(\.name).sorted().enumerated() {
        let own = tally.queue(index, over: 0..<(model.intervals.count + 1))
        // Those still waiting when time ends are counted with their number only.
        guard own.waiting == 0, own.offered > 0 else { continue }
        let waits = own.answeredWaitSeconds + own.abandonedWaitSeconds
        #expect(
          abs(area[name, default: 0] - waits) <= 1e-6 * max(1, waits),
          "model \(number), \(name): area \(area[name, default: 0]), waits \(waits)")
        #expect(waiting[name, default: []].isEmpty)
      }
    }
  }

  @Test("A contact brings the same handle time and patience to any staff")
  func sameCustomers() throws {
    for number in 0..<30 {
      var model = RandomCenter.model(.lazy, seed: Self.seed, number: number)
      for index in model.queues.indices {
        model.queues[index].sessions = 1
        model.queues[index].behavior.balking = Share(0)
      }
      for index in model.groups.indices { model.groups[index].proficiencies = [:] }
      func customers(_ agents: Int) throws -> (work: [String: Double], patience: [String: Double]) {
        model.staffing = .counts(
          Dictionary(
            model.groups.map { ($0.name, model.intervals.map { _ in agents }) },
            uniquingKeysWith: { one, _ in one }))
        var begun: [String: Double] = [:]
        var work: [String: Double] = [:]
        var patience: [String: Double] = [:]
        for event in try traceOnce(model) {
          guard let contact = event.contact else { continue }
          switch event.kind {
          case .answered: begun[contact] = event.seconds
          case .ended: work[contact] = event.seconds - begun[contact, default: .nan]
          case .abandoned: patience[contact] = event.waitSeconds
          default: break
          }
        }
        return (work, patience)
      }
      let few = try customers(1)
      let many = try customers(3)
      for (contact, seconds) in few.work {
        guard let other = many.work[contact] else { continue }
        #expect(abs(seconds - other) < 1e-6, "model \(number), \(contact)")
      }
      for (contact, seconds) in few.patience {
        guard let other = many.patience[contact] else { continue }
        #expect(abs(seconds - other) < 1e-6, "model \(number), \(contact)")
      }
    }
  }
}
