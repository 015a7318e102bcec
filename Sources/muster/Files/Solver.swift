import Foundation
import MathematicalProgramming

/// HiGHS on this machine: found once, where the environment, the executable or the working folder say.
enum Solver {
  private static let opened = Result<HiGHSLibrary, any Error> {
    let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      .map(PathText.folder(of:))
    var candidates = HiGHSLibrary.candidates(
      named: ProcessInfo.processInfo.environment["MUSTER_HIGHS"], executableFolder: executable,
      workingFolder: FileManager.default.currentDirectoryPath)
    // A build folder lies below the checkout that holds .highs: look upward from the program as well.
    if let executable, candidates.count > 1 {
      let upward = HiGHSLibrary.candidates(
        named: nil, executableFolder: nil, workingFolder: executable)
      candidates.insert(contentsOf: upward.filter { $0.hasPrefix("/") }, at: 1)
    }
    return try HiGHSLibrary.open(candidates: candidates)
  }

  /// The library.
  ///
  /// *Throws*: `MathematicalProgrammingError.libraryNotFound`.
  static func library() throws -> HiGHSLibrary { try opened.get() }

  /// Whether the library was found.
  static var isAvailable: Bool { (try? opened.get()) != nil }

  /// Its version, or `absent`.
  static var versionText: String { (try? opened.get())?.version ?? "absent" }

  /// Where it came from in words that hold no path of this machine.
  static var sourceText: String {
    guard let library = try? opened.get() else { return "absent" }
    if library.path.contains("/.highs/lib/") { return "pinned" }
    return library.path.hasPrefix("/")
      ? "named by MUSTER_HIGHS or beside the program" : "the system's"
  }

  /// Whether it is the pinned build of `.highs`, another one that was named, or the system's.
  static var placeText: String {
    guard let library = try? opened.get() else { return "absent" }
    if library.path.contains("/.highs/lib/") { return "pinned (.highs/lib)" }
    return library.path.hasPrefix("/") ? library.path : "the system's (\(library.path))"
  }
}
