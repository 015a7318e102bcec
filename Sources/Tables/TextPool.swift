/// Gives equal texts the same small number, without making a string of every cell.
///
/// A history of a million rows names the same dozen queues again and again: the pool compares bytes with
/// the last text first and with a hash table after that, and makes a `String` once per distinct text.
///
/// *Complexity:* time linear in the length of the text, memory of the distinct texts.
public struct TextPool: Sendable {
  /// The distinct texts, in the order in which they first came.
  public private(set) var texts: [String] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Open addressing; -1 is free.
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var last = -1

  /// An empty pool.
  public init() {}

  /// The number of the text that these bytes spell; a new one if they have not been seen.
  public mutating func index(of text: UnsafeBufferPointer<UInt8>) -> Int {
    if last >= 0 && holds(last, text) { return last }
    if texts.count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Self.hash(text) & mask
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if holds(candidate, text) {
        last = candidate
        return candidate
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(truncatingIfNeeded: texts.count)
    last = texts.count
    texts.append(String(decoding: text, as: UTF8.self))
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    return last
  }

  private func holds(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = ends[index]
    guard ends[index + 1] - start == text.count else { return false }
    for offset in 0..<text.count where bytes[start + offset] != text[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for index in texts.indices {
      var slot =
        bytes.withUnsafeBufferPointer {
          Self.hash(UnsafeBufferPointer(rebasing: $0[ends[index]..<ends[index + 1]]))
        } & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: index)
    }
  }

  /// FNV-1a, folded so that the low bits depend on all bytes.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
  }
}
