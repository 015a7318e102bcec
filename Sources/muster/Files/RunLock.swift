import Glibc

/// Holds a folder so that two runs do not write it at once.
final class RunLock {
  private let descriptor: Int32

  /// Takes the lock of a folder.
  ///
  /// *Throws*: `CommandFailure` with status 75 where another run holds it, 73 where it cannot be created.
  init(folder: String) throws {
    let path = "\(folder)/.muster.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw CommandFailure(
        .cannotCreate,
        "\(path): error: cannot be created: \(SystemFault(number: errno))\nMaybe the folder is not writable."
      )
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var buffer = [UInt8](repeating: 0, count: 64)
      let count = max(0, Glibc.read(descriptor, &buffer, buffer.count))
      let holder = String(decoding: buffer[..<count], as: UTF8.self)
        .filter { !$0.isNewline }
      close(descriptor)
      throw CommandFailure(
        .tryLater,
        "\(folder): error: another run holds the folder\(holder.isEmpty ? "" : " (\(holder))")\nMaybe wait until it ends, or choose another folder with -o."
      )
    }
    ftruncate(descriptor, 0)
    try? Descriptor.write(Array("process \(getpid())\n".utf8), to: descriptor)
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }
}
