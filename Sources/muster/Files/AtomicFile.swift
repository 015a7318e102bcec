import Glibc

/// Writes files so that each is absent, old or complete, never half: temporary file beside the target,
/// fsync, rename, fsync of the folder.
enum AtomicFile {
  /// Writes bytes to a path.
  ///
  /// *Throws*: `CommandFailure` with status 73 where the file cannot be created, 74 where writing fails; the
  /// target keeps what it had.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try write(to: path) { descriptor, _ in try Descriptor.write(bytes, to: descriptor) }
  }

  /// Lets `body` fill the temporary file, through its descriptor or, for libraries that open files
  /// themselves, by its path.
  ///
  /// *Throws*: as `write(_:to:)`; what `body` throws beside faults of the system passes through.
  static func write(to path: String, by body: (Int32, String) throws -> Void) throws {
    let draft = try Draft(beside: path)
    defer { Interruption.didFinish(draft.path) }
    do {
      try body(draft.descriptor, draft.path)
      try draft.sync()
    } catch { throw draft.abandon(error, target: path) }
    try draft.publish(as: path)
  }

  /// Lets `body` fill the temporary file through its descriptor, waiting where it waits.
  ///
  /// *Throws*: as `write(_:to:)`; what `body` throws beside faults of the system passes through.
  static func write<Result>(
    to path: String, by body: (Int32) async throws -> Result
  ) async throws -> Result {
    let draft = try Draft(beside: path)
    defer { Interruption.didFinish(draft.path) }
    let result: Result
    do {
      result = try await body(draft.descriptor)
      try draft.sync()
    } catch { throw draft.abandon(error, target: path) }
    try draft.publish(as: path)
    return result
  }

  /// The temporary file beside a target.
  private struct Draft {
    let path: String
    let descriptor: Int32

    init(beside target: String) throws {
      let path = AtomicFile.temporaryPath(beside: target)
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        let fault = SystemFault(number: errno)
        throw CommandFailure(
          [ENOSPC, EIO, EDQUOT].contains(fault.number) ? .inputOutput : .cannotCreate,
          "\(target): error: cannot be created: \(fault)\nMaybe the folder is missing or not writable."
        )
      }
      Interruption.willWrite(path)
      self.path = path
      self.descriptor = descriptor
    }

    func sync() throws {
      guard fsync(descriptor) == 0 else { throw SystemFault(number: errno) }
    }

    /// Removes it; returns what to tell.
    func abandon(_ error: any Error, target: String) -> any Error {
      close(descriptor)
      unlink(path)
      guard let error = error as? SystemFault else { return error }
      return CommandFailure(
        .inputOutput, "\(target): error: writing failed: \(error)\nMaybe the disk is full.")
    }

    /// Puts it in the target's place.
    func publish(as target: String) throws {
      close(descriptor)
      guard rename(path, target) == 0 else {
        let fault = SystemFault(number: errno)
        unlink(path)
        throw CommandFailure(
          .cannotCreate, "\(target): error: cannot be replaced: \(fault)\nMaybe it is a folder.")
      }
      try syncFolder(of: target)
    }
  }

  /// Creates a folder and those above it.
  ///
  /// *Throws*: `CommandFailure` with status 73.
  static func createFolder(_ path: String) throws {
    var partial = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      partial += (partial.isEmpty || partial == "/" ? "" : "/") + part
      if mkdir(partial, 0o777) != 0, errno != EEXIST {
        throw CommandFailure(
          .cannotCreate,
          "\(path): error: cannot be created: \(SystemFault(number: errno))\nMaybe the folder above it is not writable."
        )
      }
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure(
        .cannotCreate, "\(path): error: is not a folder\nMaybe choose another one with -o.")
    }
    guard access(path, W_OK) == 0 else {
      throw CommandFailure(
        .cannotCreate, "\(path): error: is not writable\nMaybe choose another folder with -o.")
    }
  }

  fileprivate static func syncFolder(of path: String) throws {
    let folder = PathText.folder(of: path)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder (EINVAL); an input/output error is told.
    if fsync(descriptor) != 0, errno == EIO {
      throw CommandFailure(.inputOutput, "\(folder): error: \(SystemFault(number: errno))")
    }
  }

  fileprivate static func temporaryPath(beside path: String) -> String {
    let folder = PathText.folder(of: path)
    let name = PathText.name(of: path)
    return "\(folder)/.\(name).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).tmp"
  }
}

/// Folders and names in paths, as text.
enum PathText {
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// A path that a file names, relative to the file's folder.
  static func resolve(_ path: String, relativeTo file: String) -> String {
    if path.hasPrefix("/") || file == "-" { return path }
    let folder = folder(of: file)
    return folder == "." ? path : "\(folder)/\(path)"
  }
}
