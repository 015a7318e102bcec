/// Checks that bytes are UTF-8, one character's worth at a time.
enum UTF8Sequence {
  /// What stands at a place in the bytes.
  enum Verdict: Equatable {
    /// A well-formed sequence of this many bytes.
    case valid(Int)
    /// The bytes end before the sequence does.
    case truncated
    /// Not UTF-8: a stray continuation, an overlong form, a surrogate, or beyond U+10FFFF.
    case invalid
  }

  /// Judges the sequence that starts at `index`, looking no further than `end`.
  ///
  /// *Source:* The Unicode Standard 15.0, table 3-7, well-formed UTF-8 byte sequences.
  @inline(__always)
  static func judge(_ base: UnsafePointer<UInt8>, at index: Int, end: Int) -> Verdict {
    let first = base[index]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0x00...0x7F: return .valid(1)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { low = 0xA0 }
      if first == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { low = 0x90 }
      if first == 0xF4 { high = 0x8F }
    default: return .invalid
    }
    for step in 1..<length {
      if index + step >= end { return .truncated }
      let byte = base[index + step]
      if byte < low || byte > high { return .invalid }
      low = 0x80
      high = 0xBF
    }
    return .valid(length)
  }
}
