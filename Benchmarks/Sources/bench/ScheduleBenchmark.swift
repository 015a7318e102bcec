import Foundation
import MathematicalProgramming
import Scheduling

/// Shift design on the shared instances: cost, bound and time.
struct ScheduleBenchmark {
  /// Names of the instances to run.
  var names = ["A", "B", "C"]
  /// Days solved at the same time.
  var threads = 2

  /// Designs each instance once and prints the table.
  func run() throws {
    guard let shared = ProcessInfo.processInfo.environment["MUSTER_SHARED"] else {
      print("ABSENT: bench/scheduling (MUSTER_SHARED names its folder)")
      return
    }
    let library = try HiGHSLibrary.open(
      candidates: HiGHSLibrary.candidates(
        named: ProcessInfo.processInfo.environment["MUSTER_HIGHS"], executableFolder: nil,
        workingFolder: FileManager.default.currentDirectoryPath))
    var table = Table([
      "shift design", "objective", "bound", "ratio", "paid h", "short h", "shifts", "wall s",
      "CPU s",
    ])
    for name in names {
      let instance = try ScheduleInstance(name, shared: shared)
      let (wall, cpu) = (Date(), cpuSeconds())
      let plan = try ShiftDesign.solve(
        need: instance.need, groups: instance.groups, teams: instance.teams,
        contracts: instance.contracts, rules: instance.rules, library: library,
        options: ShiftDesignOptions(
          relativeGap: 0.004, shortagePrice: ScheduleInstance.shortagePrice, threads: threads))
      // Recounted from the shifts alone, in quarter hours.
      let objective = 4 * (plan.paidHours + ScheduleInstance.shortagePrice * plan.shortHours)
      let bound = 4 * plan.proof.weeklyBoundHours
      table.add([
        name, decimals(objective, 1), decimals(bound, 1), decimals(objective / bound, 5),
        decimals(plan.paidHours, 2), decimals(plan.shortHours, 2), "\(plan.shifts.count)",
        decimals(Date().timeIntervalSince(wall), 1), decimals(cpuSeconds() - cpu, 1),
      ])
    }
    print(table.text, terminator: "")
  }
}
