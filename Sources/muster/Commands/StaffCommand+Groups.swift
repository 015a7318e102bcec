import ContactCenter
import Planning
import Records
import Staffing

extension StaffCommand {
  /// Staffs the groups of the plan and delivers the group requirement.
  ///
  /// *Throws*: `CommandFailure` with status 69 where the solver is absent, 78 for a plan without groups.
  func staffGroups(
    _ input: DemandInput, calendar: BusinessCalendar, options: StaffingOptions
  ) async throws {
    let result = try await GroupStaffStage.run(
      plan: input.plan, forecast: input.forecast, calendar: calendar, options: options,
      paths: input.paths,
      library: try Solver.library(), threads: Threads.count,
      progress: ProgressLine.handler("interval", quiet: output.quiet))
    let csv = try GroupRequirementRecord.bytes(
      of: result.staffing.requirement, zone: input.plan.grid.zone)
    try output.deliver(csv, table: GroupStaffingTable(result: result, plan: input.plan).text)
    Console.report(input.findings + result.findings, quiet: output.quiet)
  }
}
