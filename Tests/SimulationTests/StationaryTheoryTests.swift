import ContactCenter
import Probability
import Simulation
import TestSupport
import Testing

private let seed: UInt64 = 20_261_101

/// Models with known answers that do not change over time.
@Suite(.enabled(if: TestBuild.isOptimized, "millions of arrivals need an optimized build"))
struct StationaryTheoryTests {
  // M/M/50+M: 48 erlangs, handle time 180 s, patience 120 s, by its birth-death chain.
  @Test("A single queue with abandonment agrees with Erlang A")
  func erlangA() throws {
    let queue = QueueModel(
      name: "q", expectedContacts: [960], meanHandleSeconds: [180], meanPatienceSeconds: 120,
      target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(0)))
    let model = Study.stationary(
      queues: [queue], groups: [GroupModel(name: "g", queues: ["q"])], agents: ["g": 50],
      measuredSeconds: 375_000)
    let study = try Study(model, over: 1..<2, seed: seed, replications: 400)
    #expect(study.offered > 39_900_000)
    expect(study.queues[0].abandonment, equals: 0.044476, sharpness: 0.01, "P(abandon)")
    expect(study.queues[0].meanWait, equals: 5.3371, sharpness: 0.01, "E[wait]")
    expect(study.queues[0].inThreshold, equals: 1 - 0.36831, sharpness: 0.01, "P(no wait)")
    expect(study.occupancy[0], equals: 0.91730, sharpness: 0.01, "occupancy")
  }

  // Pollaczek and Khinchine: E[W] = λ E[S²] / (2(1 − ρ)) with λ = 1/300, E[S] = 180, cv = 0.7, so ρ = 0.6,
  // E[S²] = 180² · 1.49 = 48276 and E[W] = 201.15.
  @Test("Lognormal handle times agree with the M/G/1 queue")
  func pollaczekKhinchine() throws {
    let queue = QueueModel(
      name: "q", expectedContacts: [12], meanHandleSeconds: [180], handleTimeVariation: 0.7)
    let model = Study.stationary(
      queues: [queue], groups: [GroupModel(name: "g", queues: ["q"])], agents: ["g": 1],
      measuredSeconds: 30_000_000)
    let study = try Study(model, over: 1..<2, seed: seed, replications: 30)
    expect(study.queues[0].meanWait, equals: 201.15, sharpness: 0.02, "E[wait]")
    expect(study.occupancy[0], equals: 0.6, sharpness: 0.01, "occupancy")
  }

  // The same with constant handle times: E[W] = λ s² / (2(1 − ρ)) = 135.
  @Test("Constant handle times agree with the M/D/1 queue")
  func constant() throws {
    let queue = QueueModel(
      name: "q", expectedContacts: [12], meanHandleSeconds: [180], handleTimeVariation: 0)
    let model = Study.stationary(
      queues: [queue], groups: [GroupModel(name: "g", queues: ["q"])], agents: ["g": 1],
      measuredSeconds: 30_000_000)
    let study = try Study(model, over: 1..<2, seed: seed, replications: 30)
    expect(study.queues[0].meanWait, equals: 135, sharpness: 0.02, "E[wait]")
  }

  // Cobham: W₀ = Σλᵢ E[Sᵢ²]/2; E[W₁] = W₀/(1−ρ₁), E[W₂] = W₀/((1−ρ₁)(1−ρ)). Two classes at 1/400 a second each,
  // exponential with mean 120 (ρ₁ = 0.3, ρ = 0.6): W₀ = 2 · (1/400) · 120² = 72.
  @Test("Static priorities agree with Cobham's formula")
  func priorities() throws {
    let queues = ["first", "second"].map {
      QueueModel(name: $0, expectedContacts: [9], meanHandleSeconds: [120])
    }
    let model = Study.stationary(
      queues: queues, groups: [GroupModel(name: "g", queues: ["first", "second"])],
      agents: ["g": 1], measuredSeconds: 30_000_000)
    let study = try Study(model, over: 1..<2, seed: seed, replications: 30)
    expect(study.queues[0].meanWait, equals: 72 / 0.7, sharpness: 0.02, "E[wait] first")
    expect(study.queues[1].meanWait, equals: 72 / (0.7 * 0.4), sharpness: 0.02, "E[wait] second")
  }

  // Three classes, five pools, 100 agents at 96 erlangs. No exact value exists: two independent programs gave, at
  // 5e6 arrivals, P(abandon) .01654, .02274, .07103 and E[wait] 1.481, 3.424, 21.29.
  @Test("Skill-based routing over five pools agrees with two other programs")
  func fivePools() throws {
    func queue(
      _ name: String, _ perSecond: Double, _ handle: Double, _ patience: Double, _ route: [String]
    ) -> QueueModel {
      QueueModel(
        name: name, expectedContacts: [perSecond * 3600], meanHandleSeconds: [handle],
        meanPatienceSeconds: patience, groupTiers: route.map { [$0] })
    }
    let model = Study.stationary(
      queues: [
        queue("0", 0.15, 200, 90, ["P0", "P3", "P4"]),
        queue("1", 0.20, 180, 150, ["P1", "P3", "P4"]), queue("2", 0.10, 300, 300, ["P2", "P4"]),
      ],
      groups: [
        GroupModel(name: "P0", queues: ["0"]), GroupModel(name: "P1", queues: ["1"]),
        GroupModel(name: "P2", queues: ["2"]), GroupModel(name: "P3", queues: ["0", "1"]),
        GroupModel(name: "P4", queues: ["0", "1", "2"]),
      ],
      agents: ["P0": 20, "P1": 25, "P2": 20, "P3": 20, "P4": 15], measuredSeconds: 220_000)
    let study = try Study(model, over: 1..<2, seed: seed, replications: 50)
    let reference = [(0.01654, 1.481), (0.02274, 3.424), (0.07103, 21.29)]
    for (queue, (abandonment, wait)) in zip(study.queues, reference) {
      // The reference has an error of its own, about the size of ours.
      let error = queue.abandonment.standardError
      #expect(abs(queue.abandonment.ratio - abandonment) < 3.29 * 1.42 * error)
      #expect(abs(queue.meanWait.ratio - wait) < 3.29 * 1.42 * queue.meanWait.standardError)
      #expect(error < 0.02 * abandonment)
    }
  }
}
