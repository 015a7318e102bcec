import Foundation
import MathematicalProgramming

/// HiGHS as the tests find it: MUSTER_HIGHS, `.highs/lib` of this checkout, the system.
enum FoundLibrary {
  static let library: HiGHSLibrary? = try? HiGHSLibrary.open(
    candidates: HiGHSLibrary.candidates(
      named: ProcessInfo.processInfo.environment["MUSTER_HIGHS"],
      executableFolder: nil,
      workingFolder: URL(fileURLWithPath: #filePath).deletingLastPathComponent().path))

  static let skipReason = "HiGHS not found; scripts/get-highs fetches it"
}
