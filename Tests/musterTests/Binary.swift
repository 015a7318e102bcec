import Foundation

/// The real `muster` beside the test bundle, run in a scratch folder.
struct Binary {
  /// What a run gave.
  struct Run {
    var status: Int32
    var stdout: String
    var stderr: String
  }

  /// The folder that holds the built products.
  static let products: URL = {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: program).deletingLastPathComponent()
  }()

  /// The checkout.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs a line of shell with `muster` on the path, in `folder`.
  ///
  /// A signal's death is told as the shell tells it: 128 + its number.
  static func shell(_ line: String, in folder: URL, environment: [String: String] = [:]) throws
    -> Run
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    var variables = [
      "PATH": "\(products.path):/usr/bin:/bin", "TZ": "Asia/Tokyo", "LC_ALL": "C",
      "SWIFT_BACKTRACE": "enable=no", "CHECKOUT": checkout.path,
      "MUSTER_HIGHS": ProcessInfo.processInfo.environment["MUSTER_HIGHS"] ?? "",
    ]
    variables.merge(environment) { $1 }
    process.environment = variables
    // Files, not pipes: a pipe that nobody empties while the other is read would block the program.
    let out = folder.appendingPathComponent(".stdout")
    let err = folder.appendingPathComponent(".stderr")
    for file in [out, err] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let status =
      process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
    return Run(
      status: status, stdout: try String(contentsOf: out, encoding: .utf8),
      stderr: try String(contentsOf: err, encoding: .utf8))
  }

  /// A new empty folder, given to `body` and removed after.
  static func withScratch<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("muster test \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
