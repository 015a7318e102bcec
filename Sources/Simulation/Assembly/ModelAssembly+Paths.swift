internal import ContactCenter

extension ModelAssembly {
  /// Volumes from sample paths, for the queues that have some.
  ///
  /// Paths are in order of their numbers, and the same number is the same future for all queues: where one has no row
  /// on a path, it has no contacts. Rows before or after the model are left out.
  ///
  /// *Throws*: ``SimulationError`` where a row inside the model begins no interval of it.
  mutating func addPaths(_ points: [SamplePathPoint]) throws(SimulationError) {
    guard let first = model.intervals.first?.start, let end = model.intervals.last?.end else {
      return
    }
    let known = Dictionary(
      model.queues.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let inside = points.filter {
      $0.start >= first && $0.start < end && known[$0.queue] != nil
    }
    let paths = Set(inside.map(\.path)).sorted()
    let rows = Dictionary(
      paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var volumes: [Int: [[Double]]] = [:]
    let blank = [[Double]](
      repeating: [Double](repeating: 0, count: model.intervals.count), count: paths.count)
    for point in inside {
      guard let interval = index(of: point.start) else {
        throw SimulationError(
          "the paths have an interval that is none of the plan's grid", place: point.queue,
          advice: "Maybe they were made with another interval length or time zone.")
      }
      guard let queue = known[point.queue], let row = rows[point.path] else { continue }
      volumes[queue, default: blank][row][interval] += point.offered
    }
    for (queue, own) in volumes { model.queues[queue].arrivals = .paths(own) }
    noteMissing(points, paths: paths.count)
  }

  private mutating func noteMissing(_ points: [SamplePathPoint], paths: Int) {
    if !points.isEmpty, paths == 0 {
      findings.append(
        Finding(
          .warning, code: "simulation.paths-of-another-period",
          "the sample paths have no row of the simulated queues and days: volumes are the forecast's",
          place: "paths", advice: "Maybe the file is of another forecast."))
    }
  }
}
