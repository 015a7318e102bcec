import Glibc

/// An input that is open for reading: a file, or stdin for `-`.
final class InputFile {
  /// The name as messages show it.
  let name: String
  private let descriptor: Int32
  private let closes: Bool
  private var digest = SHA256()
  /// Bytes read so far.
  private(set) var byteCount = 0

  /// Opens a file, or stdin for `-`.
  ///
  /// *Throws*: `CommandFailure` with status 66 where it is missing, unreadable or a directory.
  init(path: String) throws {
    if path == "-" {
      guard isatty(STDIN_FILENO) == 0 else {
        throw CommandFailure(
          .usage, "error: standard input is a terminal\nMaybe pipe a file in, or name one.")
      }
      name = "<stdin>"
      descriptor = STDIN_FILENO
      closes = false
      return
    }
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    closes = true
    guard descriptor >= 0 else {
      let fault = SystemFault(number: errno)
      throw CommandFailure(
        .inputMissing,
        "\(path): error: cannot be read: \(fault)\nMaybe the path is relative to another folder.")
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw CommandFailure(
        .inputMissing,
        "\(path): error: is a directory, expected a file\nMaybe name a file inside it.")
    }
  }

  deinit { if closes { close(descriptor) } }

  /// Reads the next bytes into a buffer and returns how many there were; 0 at the end.
  ///
  /// *Throws*: `CommandFailure` with status 74 where reading fails.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw CommandFailure(
          .inputOutput, "\(name): error: reading failed: \(SystemFault(number: errno))")
      }
      digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      byteCount += count
      return count
    }
  }

  /// All bytes that are left.
  func readAll() throws -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
      if count == 0 { return all }
      all += chunk[..<count]
    }
  }

  /// The SHA-256 of all bytes read so far, in hexadecimal.
  var sha256: String { digest.finalized() }
}
