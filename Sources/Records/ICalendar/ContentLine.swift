internal import Tables

/// One property of an iCalendar file, unfolded: `DTSTART;VALUE=DATE:20260101`.
///
/// *Source*: RFC 5545, section 3.1 (lines and folding) and 3.2 (parameters).
struct ContentLine {
  /// The 1-based line of the file on which it begins.
  let line: Int
  /// The name in capitals.
  let name: String
  /// Parameters by name in capitals, without quotes.
  let parameters: [String: String]
  /// The value as it stands.
  let value: String

  /// The lines of a file; a line that begins with a blank or tab continues the one before.
  ///
  /// *Throws*: `TableError` for a line without a colon, an unclosed quote, or a file that begins with neither.
  static func lines(_ bytes: [UInt8]) throws(TableError) -> [ContentLine] {
    var physical: [(line: Int, bytes: [UInt8])] = []
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var number = 0
    var current: [UInt8] = []
    func isFold(_ line: [UInt8]) -> Bool { line.first == 0x20 || line.first == 0x09 }
    func close() {
      number += 1
      // Folding may cut a character in two: bytes are joined before they are text.
      if isFold(current), !physical.isEmpty {
        physical[physical.count - 1].bytes += current.dropFirst()
      } else {
        physical.append((number, current))
      }
      current = []
    }
    var wasReturn = false
    for byte in bytes.dropFirst(hasMark ? 3 : 0) {
      if byte == 0x0A || byte == 0x0D {
        if !(byte == 0x0A && wasReturn) { close() }
      } else {
        current.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    if !current.isEmpty { close() }
    var result: [ContentLine] = []
    for (line, bytes) in physical where bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
      guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
        throw ICalendarProblem.encoding(line: line)
      }
      result.append(try parse(text, line: line))
    }
    return result
  }

  private static func parse(_ text: String, line: Int) throws(TableError) -> ContentLine {
    var parts: [String] = [""]
    var isQuoted = false
    var rest: Substring?
    for index in text.indices {
      let character = text[index]
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ":" && !isQuoted {
        rest = text[text.index(after: index)...]
        break
      } else if character == ";" && !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    guard let rest, !parts[0].isEmpty else { throw ICalendarProblem.noProperty(text, line: line) }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { throw ICalendarProblem.noProperty(text, line: line) }
      parameters[halves[0].uppercased()] = String(halves[1])
    }
    return ContentLine(
      line: line, name: parts[0].uppercased(), parameters: parameters, value: String(rest))
  }

  /// The value as text: `\n` is a line break, and `\,` `\;` `\\` stand for themselves.
  var text: String { Self.unescaped(value) }

  /// The texts of a list with commas between.
  var texts: [String] {
    var items: [String] = [""]
    var isEscaped = false
    for character in value {
      if character == ",", !isEscaped {
        items.append("")
        continue
      }
      items[items.count - 1].append(character)
      isEscaped = character == "\\" && !isEscaped
    }
    return items.map(Self.unescaped)
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}

/// What can be wrong with an iCalendar file, as letters.
enum ICalendarProblem {
  static func encoding(line: Int) -> TableError {
    TableError(
      code: .encoding, line: line, message: "this line is no UTF-8 text",
      hint: "Maybe export the calendar again: iCalendar files are UTF-8.")
  }

  static func noProperty(_ text: String, line: Int) -> TableError {
    TableError(
      code: .value, line: line, text: String(text.prefix(200)),
      message:
        "\"\(String(text.prefix(60)))\" is no property of an iCalendar file, expected NAME:value",
      hint: line == 1
        ? "Maybe this is no iCalendar file: it begins with BEGIN:VCALENDAR."
        : "Maybe a long line was cut: what goes on begins with a blank.")
  }

  static func value(
    _ property: ContentLine, expected: String, hint: String
  ) -> TableError {
    TableError(
      code: .value, line: property.line, field: property.name, text: property.value,
      message: "\(property.name) is \"\(String(property.value.prefix(60)))\", expected \(expected)",
      hint: hint)
  }

  static func structure(_ message: String, line: Int?) -> TableError {
    TableError(
      code: .value, line: line, message: message,
      hint: "Maybe the file was cut off or pasted together: export it again.")
  }
}
