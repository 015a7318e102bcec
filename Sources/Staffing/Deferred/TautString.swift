/// The shortest path through a corridor: the flattest way to do work neither before it has come nor after it
/// is due.
///
/// The slopes of the shortest path have the smallest maximum and the largest minimum of all paths through
/// the corridor, so the work is spread as evenly as deadlines allow, and its steepest part is the largest
/// work / (window + deadline) over all windows.
struct TautString {
  /// One gate of the corridor.
  struct Gate {
    /// Where the gate stands, ascending.
    var position: Double
    /// The least height at it.
    var lower: Double
    /// The largest height at it, at least `lower`.
    var upper: Double
  }

  /// The heights of the path at the gates, from height 0 at position 0 to the last gate's lower end.
  ///
  /// *Complexity*: O(gates × gates between two bends).
  static func heights(at gates: [Gate]) -> [Double] {
    var heights: [Double] = []
    heights.reserveCapacity(gates.count)
    var position = 0.0
    var height = 0.0
    var next = 0
    while next < gates.count {
      let bend = bend(after: next, in: gates, position: position, height: height)
      let slope = (bend.height - height) / (gates[bend.gate].position - position)
      while next < bend.gate {
        heights.append(height + slope * (gates[next].position - position))
        next += 1
      }
      heights.append(bend.height)
      next += 1
      position = gates[bend.gate].position
      height = bend.height
    }
    return heights
  }

  /// The first gate at which a string pulled tight from here touches an edge.
  private static func bend(
    after first: Int, in gates: [Gate], position: Double, height: Double
  ) -> (gate: Int, height: Double) {
    var roof = (slope: Double.infinity, gate: first)
    var floor = (slope: -Double.infinity, gate: first)
    for index in first..<gates.count {
      let gate = gates[index]
      let distance = gate.position - position
      let down = (gate.lower - height) / distance
      let isLast = index == gates.count - 1
      let up = ((isLast ? gate.lower : gate.upper) - height) / distance
      if down > roof.slope { return (roof.gate, gates[roof.gate].upper) }
      if up < floor.slope { return (floor.gate, gates[floor.gate].lower) }
      if up <= roof.slope { roof = (up, index) }
      if down >= floor.slope { floor = (down, index) }
    }
    return (gates.count - 1, gates[gates.count - 1].lower)
  }
}
