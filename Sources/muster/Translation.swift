import ContactCenter
import Forecasting
import Foundation
import MathematicalProgramming
import Planning
import Queueing
import Records
import Reporting
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
    case let error as ForecastingError: forecasting(error)
    case let error as StaffingError: CommandFailure(.badData, "error: \(error)")
    case SchedulingError.solver(let error): programming(error)
    case let error as SchedulingError: CommandFailure(.badPlan, "error: \(error)")
    case let error as SimulationError: CommandFailure(.badPlan, "error: \(error)")
    case let error as QueueingError: CommandFailure(.partial, "error: \(error)")
    case let error as ReportingError: reporting(error)
    default: nil
    }
  }

  /// What a workbook cannot hold is the data's fault; that it cannot be written is the disk's.
  private static func reporting(_ error: ReportingError) -> CommandFailure {
    if case .library = error { return CommandFailure(.inputOutput, "error: \(error)") }
    return CommandFailure(.badData, "error: \(error)")
  }

  /// A model or horizon that cannot be is the plan's fault or the flag's; the rest is the data's.
  private static func forecasting(_ error: ForecastingError) -> CommandFailure {
    let letter = "error: \(error)".replacingOccurrences(of: " Maybe", with: "\nMaybe")
    switch error {
    case .unknownModel, .horizon, .coarseHistory:
      return CommandFailure(.badPlan, letter)
    case .noData, .noOrigins, .span, .notFitted: return CommandFailure(.badData, letter)
    }
  }

  private static func programming(_ error: MathematicalProgrammingError) -> CommandFailure {
    if case .libraryNotFound = error { return CommandFailure(.unavailable, "error: \(error)") }
    return CommandFailure(.bug, "error: \(error)")
  }
}
