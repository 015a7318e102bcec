/// The near miss: which known name a misspelled one resembles most.
public enum NearestName {
  /// The name of `known` closest to `name`, or nil when none is near.
  ///
  /// Case, blanks, `_`, `-` and `.` do not count. Near means an edit distance of at most a third of the
  /// longer name, or one name within the other when the shorter has four letters. Ties go to the earlier.
  public static func of(_ name: String, among known: [String]) -> String? {
    let wanted = folded(name)
    if wanted.isEmpty { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let letters = folded(candidate)
      let longest = max(wanted.count, letters.count)
      var distance = editDistance(wanted, letters)
      if distance * 3 > longest {
        let (short, long) = wanted.count < letters.count ? (wanted, letters) : (letters, wanted)
        guard short.count >= 4, contains(long, short) else { continue }
        distance = longest
      }
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Lowercase letters and digits only, at most 64 of them, so that a hostile header costs little.
  private static func folded(_ name: String) -> [Character] {
    Array(name.prefix(64).lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private static func contains(_ long: [Character], _ short: [Character]) -> Bool {
    (0...(long.count - short.count)).contains { Array(long[$0..<($0 + short.count)]) == short }
  }

  /// Insertions, deletions, substitutions and swaps of neighbors (optimal string alignment).
  static func editDistance(_ one: [Character], _ other: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 0..<one.count {
      var current = [row + 1]
      for column in 0..<other.count {
        let cost = one[row] == other[column] ? 0 : 1
        var best = min(last[column] + cost, last[column + 1] + 1, current[column] + 1)
        if row > 0 && column > 0 && one[row] == other[column - 1] && one[row - 1] == other[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[other.count]
  }
}
