/// Names of sheets as Excel allows them: 1 to 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at
/// either end, not "History", and no two alike but for case.
enum SheetName {
  static let maximumLength = 31
  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

  /// The names of all sheets of a workbook, cleaned and told apart by ` (2)`, ` (3)` and so on.
  static func cleaned(_ names: [String]) -> [String] {
    // Excel keeps this name for the log of changes of a shared workbook.
    var taken: Set<String> = ["history"]
    return names.map { name in
      let base = cleaned(name)
      var candidate = base
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        let suffix = " (\(number))"
        candidate = fitted(base, to: maximumLength - suffix.utf16.count) + suffix
        number += 1
      }
      return candidate
    }
  }

  /// One name, without regard to the others.
  static func cleaned(_ name: String) -> String {
    let allowed = String(CellText.plain(name).map { forbidden.contains($0) ? "-" : $0 })
    let result = trimmed(fitted(trimmed(allowed), to: maximumLength))
    return result.isEmpty ? "Sheet" : result
  }

  /// Without blanks and apostrophes at the ends.
  private static func trimmed(_ name: String) -> String {
    var rest = name[...]
    while let first = rest.first, first == "'" || first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last == "'" || last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// As many whole characters as fit.
  private static func fitted(_ name: String, to length: Int) -> String {
    var result = name
    while result.utf16.count > length { result.removeLast() }
    return result
  }
}
