/// Finite bounds that a program's rows imply for columns whose own bounds are infinite.
enum ImpliedBounds {
  /// Most passes over the matrix; bounds that follow from others over more steps than this stay infinite.
  private static let passes = 20

  /// The bounds of all columns, infinite ones replaced where a row and the other columns' bounds imply better.
  ///
  /// Each is moved outward by more than rounding can have moved it inward.
  static func of(_ program: LinearProgram) -> (lower: [Double], upper: [Double]) {
    var bounds = (lower: program.lowerBounds, upper: program.upperBounds)
    for _ in 0..<passes {
      var isChanged = false
      for row in 0..<program.rowCount {
        isChanged = tighten(&bounds, by: row, of: program) || isChanged
      }
      if !isChanged { break }
    }
    return bounds
  }

  /// The smallest or largest sum a row's terms can have, infinite terms counted apart.
  private struct Reach {
    var sum = 0.0
    var magnitude = 0.0
    var infinite = 0

    mutating func add(_ value: Double) {
      if value.isFinite {
        sum += value
        magnitude += abs(value)
      } else {
        infinite += 1
      }
    }

    /// What all terms but one reach, where that is finite.
    func without(_ value: Double) -> Double? {
      if value.isFinite { return infinite == 0 ? sum - value : nil }
      return infinite == 1 ? sum : nil
    }
  }

  private static func tighten(
    _ bounds: inout (lower: [Double], upper: [Double]), by row: Int, of program: LinearProgram
  ) -> Bool {
    let terms = Int(program.rowStarts[row])..<Int(program.rowStarts[row + 1])
    var (least, most) = (Reach(), Reach())
    for term in terms {
      let (low, high) = ends(term, bounds, program)
      least.add(low)
      most.add(high)
    }
    if least.infinite == 0, most.infinite == 0 { return false }
    var isChanged = false
    for term in terms {
      let column = Int(program.termColumns[term])
      let factor = program.termFactors[term]
      // A factor near 0 would turn rounding into a bound far inside or outside.
      guard abs(factor) > 1e-9 else { continue }
      let (low, high) = ends(term, bounds, program)
      let scale = 1 + least.magnitude + most.magnitude
      if high == .infinity, let others = least.without(low), program.rowUpperBounds[row].isFinite {
        let slack = 1e-12 * (scale + abs(program.rowUpperBounds[row]))
        let product = program.rowUpperBounds[row] - others + slack
        set(column, to: product / factor, isUpper: factor > 0, in: &bounds)
        isChanged = true
      }
      if low == -.infinity, let others = most.without(high), program.rowLowerBounds[row].isFinite {
        let slack = 1e-12 * (scale + abs(program.rowLowerBounds[row]))
        let product = program.rowLowerBounds[row] - others - slack
        set(column, to: product / factor, isUpper: factor < 0, in: &bounds)
        isChanged = true
      }
    }
    return isChanged
  }

  /// Smallest and largest product of a term.
  private static func ends(
    _ term: Int, _ bounds: (lower: [Double], upper: [Double]), _ program: LinearProgram
  ) -> (low: Double, high: Double) {
    let column = Int(program.termColumns[term])
    let factor = program.termFactors[term]
    if factor == 0 { return (0, 0) }
    let (a, b) = (factor * bounds.lower[column], factor * bounds.upper[column])
    return (min(a, b), max(a, b))
  }

  private static func set(
    _ column: Int, to value: Double, isUpper: Bool,
    in bounds: inout (lower: [Double], upper: [Double])
  ) {
    let slack = 1e-12 * max(1, abs(value))
    if isUpper {
      bounds.upper[column] = value + slack
    } else {
      bounds.lower[column] = value - slack
    }
  }
}
