extension TableError {
  /// The letter to the user: place and message, the line with a caret, the hint.
  ///
  /// *Edge cases:* control, zero-width and direction-changing characters are shown as `\u{…}`, so that a
  /// file cannot rearrange the terminal; a tab is shown as one space; a long line is cut around the place.
  public func rendered(file: String) -> String {
    var place = Self.shown(file)
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    var lines = ["\(place): error: \(message)"]
    if line != nil && !excerpt.isEmpty { lines += cutExcerpt() }
    lines.append(hint)
    return lines.joined(separator: "\n")
  }

  /// The excerpt, at most 100 characters of it, and the caret below.
  private func cutExcerpt() -> [String] {
    let characters = Array(excerpt)
    let place = max(0, min(excerptColumn - 1, characters.count))
    var first = 0
    var last = characters.count
    if last > 100 {
      first = max(0, min(place - 60, last - 100))
      last = min(last, first + 100)
    }
    let before = (first > 0 ? "…" : "") + Self.shown(String(characters[first..<place]))
    let after = Self.shown(String(characters[place..<last])) + (last < characters.count ? "…" : "")
    return ["  " + before + after, "  " + String(repeating: " ", count: before.count) + "^"]
  }

  /// `text` with what must not reach a terminal spelled out.
  static func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\t": result += " "
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `text` in quotes, cut after 40 characters.
  public static func quoted(_ text: String) -> String {
    let head = text.count > 40 ? String(text.prefix(40)) + "…" : text
    return "\"" + shown(head) + "\""
  }
}
