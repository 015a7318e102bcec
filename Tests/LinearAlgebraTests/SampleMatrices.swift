import LinearAlgebra

/// Repeatable pseudo-random matrices: a linear congruential generator is enough to avoid special structure.
struct SampleMatrices {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func value() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53) * 2 - 1
  }

  mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(
      rowCount: rows, columnCount: columns,
      columnMajor: (0..<rows * columns).map { _ in value() })
  }
}

/// The largest absolute difference between two lists of equal length.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).map { abs($0 - $1) }.max() ?? 0
}
