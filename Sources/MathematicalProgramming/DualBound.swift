/// A lower bound on every answer to a program, derived from the program and one dual value per row.
///
/// Goals, in order: the bound holds for every feasible answer whatever the duals are and however they were found,
/// rounding included; with the duals of an optimum it is the optimum, up to that rounding; it costs one pass over the
/// matrix.
///
/// *Formula*: with reduced costs d = c − Aᵀy, every feasible x has
///
///     cᵀx = yᵀAx + dᵀx ≥ Σᵢ min(yᵢ·Lᵢ, yᵢ·Uᵢ) + Σⱼ min(dⱼ·lⱼ, dⱼ·uⱼ)
///
/// over the bounds L, U of the rows and l, u of the columns. Sums are rounded outward by the usual bound n·ε·Σ|terms|.
///
/// *Edge cases*: a dual that would meet an infinite row bound counts as 0, which any dual may. A reduced cost that
/// would meet an infinite column bound is first met by the bound that the rows imply for that column; then all duals
/// are shrunk by less than 1e-5, which lifts it where the column's own cost has the right sign; where neither helps,
/// the bound is −infinity.
///
/// *Source*: A. Neumaier, O. Shcherbina, "Safe bounds in linear and mixed-integer linear programming", Mathematical
/// Programming 99 (2004) 283–296, doi:10.1007/s10107-003-0433-3.
public struct DualBound: Sendable, Equatable {
  /// No feasible answer costs less.
  public let value: Double
  /// The duals it was derived from, those that could not hold set to 0.
  public let rowDuals: [Double]
  /// Each column's cost less what its row entries are worth at `rowDuals`.
  public let reducedCosts: [Double]

  /// Derives the bound; integrality is ignored.
  ///
  /// A wrong number of duals counts as no duals.
  ///
  /// *Complexity*: O(columns + terms), a few times that where column bounds are infinite.
  public init(rowDuals: [Double], of program: LinearProgram) {
    var duals = [Double](repeating: 0, count: program.rowCount)
    if rowDuals.count == program.rowCount {
      for (row, dual) in rowDuals.enumerated() where dual.isFinite {
        let bound = dual > 0 ? program.rowLowerBounds[row] : program.rowUpperBounds[row]
        if bound.isFinite { duals[row] = dual }
      }
    }
    var columns = (lower: program.lowerBounds, upper: program.upperBounds)
    var sums = Sums(duals, of: program)
    var total = sums.bound(lower: columns.lower, upper: columns.upper)
    if total == nil {
      columns = ImpliedBounds.of(program)
      total = sums.bound(lower: columns.lower, upper: columns.upper)
    }
    // Twice, because shrinking rounds anew.
    for _ in 0..<2 where total == nil {
      guard let share = sums.shrinkage(lower: columns.lower, upper: columns.upper) else { break }
      for row in duals.indices { duals[row] *= 1 - share }
      sums = Sums(duals, of: program)
      total = sums.bound(lower: columns.lower, upper: columns.upper)
    }
    value = total ?? -.infinity
    self.rowDuals = duals
    reducedCosts = sums.reduced
  }

  /// One unit in the last place of 1, twice what one rounding can do.
  private static let epsilon = Double.ulpOfOne

  /// Reduced costs with their rounding errors, and the rows' part of the bound.
  private struct Sums {
    let costs: [Double]
    var reduced: [Double]
    /// Largest distance of each reduced cost from its true value.
    var errors: [Double]
    var rowTotal: Double
    var rowMagnitude: Double
    let rowCount: Int

    init(_ duals: [Double], of program: LinearProgram) {
      costs = program.costs
      reduced = program.costs
      rowCount = program.rowCount
      rowTotal = program.constantCost
      rowMagnitude = abs(program.constantCost)
      var magnitudes = program.costs.map(abs)
      var counts = [Double](repeating: 0, count: program.columnCount)
      for (row, dual) in duals.enumerated() where dual != 0 {
        let side = dual > 0 ? program.rowLowerBounds[row] : program.rowUpperBounds[row]
        rowTotal += dual * side
        rowMagnitude += abs(dual * side)
        for term in Int(program.rowStarts[row])..<Int(program.rowStarts[row + 1]) {
          let column = Int(program.termColumns[term])
          let product = program.termFactors[term] * dual
          reduced[column] -= product
          magnitudes[column] += abs(product)
          counts[column] += 1
        }
      }
      errors = zip(magnitudes, counts).map { $1 == 0 ? 0 : ($1 + 1) * epsilon * $0 }
    }

    /// The bound, or nil where a reduced cost meets an infinite bound.
    func bound(lower: [Double], upper: [Double]) -> Double? {
      var total = rowTotal
      var magnitude = rowMagnitude
      for column in reduced.indices {
        let low = reduced[column] - errors[column]
        let high = reduced[column] + errors[column]
        if low < 0, upper[column] == .infinity { return nil }
        if high > 0, lower[column] == -.infinity { return nil }
        var least = Double.infinity
        if lower[column].isFinite {
          least = min(least, low * lower[column], high * lower[column])
        }
        if upper[column].isFinite {
          least = min(least, low * upper[column], high * upper[column])
        }
        // Both bounds infinite: the reduced cost is exactly 0 here.
        guard least.isFinite else { continue }
        total += least
        magnitude += abs(least)
      }
      let terms = Double(reduced.count + rowCount + 4)
      let safe = total - terms * epsilon * magnitude
      return safe.isFinite ? safe : nil
    }

    /// The share by which all duals must shrink so that no reduced cost meets an infinite bound, or nil.
    func shrinkage(lower: [Double], upper: [Double]) -> Double? {
      var share = 0.0
      for column in reduced.indices {
        let low = reduced[column] - errors[column]
        let high = reduced[column] + errors[column]
        if low < 0, upper[column] == .infinity {
          guard costs[column] > 0, lower[column].isFinite else { return nil }
          share = max(share, -low / (costs[column] - low))
        }
        if high > 0, lower[column] == -.infinity {
          guard costs[column] < 0, upper[column].isFinite else { return nil }
          share = max(share, high / (high - costs[column]))
        }
      }
      let shrunk = 2 * share + epsilon
      return shrunk < 1e-5 ? shrunk : nil
    }
  }
}
