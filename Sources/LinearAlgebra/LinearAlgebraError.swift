/// Why a factorization or a solution could not be had.
public enum LinearAlgebraError: Error, Sendable, Equatable {
  /// An operand holds a value that is not finite.
  case notFinite(operation: String)
  /// Two operands do not fit together.
  case shape(operation: String, expected: Int, found: Int)
  /// A dimension exceeds the 32-bit integers of the library.
  case tooLarge(operation: String, dimension: Int)
  /// The leading minor of this order is not positive: the matrix is not positive definite.
  case notPositiveDefinite(minor: Int)
  /// An iteration inside the library did not converge.
  case notConverged(routine: String, info: Int)
  /// The library rejected an argument.
  case rejected(routine: String, argument: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  /// What went wrong, where, and what to try.
  public var description: String {
    switch self {
    case .notFinite(let operation):
      "\(operation): an operand holds NaN or infinity. Maybe a logarithm was taken of zero."
    case .shape(let operation, let expected, let found):
      "\(operation): expected \(expected) elements, found \(found). Maybe rows and columns are swapped."
    case .tooLarge(let operation, let dimension):
      "\(operation): dimension \(dimension) exceeds 2147483647. Maybe the history can be split by queue."
    case .notPositiveDefinite(let minor):
      "Cholesky: the leading minor of order \(minor) is not positive."
        + " Maybe columns are collinear: add a ridge or use least squares."
    case .notConverged(let routine, let info):
      "\(routine): \(info) values did not converge. Maybe the values differ by too many magnitudes."
    case .rejected(let routine, let argument):
      "\(routine): argument \(argument) was rejected. Maybe the matrix is empty."
    }
  }
}

/// A dimension as the library's 32-bit integer.
///
/// *Throws*: ``LinearAlgebraError/tooLarge(operation:dimension:)``.
func libraryDimension(_ value: Int, _ operation: String) throws(LinearAlgebraError) -> Int32 {
  guard let dimension = Int32(exactly: value) else {
    throw .tooLarge(operation: operation, dimension: value)
  }
  return dimension
}

/// Refuses NaN and infinity, on which LAPACK may loop or answer nonsense.
func requireFinite(_ values: [Double], _ operation: String) throws(LinearAlgebraError) {
  guard values.allSatisfy(\.isFinite) else { throw .notFinite(operation: operation) }
}

/// Turns the return code of a routine into an error: negative means a rejected argument, positive a failure.
func check(_ info: Int32, _ routine: String) throws(LinearAlgebraError) {
  if info < 0 { throw .rejected(routine: routine, argument: Int(-info)) }
  if info > 0 { throw .notConverged(routine: routine, info: Int(info)) }
}
