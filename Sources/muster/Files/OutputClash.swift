import Glibc

/// Refuses results that would overwrite an input or each other.
enum OutputClash {
  /// Compares files by their real paths; nil, `-` and what is no regular file clash with nothing.
  ///
  /// - Parameters:
  ///   - outputs: flags with the paths they name.
  ///   - inputs: the files that were read, as a manifest lists them.
  ///
  /// *Throws*: `CommandFailure` with status 64.
  static func check(
    _ outputs: [(flag: String, path: String?)], inputs: [Manifest.File]
  ) throws {
    var taken: [String: String] = [:]
    for input in inputs {
      let path = input.path == "<stdin>" ? "/dev/stdin" : input.path
      if let file = file(path) { taken[file] = "the input \(input.path)" }
    }
    for output in outputs {
      guard let path = output.path, path != "-", let file = file(path) else { continue }
      if let other = taken[file] {
        throw CommandFailure(
          .usage,
          "error: \(output.flag) \(path) would overwrite \(other)\nMaybe choose another name for it."
        )
      }
      taken[file] = "what \(output.flag) writes"
    }
  }

  /// The real path of a file that is regular or still absent.
  private static func file(_ path: String) -> String? {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return nil }
    return PathText.followed(path)
  }
}
