public import LinearAlgebra

/// What adds up to what: bottom series and sums of them.
///
/// ```swift
/// // Two queues, their channel.
/// let hierarchy = SummingHierarchy(bottomCount: 2, sums: [[0, 1]])
/// hierarchy.total(of: [3, 4])    // [7, 3, 4]: the sums first
/// ```
public struct SummingHierarchy: Hashable, Sendable {
  /// The number of bottom series.
  public let bottomCount: Int
  /// The bottom series in each sum, from the whole down; a sum may hold other sums' series.
  public let sums: [[Int]]

  /// Creates a hierarchy; members outside the bottom series are a programmer's error.
  public init(bottomCount: Int, sums: [[Int]]) {
    precondition(sums.allSatisfy { $0.allSatisfy { (0..<bottomCount).contains($0) } })
    self.bottomCount = bottomCount
    self.sums = sums
  }

  /// All nodes: the sums, then the bottom series.
  public var nodeCount: Int { sums.count + bottomCount }

  /// Every node's value from those of the bottom series.
  public func total(of bottom: [Double]) -> [Double] {
    sums.map { members in members.reduce(0) { $0 + bottom[$1] } } + bottom
  }

  /// The summing matrix S: a row per node, a column per bottom series.
  public var matrix: Matrix {
    var matrix = Matrix(rowCount: nodeCount, columnCount: bottomCount)
    for (row, members) in sums.enumerated() { for member in members { matrix[row, member] = 1 } }
    for bottom in 0..<bottomCount { matrix[sums.count + bottom, bottom] = 1 }
    return matrix
  }
}
