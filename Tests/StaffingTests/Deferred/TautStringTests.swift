import Testing

@testable import Staffing

@Suite("The taut string")
struct TautStringTests {
  @Test("without edges it is a straight line")
  func straight() {
    let gates = [1.0, 2, 3, 4].map {
      TautString.Gate(position: $0, lower: $0 == 4 ? 8 : 0, upper: 8)
    }
    #expect(TautString.heights(at: gates) == [2, 4, 6, 8])
  }

  @Test("it bends under a roof and over a floor")
  func bends() {
    let roof = [
      TautString.Gate(position: 1, lower: 0, upper: 1),
      TautString.Gate(position: 2, lower: 6, upper: 6),
    ]
    #expect(TautString.heights(at: roof) == [1, 6])
    let floor = [
      TautString.Gate(position: 1, lower: 5, upper: 9),
      TautString.Gate(position: 2, lower: 6, upper: 6),
    ]
    #expect(TautString.heights(at: floor) == [5, 6])
    #expect(TautString.heights(at: []) == [])
  }

  @Test("it stays in every corridor, and no flatter path exists at its steepest part")
  func corridors() {
    var state: UInt64 = 7
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    for _ in 0..<300 {
      var gates: [TautString.Gate] = []
      var (position, lower, upper) = (0.0, 0.0, 0.0)
      for _ in 0..<(1 + Int(random() * 30)) {
        position += 0.2 + random()
        upper += random() < 0.3 ? 5 * random() : 0
        lower = min(upper, lower + (random() < 0.3 ? 3 * random() : 0))
        gates.append(TautString.Gate(position: position, lower: lower, upper: upper))
      }
      gates[gates.count - 1].lower = upper
      let heights = TautString.heights(at: gates)
      #expect(heights.count == gates.count)
      var steepest = 0.0
      var before = (position: 0.0, height: 0.0)
      for (gate, height) in zip(gates, heights) {
        #expect(height >= gate.lower - 1e-9 && height <= gate.upper + 1e-9)
        steepest = max(steepest, (height - before.height) / (gate.position - before.position))
        before = (gate.position, height)
      }
      // Any path must climb from some roof to some later floor; the steepest such climb is needed.
      var needed = 0.0
      for (index, gate) in gates.enumerated() {
        needed = max(needed, gate.lower / gate.position)
        for earlier in gates[..<index] {
          needed = max(
            needed, (gate.lower - earlier.upper) / (gate.position - earlier.position))
        }
      }
      #expect(abs(steepest - needed) < 1e-9)
    }
  }
}
