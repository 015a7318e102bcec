internal import ContactCenter
internal import Probability

/// The most cells a stationary run is cut into: 600 values for MSER-5, and little memory.
private let mostCells = 3000
/// The fewest, so that batches and the search for the warm-up have something to go by.
private let fewestCells = 200

/// Runs an unchanging center once and for long, finds its warm-up, and returns estimates by batch means.
///
/// The model has one interval of constant rates and staff, as `SimulationModel.stationary(seconds:queues:groups:agents:)`
/// makes it. The interval is cut into up to 3,000 cells of whole seconds, a rest below one cell being left
/// away; the cells' mean waits say where the transient ends, and what follows makes 30 batches. Of `options`, seed and
/// sampling of replication 0 count.
///
/// ```swift
/// let model = SimulationModel.stationary(
///   seconds: 3_600_000, queues: [queue], groups: [GroupModel(name: "g", queues: ["q"])], agents: ["g": 50])
/// let result = try simulateStationary(model, options: SimulationOptions(seed: 1))
/// print(result.warmUpSeconds, result.outcome.run(.queue, "q")?.serviceLevel ?? .nan)
/// ```
///
/// *Throws*: ``SimulationError`` if the model cannot be simulated, changes over time, is shorter than 200 seconds, or
/// has not settled after half of the run.
public func simulateStationary(
  _ model: SimulationModel, options: SimulationOptions = SimulationOptions()
) throws(SimulationError) -> StationaryResult {
  let cut = try cells(of: model)
  let layout = try ModelLayout(cut)
  var engine = RoutingEngine(layout, options)
  let tally = engine.run(replication: 0)
  for cell in tally.queues where !cell.isConserved { throw .notConserved(cell) }
  guard let estimate = StationaryEstimate(waits(tally, layout)) else {
    throw SimulationError(
      "waits have not settled after half of \(layout.boundaries[layout.intervalCount]) seconds",
      place: "stationary",
      advice: "Maybe the run is too short, or there are too few agents to ever keep up.")
  }
  return StationaryResult(tally, estimate, cut, layout)
}

/// The wait of all contacts that arrived in each cell, and their number.
///
/// Contacts still waiting at the end have waited since their cell: without them a center that never catches up would
/// show no wait at all once nobody is answered any more, and would look settled.
private func waits(
  _ tally: ReplicationTally, _ layout: ModelLayout
) -> [PairedDifference.Fraction] {
  let end = layout.boundaries[layout.intervalCount]
  return (0..<layout.intervalCount).map { cell in
    var sum = PairedDifference.Fraction(0, 0)
    for queue in layout.queues.indices {
      let own = tally.queue(queue, over: cell..<(cell + 1))
      sum.numerator +=
        own.answeredWaitSeconds + own.abandonedWaitSeconds
        + Double(own.waiting) * (end - layout.boundaries[cell + 1])
      sum.denominator += Double(own.answeredAfterWait + own.abandoned + own.waiting)
    }
    return sum
  }
}

/// The same model with its one interval cut into many.
private func cells(of model: SimulationModel) throws(SimulationError) -> SimulationModel {
  guard model.intervals.count == 1, let whole = model.intervals.first else {
    throw SimulationError(
      "a stationary run has one interval, not \(model.intervals.count)", place: "stationary",
      advice: "Maybe a plan's demand was meant, which changes over the day.")
  }
  let seconds = whole.end.seconds(since: whole.start)
  guard seconds >= fewestCells else {
    throw SimulationError(
      "a stationary run of \(seconds) seconds is too short", place: "stationary",
      advice: "Maybe give it at least some thousand contacts.")
  }
  let length = (seconds + mostCells - 1) / mostCells
  let count = seconds / length
  // Checks the queues before their lists are read.
  _ = try ModelLayout(model)
  var copy = model
  copy.intervals = (0..<count).map {
    Interval(
      start: whole.start.advanced(by: $0 * length),
      end: whole.start.advanced(by: ($0 + 1) * length))
  }
  // One day: its waits then are one histogram.
  copy.days = [0..<count]
  copy.weeks = []
  copy.firstReportedInterval = 0
  for index in copy.queues.indices {
    let queue = copy.queues[index]
    try checkConstant(queue)
    let contacts = queue.expectedContacts[0] / Double(seconds) * Double(length)
    copy.queues[index].expectedContacts = Array(repeating: contacts, count: count)
    copy.queues[index].meanHandleSeconds = Array(
      repeating: queue.meanHandleSeconds[0], count: count)
  }
  if case .counts(let numbers) = model.staffing {
    copy.staffing = .counts(numbers.mapValues { Array(repeating: $0.first ?? 0, count: count) })
  }
  return copy
}

/// Refuses what changes from day to day.
private func checkConstant(_ queue: QueueModel) throws(SimulationError) {
  guard case .rates = queue.arrivals, queue.openSeconds == nil else {
    throw SimulationError(
      "arrivals are recorded, on paths or have opening hours, and so change over time",
      place: queue.name, advice: "Maybe a stationary run was not meant.")
  }
  guard queue.busynessVariation == 0, queue.behavior.intervalVariation == 0 else {
    throw SimulationError(
      "the busyness varies, and a stationary run has constant rates", place: queue.name,
      advice: "Maybe set the busyness variation to 0.")
  }
}
