/// Guesses the byte between cells from the first lines of a file.
///
/// A candidate must occur in the first line. Among those, the ones that occur equally often in every
/// following line that is complete are preferred, then the most frequent. Text in quotes does not count.
enum DelimiterSniffer {
  static let candidates = [",", ";", "\t", "|"].map { (text: Unicode.Scalar) in UInt8(ascii: text) }

  enum Verdict: Equatable {
    case found(UInt8)
    /// Two candidates fit equally well.
    case ambiguous(UInt8, UInt8)
  }

  /// Looks at `bytes`, the beginning of a file; at most twenty lines of it.
  static func sniff(_ bytes: UnsafeBufferPointer<UInt8>, allowsComments: Bool) -> Verdict {
    let lines = counts(bytes, allowsComments: allowsComments)
    guard let header = lines.first else { return .found(candidates[0]) }
    let present = candidates.indices.filter { header[$0] > 0 }
    let steady = present.filter { candidate in
      lines.allSatisfy { $0[candidate] == header[candidate] }
    }
    let pool = steady.isEmpty ? present : steady
    guard let most = pool.map({ header[$0] }).max() else { return .found(candidates[0]) }
    let best = pool.filter { header[$0] == most }
    if best.count > 1 { return .ambiguous(candidates[best[0]], candidates[best[1]]) }
    return .found(candidates[best[0]])
  }

  /// How often each candidate stands in each line, quoted text left out, an incomplete line left out
  /// unless it is the only one.
  private static func counts(
    _ bytes: UnsafeBufferPointer<UInt8>, allowsComments: Bool
  ) -> [[Int]] {
    var lines: [[Int]] = []
    var current = [0, 0, 0, 0]
    var isQuoted = false
    var isEmpty = true
    var isComment = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") && !isComment { isQuoted.toggle() }
      if (byte == 0x0A || byte == 0x0D) && !isQuoted {
        if !isEmpty && !isComment { lines.append(current) }
        if lines.count == 20 { return lines }
        current = [0, 0, 0, 0]
        isEmpty = true
        isComment = false
        continue
      }
      if isEmpty && allowsComments && byte == UInt8(ascii: "#") { isComment = true }
      isEmpty = false
      if !isQuoted, let candidate = candidates.firstIndex(of: byte) { current[candidate] += 1 }
    }
    if lines.isEmpty && !isEmpty && !isComment { lines.append(current) }
    return lines
  }
}
