import ContactCenter
import Forecasting
import Planning
import Queueing
import Records
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
    case let error as ForecastingError: CommandFailure(.badData, "error: \(error)")
    case let error as QueueingError: CommandFailure(.partial, "error: \(error)")
    default: nil
    }
  }

}
