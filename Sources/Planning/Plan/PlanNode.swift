internal import ContactCenter
internal import Yams

/// A place in the plan file: a YAML node that knows its path and answers in the words of the trade.
struct PlanNode {
  let node: Node
  let path: String
  let file: String

  /// An error at this node.
  func error(_ message: String, hint: String = "") -> PlanError {
    Self.error(at: node.mark, file: file, message, hint: hint)
  }

  static func error(at mark: Mark?, file: String, _ message: String, hint: String) -> PlanError {
    PlanError(
      file: file, line: mark?.line ?? 0, column: mark?.column ?? 0, message, hint: hint)
  }

  /// The entries of a mapping with documented keys.
  ///
  /// *Throws*: `PlanError` at an unknown key, naming the nearest known one.
  func section(_ keys: [PlanKey]) throws(PlanError) -> [String: PlanNode] {
    var found: [String: PlanNode] = [:]
    for (key, name, value) in try entries() {
      guard keys.contains(where: { $0.name == name }) else {
        let known = keys.map(\.name)
        let nearest = nearestName(to: name, in: known)
        let place = path.isEmpty ? "the plan" : path
        throw Self.error(
          at: key.mark, file: file, "\"\(name)\" is no key of \(place)",
          hint: nearest.map { "Maybe \"\($0)\" is meant." }
            ?? "Maybe one of: \(known.joined(separator: ", ")).")
      }
      found[name] = value
    }
    return found
  }

  /// The entries of a mapping with names of one's own, in the order of the file.
  func named() throws(PlanError) -> [(name: String, value: PlanNode)] {
    try entries().map { ($0.name, $0.value) }
  }

  private func entries() throws(PlanError) -> [(key: Node, name: String, value: PlanNode)] {
    guard case .mapping(let mapping) = node else {
      throw error(
        "\(label) is \(kind), expected keys with values",
        hint: path.isEmpty
          ? "Maybe it is a data file: a plan begins with timezone: and queues:."
          : "Maybe write { key: value }.")
    }
    var result: [(key: Node, name: String, value: PlanNode)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        throw Self.error(at: key.mark, file: file, "a key of \(label) is not text", hint: "")
      }
      let inner = path.isEmpty ? name : "\(path).\(name)"
      result.append((key, name, PlanNode(node: value, path: inner, file: file)))
    }
    return result
  }

  /// Whether this is one value, not a set of keys or a list.
  var isScalar: Bool { node.scalar != nil }

  /// Whether this is a list.
  var isList: Bool { node.sequence != nil }

  /// The items of a list.
  func list() throws(PlanError) -> [PlanNode] {
    guard case .sequence(let sequence) = node else {
      throw error("\(label) is \(kind), expected a list", hint: "Maybe write [a, b].")
    }
    return sequence.map { PlanNode(node: $0, path: path, file: file) }
  }

  /// The text of a scalar.
  func text() throws(PlanError) -> String {
    guard case .scalar(let scalar) = node else {
      throw error("\(label) is \(kind), expected one value")
    }
    return scalar.string
  }

  /// A value read from text by `parse`, described as `expected` in the error.
  func value<T>(_ expected: String, _ parse: (String) -> T?) throws(PlanError) -> T {
    let text = try text()
    guard let value = parse(text) else {
      throw error(
        "\(label) is \(Self.quoted(text)), expected \(expected)",
        hint: "Maybe write \(example(expected)).")
    }
    return value
  }

  /// One of the raw values of an enumeration.
  func choice<T: RawRepresentable & CaseIterable>(_: T.Type) throws(PlanError) -> T
  where T.RawValue == String {
    let text = try text()
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue)
    let nearest = nearestName(to: text, in: known)
    throw error(
      "\(label) is \(Self.quoted(text)), expected one of \(known.joined(separator: ", "))",
      hint: nearest.map { "Maybe \"\($0)\" is meant." }
        ?? "Maybe leave the key out for the default.")
  }

  func seconds() throws(PlanError) -> Seconds {
    try value("a duration") { text in
      Seconds(text: text).flatMap { $0.value.isFinite && $0.value <= 1e9 ? $0 : nil }
    }
  }

  func positiveSeconds() throws(PlanError) -> Seconds {
    try value("a duration above zero") { text in
      Seconds(text: text).flatMap { $0.value > 0 && $0.value <= 1e9 ? $0 : nil }
    }
  }

  /// A duration in whole minutes, up to 100 days.
  func minutes(from least: Int = 1) throws(PlanError) -> Int {
    try value("a duration in whole minutes") { text in
      guard let seconds = Seconds(text: text)?.value, seconds >= Double(least * 60),
        seconds <= 8_640_000,
        seconds.truncatingRemainder(dividingBy: 60) == 0
      else { return nil }
      return Int(seconds) / 60
    }
  }

  func share() throws(PlanError) -> Share { try value("a share") { Share(text: $0) } }

  func whole(_ range: ClosedRange<Int>) throws(PlanError) -> Int {
    try value("a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  func number(_ range: ClosedRange<Double>) throws(PlanError) -> Double {
    try value("a number from \(range.lowerBound) to \(range.upperBound)") { text in
      Double(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  func flag() throws(PlanError) -> Bool {
    try value("true or false") { ["true": true, "false": false][$0] }
  }

  /// A value in quotes, cut after 40 characters and on one line: a letter stays a letter whatever the file was.
  static func quoted(_ text: String) -> String {
    let head = text.prefix(40).unicodeScalars.map {
      $0.properties.generalCategory == .control ? " " : String($0)
    }
    return "\"" + head.joined() + (text.count > 40 ? "…" : "") + "\""
  }

  private var label: String { path.isEmpty ? "the plan" : path }

  private var kind: String {
    switch node {
    case .mapping: "a set of keys"
    case .sequence: "a list"
    case .alias: "an alias"
    case .scalar(let scalar): scalar.string.isEmpty ? "empty" : Self.quoted(scalar.string)
    }
  }

  private func example(_ expected: String) -> String {
    if expected.hasPrefix("a duration or two") { return "2h-4h" }
    if expected.hasPrefix("a duration") { return "20s, 5m or 1h30m" }
    if expected.hasPrefix("a share") { return "80%" }
    if expected.hasPrefix("a target") { return "80/20 or 90%/4h" }
    if expected.hasPrefix("a window") { return "36%-56%" }
    if expected.hasPrefix("a time such") { return "\"08:00\"" }
    if expected == "a stretch of the day" { return "\"22:00-06:00\"" }
    if expected.hasPrefix("opening hours") { return "\"07:00-21:00\" or \"24h\"" }
    if expected.hasPrefix("virtual-hold") { return "virtual-hold or after 2h" }
    if expected.hasPrefix("a price") { return "3h" }
    if expected.hasPrefix("a date") { return "2026-03-09" }
    if expected.hasPrefix("a time of day") { return "\"08:00\" or \"06:00-09:30\"" }
    if expected.hasPrefix("a stretch of the night") { return "\"23:00-06:00\"" }
    if expected.hasPrefix("week, month") { return "week, period or 14d" }
    if expected.hasPrefix("days") { return "mon-fri or \"mon,thu\"" }
    if expected == "a name" { return "it out, or leave the key out" }
    return "it without unit or quotes"
  }
}
