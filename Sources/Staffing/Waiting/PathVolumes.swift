internal import ContactCenter

/// The sample paths of one queue on the steps of its forecast.
struct PathVolumes {
  /// Contacts of each step, path by path.
  let volumes: [[Double]]

  /// The paths of a queue, in order of their numbers; nil where none has a row in the forecast's time.
  ///
  /// The same number is the same future for all queues: where a queue has no row on a path it has no contacts. Steps that
  /// no path of the queue reaches keep the forecast's mean.
  init?(_ points: [SamplePathPoint], of demand: QueueForecast, request: StaffingRequest) {
    let places = Dictionary(
      demand.intervals.enumerated().map { ($1.start, $0) }, uniquingKeysWith: { first, _ in first })
    let inside = points.filter { $0.queue == demand.queue && places[$0.start] != nil }
    guard !inside.isEmpty else { return nil }
    let numbers = Set(inside.map(\.path)).sorted()
    let rows = Dictionary(
      numbers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var reached = [Bool](repeating: false, count: demand.intervals.count)
    var volumes = [[Double]](
      repeating: [Double](repeating: 0, count: demand.intervals.count), count: numbers.count)
    for point in inside {
      guard let row = rows[point.path], let step = places[point.start], point.offered.isFinite
      else { continue }
      volumes[row][step] += max(0, point.offered)
      reached[step] = true
    }
    for step in reached.indices where !reached[step] {
      for row in volumes.indices { volumes[row][step] = demand.intervals[step].offered }
    }
    self.volumes = volumes
  }
}
