internal import Probability

/// A stationary run cut into warm-up and batches: pure statistics on what its cells counted.
///
/// *Formula*: the cells' mean waits in fives go through MSER-5, which says where the transient ends. What is left makes
/// ``batchCount`` batches of equally many cells, whose measures are taken as independent: Student's t over batches.
/// Cells that are left over at the front go with the warm-up.
///
/// *Source*: `WarmUpTruncation`; batch means by Schmeiser (1982), Batch size effects in the analysis of simulation
/// output, doi:10.1287/opre.30.3.556, who finds 10 to 30 batches enough.
struct StationaryEstimate {
  /// Batches of the measured part.
  static let batchCount = 30
  /// Cells that MSER-5 puts into one value.
  static let cellsPerValue = 5

  /// Cells that are left out.
  let warmUpCells: Int
  /// The cells of each batch.
  let batches: [Range<Int>]
  /// The correlation of neighboring batches' mean waits: near 0 where batches are long enough; 0 where no wait varies.
  let batchCorrelation: Double

  /// Finds warm-up and batches from the wait of all contacts that arrived in each cell, and their number.
  ///
  /// *Edge cases*: nil where the warm-up eats half of the run, or fewer than two cells are left for a batch.
  init?(_ cells: [PairedDifference.Fraction]) {
    let size = Self.cellsPerValue
    var values: [Double] = []
    for start in stride(from: 0, to: cells.count - size + 1, by: size) {
      // A stretch without contacts says nothing new.
      values.append(Self.mean(cells[start..<(start + size)]) ?? values.last ?? 0)
    }
    guard let truncated = WarmUpTruncation.marginalStandardError(values) else { return nil }
    let length = (cells.count - truncated * size) / Self.batchCount
    guard length >= 2 else { return nil }
    let first = cells.count - length * Self.batchCount
    warmUpCells = first
    batches = (0..<Self.batchCount).map {
      (first + $0 * length)..<(first + ($0 + 1) * length)
    }
    batchCorrelation = Self.correlation(batches.map { Self.mean(cells[$0]) ?? 0 })
  }

  private static func mean(_ cells: ArraySlice<PairedDifference.Fraction>) -> Double? {
    let sum = cells.reduce(PairedDifference.Fraction(0, 0), +)
    return sum.denominator > 0 ? sum.numerator / sum.denominator : nil
  }

  /// The lag-one autocorrelation.
  private static func correlation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares > 0 else { return 0 }
    return zip(values, values.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
      / squares
  }
}
