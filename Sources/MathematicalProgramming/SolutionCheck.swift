/// Re-derives feasibility and cost of an answer from the program alone.
///
/// The solver is not believed: its presolve, cuts and postsolve are hundreds of thousands of lines, and this is
/// thirty. Every answer that leaves the module has passed it.
///
/// Goals, in order: no wrong answer passes; an answer that is right up to the solver's own tolerance passes; the
/// first message names the row or column that is broken.
public struct SolutionCheck: Sendable, Equatable {
  /// One bound, row or whole-number condition that does not hold.
  public struct Violation: Sendable, Equatable, CustomStringConvertible {
    /// What does not hold.
    public enum Kind: String, Sendable {
      /// A column outside its bounds.
      case columnBound = "column outside its bounds"
      /// A column that should be whole.
      case integrality = "column not a whole number"
      /// A row outside its bounds.
      case rowBound = "row outside its bounds"
      /// A value that is no number.
      case notFinite = "value not finite"
    }

    /// What does not hold.
    public let kind: Kind
    /// Position of the row or column, from 0.
    public let index: Int
    /// Its name in the program; may be empty.
    public let name: String
    /// How far it is from holding.
    public let distance: Double

    /// One line: kind, name and distance.
    public var description: String { "\(kind.rawValue): \(name)[\(index)] by \(distance)" }
  }

  /// The cost of the answer.
  public let objective: Double
  /// Everything that does not hold, columns first, in the program's order.
  public let violations: [Violation]

  /// Whether the answer is feasible.
  public var isFeasible: Bool { violations.isEmpty }

  /// Checks `values` against `program`.
  ///
  /// - Parameter tolerance: largest distance that counts as holding, for a row or bound of size 1; larger sums get
  ///   proportionally more. The solver's own is 1e-6 to 1e-7 before its scaling is undone.
  ///
  /// *Edge cases*: a wrong number of values is one violation.
  ///
  /// *Complexity*: O(columns + terms).
  public init(_ values: [Double], of program: LinearProgram, tolerance: Double = 1e-5) {
    guard values.count == program.columnCount else {
      objective = .nan
      violations = [
        Violation(kind: .notFinite, index: values.count, name: "number of values", distance: .nan)
      ]
      return
    }
    var found: [Violation] = []
    var cost = program.constantCost
    for (index, value) in values.enumerated() {
      cost += value * program.costs[index]
      let name = program.columnNames[index]
      guard value.isFinite else {
        found.append(Violation(kind: .notFinite, index: index, name: name, distance: .nan))
        continue
      }
      let slack = tolerance * max(1, abs(value))
      let outside = max(program.lowerBounds[index] - value, value - program.upperBounds[index])
      if outside > slack {
        found.append(Violation(kind: .columnBound, index: index, name: name, distance: outside))
      }
      let fraction = abs(value - value.rounded())
      if program.integrality[index], fraction > tolerance {
        found.append(Violation(kind: .integrality, index: index, name: name, distance: fraction))
      }
    }
    for row in 0..<program.rowCount {
      var sum = 0.0
      var magnitude = 1.0
      for term in Int(program.rowStarts[row])..<Int(program.rowStarts[row + 1]) {
        let product = program.termFactors[term] * values[Int(program.termColumns[term])]
        sum += product
        magnitude = max(magnitude, abs(product))
      }
      let outside = max(program.rowLowerBounds[row] - sum, sum - program.rowUpperBounds[row])
      // Written so that a NaN sum counts as broken.
      if !(outside <= tolerance * magnitude) {
        found.append(
          Violation(
            kind: .rowBound, index: row, name: program.rowNames[row], distance: outside))
      }
    }
    objective = cost
    violations = found
  }
}
