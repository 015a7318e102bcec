import ArgumentParser
import Glibc
import LinearAlgebra

/// Versions, libraries, threads, tzdata and disk: what to paste into a question.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tells versions, libraries, threads, tzdata and disk.",
    discussion: """
      Examples:
        muster doctor
        muster doctor | sort
      """)

  func run() async throws {
    var lines = Versions.all().sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    lines.append("highs library: \(Solver.placeText)")
    lines.append("cores: \(Threads.count)")
    lines.append("blas threads: 1")
    var disk = statvfs()
    if statvfs(".", &disk) == 0 {
      let free = Double(disk.f_bavail) * Double(disk.f_frsize) / 1e9
      lines.append("disk free here: \(NumberText.fixed(free, 1)) GB")
    }
    try Console.line(lines.joined(separator: "\n"))
    guard Solver.isAvailable else {
      throw CommandFailure(
        .partial,
        "HiGHS is missing: schedule and run cannot design shifts\nMaybe run scripts/get-highs.")
    }
  }
}
