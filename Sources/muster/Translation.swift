import ContactCenter
import Forecasting
import MathematicalProgramming
import Planning
import Queueing
import Records
import Scheduling
import Simulation
import Staffing
import Tables

/// Which exit status and letter each module's error becomes.
enum Translation {
  /// The failure that an error means, or nil for errors of the command line itself.
  static func failure(of error: any Error) -> CommandFailure? {
    switch error {
    case let failure as CommandFailure: failure
    case let error as RecordError: CommandFailure(.badData, "\(error)")
    case let error as PlanError: CommandFailure(.badPlan, "\(error)")
    case let error as UnknownZone: CommandFailure(.badPlan, "error: \(error)")
    case let error as MathematicalProgrammingError: programming(error)
    case let error as ForecastingError: CommandFailure(.badData, "error: \(error)")
    case let error as StaffingError: CommandFailure(.badData, "error: \(error)")
    case let error as SchedulingError: CommandFailure(.badPlan, "error: \(error)")
    case let error as SimulationError: CommandFailure(.badPlan, "error: \(error)")
    case let error as QueueingError: CommandFailure(.partial, "error: \(error)")
    default: nil
    }
  }

  private static func programming(_ error: MathematicalProgrammingError) -> CommandFailure {
    if case .libraryNotFound = error { return CommandFailure(.unavailable, "error: \(error)") }
    return CommandFailure(.bug, "error: \(error)")
  }
}
