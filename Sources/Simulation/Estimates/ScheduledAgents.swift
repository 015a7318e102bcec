/// The agents that staffing puts into each interval, whatever the simulation does with them.
struct ScheduledAgents {
  private let boundaries: ContiguousArray<Double>
  private let groupCount: Int
  /// Agent-seconds at `interval * groups + group`.
  private var seconds: ContiguousArray<Double>

  init(_ layout: ModelLayout) {
    boundaries = layout.boundaries
    groupCount = layout.groups.count
    seconds = ContiguousArray(repeating: 0, count: layout.intervalCount * groupCount)
    var current = ContiguousArray(repeating: 0, count: groupCount)
    var next = 0
    for interval in 0..<layout.intervalCount {
      let end = boundaries[interval + 1]
      let base = interval * groupCount
      for group in 0..<groupCount {
        seconds[base + group] = Double(current[group]) * (end - boundaries[interval])
      }
      while next < layout.changes.count, layout.changes[next].seconds < end {
        let change = layout.changes[next]
        let subject = Int(change.subject)
        let group = layout.isRoster ? Int(layout.agentGroup[subject]) : subject
        let step =
          layout.isRoster
          ? (change.value == 1 ? 1 : -1) : Int(change.value) - current[group]
        current[group] += step
        seconds[base + group] += Double(step) * (end - change.seconds)
        next += 1
      }
    }
  }

  /// The mean number of agents of some groups over some intervals.
  func meanAgents(of groups: [Int], over intervals: Range<Int>) -> Double {
    var sum = 0.0
    for interval in intervals {
      for group in groups { sum += seconds[interval * groupCount + group] }
    }
    return sum / (boundaries[intervals.upperBound] - boundaries[intervals.lowerBound])
  }
}
