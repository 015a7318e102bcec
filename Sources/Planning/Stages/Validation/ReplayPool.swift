internal import ContactCenter
internal import Simulation

/// The queues whose agents may be the same people, and what those people were busy with.
struct ReplayPool {
  /// Queues of the model, by index in order of name.
  var queues: [Int]
  /// Groups of the model, by index in order of name.
  var groups: [Int]
  /// Staffed agent-seconds by interval of the model.
  var staffedSeconds: [Double]

  /// The pools of a model: queues that share a group, directly or through others, are in one.
  ///
  /// The first element says for each queue the number of its pool.
  static func pools(of model: SimulationModel) -> (ofQueue: [Int], pools: [ReplayPool]) {
    let queues = model.queues.map(\.name).sorted()
    let groups = model.groups.sorted { $0.name < $1.name }
    var number = Array(queues.indices)
    for group in groups {
      let members = queues.indices.filter { group.queues.contains(queues[$0]) }
      guard let lowest = members.map({ number[$0] }).min() else { continue }
      let joined = Set(members.map { number[$0] })
      for index in number.indices where joined.contains(number[index]) { number[index] = lowest }
    }
    let kept = Set(number).sorted()
    let ofQueue = number.map { kept.firstIndex(of: $0) ?? 0 }
    let pools = kept.indices.map { pool in
      let members = queues.indices.filter { ofQueue[$0] == pool }
      let own = groups.indices.filter { group in
        groups[group].queues.contains { name in members.contains { queues[$0] == name } }
      }
      return ReplayPool(
        queues: members, groups: own,
        staffedSeconds: staffed(model, by: Set(own.map { groups[$0].name })))
    }
    return (ofQueue, pools)
  }

  private static func staffed(_ model: SimulationModel, by groups: Set<String>) -> [Double] {
    var seconds = [Double](repeating: 0, count: model.intervals.count)
    switch model.staffing {
    case .counts(let counts):
      for (name, numbers) in counts where groups.contains(name) {
        for (index, agents) in numbers.enumerated() where index < seconds.count {
          seconds[index] += Double(agents) * Double(model.intervals[index].seconds)
        }
      }
    case .roster(let spans):
      guard let origin = model.intervals.first?.start else { return seconds }
      let starts = model.intervals.map { Double($0.start.seconds(since: origin)) }
      for span in spans where groups.contains(span.group) {
        var index = max(0, starts.partitioningIndex { $0 > span.start } - 1)
        while index < starts.count, starts[index] < span.end {
          let end = starts[index] + Double(model.intervals[index].seconds)
          seconds[index] += max(0, min(end, span.end) - max(starts[index], span.start))
          index += 1
        }
      }
    }
    return seconds
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that no earlier element does.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
