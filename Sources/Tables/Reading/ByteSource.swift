/// Where a table's bytes come from: a file, a pipe, memory, a decompressor.
///
/// This module opens nothing. The executable hands in a source that reads its own file descriptor.
public protocol ByteSource {
  /// Writes the next bytes to the front of `buffer` and returns how many there were; zero means the end.
  ///
  /// *Edge cases:* fewer bytes than the buffer holds is not the end. The buffer is never empty.
  ///
  /// *Throws:* whatever reading can throw; the reader passes it on untouched.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A source that hands out chunks of bytes in memory, one after the other.
///
/// ```swift
/// let source = ByteChunks(Array("queue,offered\nbilling,12\n".utf8))
/// ```
public struct ByteChunks: ByteSource {
  private var chunk: [UInt8] = []
  private var position = 0
  private let nextChunk: () throws -> [UInt8]?

  /// Serves the chunks that `next` returns, until it returns nil; empty chunks are passed over.
  public init(next: @escaping () throws -> [UInt8]?) {
    nextChunk = next
  }

  /// Serves one array.
  public init(_ bytes: [UInt8]) {
    chunk = bytes
    nextChunk = { nil }
  }

  /// Serves the UTF-8 bytes of a text.
  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// Copies the rest of the current chunk, or as much of it as fits.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while position == chunk.count {
      guard let next = try nextChunk() else { return 0 }
      chunk = next
      position = 0
    }
    let count = min(buffer.count, chunk.count - position)
    chunk.withUnsafeBytes { bytes in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
    }
    position += count
    return count
  }
}
