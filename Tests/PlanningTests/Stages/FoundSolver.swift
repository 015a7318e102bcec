import Foundation
import MathematicalProgramming
import Scheduling

/// HiGHS where this machine has it.
enum FoundSolver {
  static let library: ScheduleSolver? = try? ScheduleSolver.open(
    candidates: ScheduleSolver.candidates(
      named: ProcessInfo.processInfo.environment["MUSTER_HIGHS"], executableFolder: nil,
      workingFolder: URL(fileURLWithPath: #filePath).deletingLastPathComponent().path))
  static let skipReason = "HiGHS not found; scripts/get-highs fetches it"
}
