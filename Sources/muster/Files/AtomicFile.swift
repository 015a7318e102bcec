import Glibc

/// Writes files so that each is absent, old or complete, never half: temporary file beside the target,
/// fsync, rename, fsync of the folder.
///
/// A symbolic link stays, and what it points at is replaced. What is no regular file, such as a device or a FIFO, is
/// written into as it stands; so is the file that standard output goes to, which others may hold open.
enum AtomicFile {
  /// Writes bytes to a path.
  ///
  /// *Throws*: `CommandFailure` with status 73 where the file cannot be created, 74 where writing fails; the
  /// target keeps what it had.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try write(to: path) { descriptor, _ in try Descriptor.write(bytes, to: descriptor) }
  }

  /// Lets `body` fill the temporary file, through its descriptor or, for libraries that open files
  /// themselves, by its path; where the target is written into directly, they are the target's.
  ///
  /// *Throws*: as `write(_:to:)`; what `body` throws beside faults of the system passes through.
  static func write(to path: String, by body: (Int32, String) throws -> Void) throws {
    let draft = try Draft(for: path)
    defer { Interruption.didFinish(draft.path) }
    do {
      try body(draft.descriptor, draft.path)
      try draft.sync()
    } catch { throw draft.abandon(error) }
    try draft.publish()
  }

  /// Lets `body` fill the temporary file through its descriptor, waiting where it waits.
  ///
  /// *Throws*: as `write(_:to:)`; what `body` throws beside faults of the system passes through.
  static func write<Result>(
    to path: String, by body: (Int32) async throws -> Result
  ) async throws -> Result {
    let draft = try Draft(for: path)
    defer { Interruption.didFinish(draft.path) }
    let result: Result
    do {
      result = try await body(draft.descriptor)
      try draft.sync()
    } catch { throw draft.abandon(error) }
    try draft.publish()
    return result
  }

  /// What is written until all is there: a temporary file, or the target itself where it cannot be replaced.
  private struct Draft {
    /// The target as the user named it.
    let target: String
    /// The file that the draft replaces, links resolved; nil where the target is written into directly.
    let goal: String?
    let path: String
    let descriptor: Int32

    init(for target: String) throws {
      self.target = target
      if let direct = try Self.openDirectly(target) {
        (goal, path, descriptor) = (nil, target, direct)
        return
      }
      let goal = PathText.followed(target)
      let path = AtomicFile.temporaryPath(beside: goal)
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        let fault = SystemFault(number: errno)
        throw CommandFailure(
          [ENOSPC, EIO, EDQUOT].contains(fault.number) ? .inputOutput : .cannotCreate,
          "\(target): error: cannot be created: \(fault)\nMaybe the folder is missing or not writable."
        )
      }
      Interruption.willWrite(path)
      (self.goal, self.path, self.descriptor) = (goal, path, descriptor)
    }

    /// Opens a target that must not be replaced; nil where it is absent, a regular file or a folder.
    ///
    /// The path is not resolved: `/dev/stdout` may lead to a pipe, which has no name.
    private static func openDirectly(_ target: String) throws -> Int32? {
      var status = stat()
      guard stat(target, &status) == 0 else { return nil }
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR { return nil }
      if kind == S_IFREG {
        var output = stat()
        // Standard output may be appended to this file: a rename would drop what is in it.
        guard fstat(STDOUT_FILENO, &output) == 0, output.st_dev == status.st_dev,
          output.st_ino == status.st_ino
        else { return nil }
        let copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        return copy >= 0 ? copy : nil
      }
      while true {
        let descriptor = open(target, O_WRONLY | O_CLOEXEC | O_NOCTTY)
        if descriptor >= 0 { return descriptor }
        if errno == EINTR { continue }
        throw CommandFailure(
          .cannotCreate,
          "\(target): error: cannot be opened for writing: \(SystemFault(number: errno))\nMaybe choose a plain file."
        )
      }
    }

    func sync() throws {
      // What is no regular file has nothing to sync (EINVAL).
      guard goal == nil || fsync(descriptor) == 0 else { throw SystemFault(number: errno) }
    }

    /// Removes what is temporary; returns what to tell.
    func abandon(_ error: any Error) -> any Error {
      close(descriptor)
      if goal != nil { unlink(path) }
      guard let error = error as? SystemFault else { return error }
      return CommandFailure(
        .inputOutput, "\(target): error: writing failed: \(error)\nMaybe the disk is full.")
    }

    /// Puts it in the target's place.
    func publish() throws {
      close(descriptor)
      guard let goal else { return }
      guard rename(path, goal) == 0 else {
        let fault = SystemFault(number: errno)
        unlink(path)
        throw CommandFailure(
          .cannotCreate, "\(target): error: cannot be replaced: \(fault)\nMaybe it is a folder.")
      }
      try syncFolder(of: goal)
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

  /// The path with symbolic links resolved, also where what the last one points at is still absent.
  ///
  /// A path whose folder is absent comes back as far as it could be followed.
  static func followed(_ path: String) -> String {
    var path = path
    // As many links in a row as Linux follows.
    for _ in 0..<40 {
      if let real = real(path) { return real }
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &buffer, buffer.count)
      guard count > 0 else { break }
      path = resolve(
        String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self),
        relativeTo: path)
    }
    guard let folder = real(folder(of: path)) else { return path }
    return folder == "/" ? "/\(name(of: path))" : "\(folder)/\(name(of: path))"
  }

  private static func real(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  /// A path that a file names, relative to the file's folder.
  static func resolve(_ path: String, relativeTo file: String) -> String {
    if path.hasPrefix("/") || file == "-" { return path }
    let folder = folder(of: file)
    return folder == "." ? path : "\(folder)/\(path)"
  }
}
