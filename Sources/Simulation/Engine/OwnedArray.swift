/// An array with one owner.
///
/// The engine's state lies in some dozen arrays that one event touches several times each. An `Array` asks at every
/// change whether its storage is shared, by a call that also costs the registers around it; together that was a fifth
/// of the loop. This one cannot be copied, so there is nothing to ask. Indices are checked.
struct OwnedArray<Element>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count: Int

  init() {
    capacity = 8
    base = Self.allocate(capacity)
    count = 0
  }

  init(repeating element: Element, count: Int) {
    capacity = max(count, 8)
    base = Self.allocate(capacity)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  init(_ elements: some Collection<Element>) {
    self.init()
    for element in elements { append(element) }
  }

  deinit {
    base.deinitialize(count: count)
    UnsafeMutableRawPointer(base).deallocate()
  }

  var indices: Range<Int> { 0..<count }
  var isEmpty: Bool { count == 0 }
  /// A copy that can be shared.
  var elements: ContiguousArray<Element> {
    ContiguousArray(UnsafeBufferPointer(start: base, count: count))
  }

  subscript(index: Int) -> Element {
    @inline(__always) _read {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
      yield base[index]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
      yield &base[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count &+= 1
  }

  /// Removes all elements and keeps the storage.
  mutating func removeAll() {
    base.deinitialize(count: count)
    count = 0
  }

  /// Storage that shares no cache line with any other: two engines on two threads would slow each other down by a fifth.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let line = 128
    let size = max(capacity * MemoryLayout<Element>.stride, 1)
    return UnsafeMutableRawPointer.allocate(
      byteCount: (size + line - 1) / line * line, alignment: line
    ).bindMemory(to: Element.self, capacity: capacity)
  }

  @inline(never)
  private mutating func grow() {
    let larger = Self.allocate(capacity * 2)
    larger.moveInitialize(from: base, count: count)
    UnsafeMutableRawPointer(base).deallocate()
    base = larger
    capacity *= 2
  }
}
