import Glibc

/// The one writer between the program and its file descriptors.
///
/// `print` to a full disk exits 0 and loses data, and `FileHandle.write` traps when stderr is full; this
/// retries interrupted and short writes and tells what went wrong.
enum Descriptor {
  /// Puts something in place of standard streams that were closed before the program began.
  ///
  /// Otherwise the first file to be opened would become standard output, and results would be written into it.
  /// A closed stdout is replaced by what cannot be written, so that the loss is told; a closed stderr by what
  /// swallows everything.
  static func occupyStandard() {
    for (stream, mode) in [(0, O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)]
    where fcntl(Int32(stream), F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }

  /// Writes all bytes.
  ///
  /// *Throws*: `SystemFault` with the error number of the first write that failed.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFault) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        Glibc.write(descriptor, raw.baseAddress?.advanced(by: done), raw.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemFault(number: errno)
      }
      done += count
    }
  }
}

/// A system call that failed.
struct SystemFault: Error, CustomStringConvertible {
  var number: Int32

  var description: String { String(cString: strerror(number)) }
}
