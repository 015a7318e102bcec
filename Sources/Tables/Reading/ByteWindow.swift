/// The part of a source that is in memory: one buffer that slides over the file.
///
/// The buffer starts at its given size and grows only when a single row does not fit, so memory depends
/// on the longest row and not on the file.
struct ByteWindow: ~Copyable {
  private var source: any ByteSource
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// Bytes `0..<end` of the buffer hold data.
  private(set) var end = 0
  /// True once the source has said that nothing follows.
  private(set) var isComplete = false
  /// The place in the file of the buffer's first byte.
  private(set) var offset = 0

  init(_ source: any ByteSource, capacity: Int) {
    self.source = source
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Drops the bytes before `start`, moves the rest to the front and reads until the buffer is full.
  ///
  /// When nothing can be dropped the buffer doubles first. The caller's positions move down by `start`.
  /// Filling the whole buffer keeps the cost linear for sources that trickle.
  mutating func slide(to start: Int) throws {
    let kept = end - start
    if start == 0 && end == capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: base, count: end)
      base.deallocate()
      base = larger
      capacity *= 2
    } else if start > 0 {
      base.update(from: base + start, count: kept)
    }
    offset += start
    end = kept
    while end < capacity && !isComplete {
      let free = UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end)
      let count = try source.read(into: free)
      if count <= 0 { isComplete = true } else { end += min(count, capacity - end) }
    }
  }
}
