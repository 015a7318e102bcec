/// Little's law, kept by the engine about itself in builds for tests: the time-integral of the number in a line is the sum
/// of what its contacts waited.
///
/// The integral follows the count that decides about blocking and callbacks, the waits follow each contact's own
/// coming and going, so a contact that is counted twice, never or at the wrong time breaks the law.
struct LengthLaw {
  private var count = 0
  private var lastSeconds = 0.0
  private(set) var area = 0.0
  private(set) var waits = 0.0

  mutating func enter(_ seconds: Double) {
    pass(seconds)
    count += 1
  }

  mutating func leave(_ seconds: Double, entered: Double) {
    pass(seconds)
    count -= 1
    waits += seconds - entered
  }

  private mutating func pass(_ seconds: Double) {
    assert(seconds >= lastSeconds, "time runs backward in a line")
    area += Double(count) * (seconds - lastSeconds)
    lastSeconds = seconds
  }

  /// Whether the two sides agree, up to rounding.
  var holds: Bool { count == 0 && abs(area - waits) <= 1e-6 * max(1, area) }
}

extension RoutingEngine {
  /// Notes that a contact has joined a line, in builds for tests.
  @inline(__always)
  mutating func checkEntered(_ line: Int, _ index: Int32) {
    #if DEBUG
      while joined.count < contacts.count { joined.append(0) }
      joined[Int(index)] = now
      if isExact(line) { laws[line].enter(now) }
    #endif
  }

  /// Notes that a contact has left a line, in builds for tests.
  @inline(__always)
  mutating func checkLeft(_ line: Int, _ index: Int32) {
    #if DEBUG
      if isExact(line) { laws[line].leave(now, entered: joined[Int(index)]) }
    #endif
  }

  /// Asserts at the end of a run what must hold in each, in builds for tests.
  @inline(__always)
  func checkLaws() {
    #if DEBUG
      for line in lines.indices {
        assert(laws[line].holds, "Little's law fails in line \(line): \(laws[line])")
      }
      for cell in queueTallies.indices {
        assert(queueTallies[cell].isConserved, "a contact was lost or invented")
      }
      for group in groups.indices {
        assert(groups[group].busy >= 0 && groups[group].sessions >= 0, "a desk was freed twice")
      }
    #endif
  }
}
