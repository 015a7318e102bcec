/// What can go wrong between a program and its answer.
///
/// An infeasible program is no error: it is a `ProgramOutcome`.
public enum MathematicalProgrammingError: Error, Equatable, CustomStringConvertible {
  /// No candidate is a library that can be opened; `reason` is the loader's own text.
  case libraryNotFound(reason: String)
  /// The solver refused the program; `step` is the call that failed.
  case programRefused(step: String, columns: Int, rows: Int)
  /// The solver gave up for a reason that is neither a limit nor infeasibility.
  case solverFailed(status: Int)
  /// The solver's answer does not hold when recomputed from the program.
  case answerFailsCheck(SolutionCheck.Violation)
  /// A program holds a NaN, or a cost or factor that is infinite.
  case notANumber(place: String)

  /// What happened, where, and a line that begins "Maybe".
  public var description: String {
    switch self {
    case .libraryNotFound(let reason):
      """
      HiGHS not found: \(reason)
      Maybe it is not installed: scripts/get-highs fetches it, and MUSTER_HIGHS names the file if it is elsewhere
      """
    case .programRefused(let step, let columns, let rows):
      """
      HiGHS refused a program of \(columns) columns and \(rows) rows at \(step)
      Maybe a bound is reversed or the machine is out of memory
      """
    case .solverFailed(let status):
      """
      HiGHS stopped with status \(status) and without an answer
      Maybe the machine is out of memory, or the numbers in the program differ too much in size
      """
    case .answerFailsCheck(let violation):
      """
      HiGHS gave an answer that does not hold: \(violation)
      Maybe the library is damaged; scripts/get-highs --force fetches it again
      """
    case .notANumber(let place):
      """
      the program holds a value that is no number at \(place)
      Maybe a requirement or a price in the input is empty
      """
    }
  }
}
