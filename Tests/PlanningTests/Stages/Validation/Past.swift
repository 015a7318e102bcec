import ContactCenter
import Planning
import Simulation

/// A past that is known to the last detail, because the simulation lived it: what a switch would have recorded.
struct Past {
  /// Days of 48 half-hours.
  var days = 3
  var contacts = 40.0
  var handleSeconds = 300.0
  var handleTimeVariation = 1.0
  var patienceSeconds = 120.0
  var agents = 8
  /// What the history says of agents.
  var recordedAgents: Double?
  var seed: UInt64 = 11
  /// Measures that the history does not have.
  var missing: Set<HistoryMeasure> = []

  static let grid = TimeGrid(zone: .utc, length: .thirtyMinutes)
  static let firstDay = CivilDate(daysSinceEpoch: 20_517)

  /// The plan that is right about everything but what a test changes.
  static var plan: Plan {
    var plan = Plan(
      center: "c", grid: grid,
      queues: [
        Queue(
          name: "q", channel: Channel(name: "voice", mode: .live), patience: Seconds(120),
          target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20)))
      ])
    plan.simulation.replications = 50
    plan.simulation.start = .empty
    plan.simulation.seed = 5
    return plan
  }

  private var intervals: [Interval] { Self.grid.intervals(from: Self.firstDay, days: days) }

  private var model: SimulationModel {
    let count = intervals.count
    return SimulationModel(
      intervals: intervals,
      queues: [
        QueueModel(
          name: "q", expectedContacts: Array(repeating: contacts, count: count),
          meanHandleSeconds: Array(repeating: handleSeconds, count: count),
          handleTimeVariation: handleTimeVariation, meanPatienceSeconds: patienceSeconds)
      ],
      groups: [GroupModel(name: "q", queues: ["q"])],
      staffing: .counts(["q": Array(repeating: agents, count: count)]))
  }

  /// The history, made from the trace of one replication.
  func history() throws -> DemandHistory {
    let count = intervals.count
    var offered = [Double](repeating: 0, count: count)
    var sums: [HistoryMeasure: [Double]] = [:]
    func add(_ measure: HistoryMeasure, _ index: Int, _ value: Double) {
      sums[measure, default: Array(repeating: 0, count: count)][index] += value
    }
    var came: [String: Int] = [:]
    var begun: [String: Double] = [:]
    let options = SimulationOptions(seed: seed, usesPatienceTimers: true)
    for event in try traceOnce(model, options: options) {
      guard let contact = event.contact else { continue }
      switch event.kind {
      case .arrived:
        let index = Int(event.seconds / 1800)
        came[contact] = index
        offered[index] += 1
      case .answered:
        let index = came[contact] ?? 0
        begun[contact] = event.seconds
        add(.answered, index, 1)
        add(.answeredWaitSeconds, index, event.waitSeconds ?? 0)
        if (event.waitSeconds ?? 0) <= 20 { add(.answeredInThreshold, index, 1) }
      case .abandoned:
        let index = came[contact] ?? 0
        add(.abandoned, index, 1)
        add(.abandonedWaitSeconds, index, event.waitSeconds ?? 0)
        if (event.waitSeconds ?? 0) <= 20 { add(.abandonedInThreshold, index, 1) }
      case .ended:
        add(.handleSeconds, came[contact] ?? 0, event.seconds - (begun[contact] ?? 0))
      default: break
      }
    }
    sums[.agents] = Array(repeating: recordedAgents ?? Double(agents), count: count)
    sums[.thresholdSeconds] = Array(repeating: 20, count: count)
    for measure in missing { sums[measure] = nil }
    return DemandHistory(
      queues: [
        QueueHistory(
          queue: "q", channel: "voice", starts: intervals.map(\.start), offered: offered,
          measures: sums.mapValues { $0.map { .some($0) } })
      ], length: .thirtyMinutes)
  }
}
