internal import CHiGHS

/// HiGHS, opened at run time.
///
/// The value may be shared between threads (which the compiler cannot see): it is a table of functions, written once
/// by `open` and only read after, and each solve makes a model of its own.
///
/// *Source*: Q. Huangfu, J. A. J. Hall, "Parallelizing the dual revised simplex method", Mathematical Programming
/// Computation 10 (2018) 119–142, doi:10.1007/s12532-017-0130-5.
public struct HiGHSLibrary: @unchecked Sendable {
  let table: muster_highs
  /// The candidate that was opened.
  public let path: String
  /// Version of the solver, for example "1.15.1".
  public let version: String

  /// Opens the first of `candidates` that serves: file paths, or bare names that the system's loader looks up.
  ///
  /// - Throws: `MathematicalProgrammingError.libraryNotFound`. Its reason is that of the first candidate that is
  ///   there and cannot serve (another processor, a missing dependency); else that of the last one.
  public static func open(
    candidates: [String]
  ) throws(MathematicalProgrammingError) -> HiGHSLibrary {
    var missing = "no candidate was given"
    var unfit: String?
    for path in candidates {
      var table = muster_highs()
      var reason = [CChar](repeating: 0, count: 512)
      let status = muster_highs_open(path, &table, &reason, reason.count)
      if status == 0 {
        return HiGHSLibrary(
          table: table, path: path, version: String(cString: muster_highs_version(&table)))
      }
      let text = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let message = String(decoding: text, as: UTF8.self)
      if status == 1 { missing = message } else { unfit = unfit ?? message }
    }
    throw .libraryNotFound(reason: unfit ?? missing)
  }

  /// Where to look, in order: the named file alone where there is one, else beside the executable, `.highs/lib` in
  /// the working directory and the folders above it, and the system's names.
  ///
  /// - Parameters:
  ///   - named: what `MUSTER_HIGHS` holds. A name that is set and wrong is an error, not a reason to look further:
  ///     whoever names a library wants that one.
  ///   - executableFolder: folder of the running program.
  ///   - workingFolder: absolute path of the working directory.
  public static func candidates(
    named: String?, executableFolder: String?, workingFolder: String?
  ) -> [String] {
    if let named, !named.isEmpty { return [named] }
    var paths: [String] = []
    if let executableFolder { paths.append("\(executableFolder)/libhighs.so") }
    var folder = workingFolder ?? ""
    while folder.hasPrefix("/") {
      while folder.hasSuffix("/") { folder.removeLast() }
      paths.append("\(folder)/.highs/lib/libhighs.so")
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = String(folder[..<slash])
      if folder.isEmpty { break }
    }
    return paths + ["libhighs.so.1", "libhighs.so"]
  }
}
