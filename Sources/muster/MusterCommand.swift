import ArgumentParser

/// The root of the command tree: a catalog of commands and nothing else.
struct MusterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "muster",
    abstract: "Plans contact centers: forecast, staff, schedule, simulate.",
    discussion: """
      Contact history in (CSV), forecasts, agents needed, rosters and the service level to expect out.

      Examples:
        muster run samples/northwind/plan.yaml
        muster forecast history.csv --timezone America/Chicago --horizon 28d -o forecast.csv
        muster erlang --contacts 100 --per 30m --handle-time 3m --patience 2m --target 80/20
      """,
    version: Versions.muster,
    subcommands: [
      RunCommand.self, ForecastCommand.self, BacktestCommand.self, AccuracyCommand.self,
      StaffCommand.self, ScheduleCommand.self, AuditCommand.self,
      PlaceCommand.self, OffersCommand.self, SimulateCommand.self,
      ValidateCommand.self,
      CompareCommand.self, ReportCommand.self,
      ErlangCommand.self, FitCommand.self, CheckCommand.self, DoctorCommand.self,
    ])
}
