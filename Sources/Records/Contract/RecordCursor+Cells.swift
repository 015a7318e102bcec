internal import ContactCenter
internal import Tables

/// Numbers beyond this are taken for mistakes: no center sees a trillion contacts or seconds an interval,
/// and what is smaller can be counted in an `Int`.
private let largestNumber = 1e12

extension RecordCursor {
  /// The text of a cell or of the constant that stands for the column; nil when empty or absent.
  func optionalText(_ column: Int) -> String? {
    let place = places[column]
    if place < 0 { return options.constants[schema.columns[column].name] }
    return table.isEmpty(place) ? nil : table.text(place)
  }

  /// The text of a required cell.
  func text(_ column: Int) throws(TableError) -> String {
    if let text = optionalText(column), !text.isEmpty { return text }
    throw failure(
      column, expected: "a text",
      hint: "Maybe the cell above was meant to hold for the rows below: fill it in.")
  }

  /// A number of 0 or more in a required cell.
  func number(_ column: Int, isSigned: Bool = false) throws(TableError) -> Double {
    guard places[column] >= 0 else {
      guard let value = try optionalNumber(column, isSigned: isSigned) else {
        throw failure(column, expected: "a number", hint: "Maybe the column was left out.")
      }
      return value
    }
    let value = try table.number(places[column])
    try check(value, column, isSigned: isSigned)
    return value
  }

  /// A number of 0 or more, or nil when the cell is empty or the column absent.
  @inline(__always)
  func optionalNumber(_ column: Int, isSigned: Bool = false) throws(TableError) -> Double? {
    let place = places[column]
    if place < 0 || table.isEmpty(place) { return nil }
    let value = try table.number(place)
    try check(value, column, isSigned: isSigned)
    return value
  }

  @inline(__always)
  private func check(_ value: Double, _ column: Int, isSigned: Bool) throws(TableError) {
    if value >= 0 && value <= largestNumber { return }
    if isSigned && value < 0 && value >= -largestNumber { return }
    throw failure(
      column, expected: value < 0 ? "a number of 0 or more" : "a number up to a trillion",
      hint: value < 0
        ? "Maybe corrections were booked as negative rows: export the corrected totals."
        : "Maybe a cell is missing before it, or two numbers ran together.")
  }

  /// A whole number of 0 or more in a required cell.
  func count(_ column: Int) throws(TableError) -> Int {
    guard places[column] >= 0 else {
      throw failure(column, expected: "a whole number", hint: "Maybe the column was left out.")
    }
    let value = try table.integer(places[column])
    if value < 0 || Double(value) > largestNumber {
      throw failure(
        column, expected: "a whole number from 0 to a trillion", hint: "Maybe a sign slipped in.")
    }
    return value
  }

  /// One of the words of a choice, case ignored; nil when empty.
  func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ column: Int, as type: Choice.Type = Choice.self
  ) throws(TableError) -> Choice? where Choice.RawValue == String {
    guard let written = optionalText(column) else { return nil }
    let name = schema.columns[column].name
    let text = options.words[name]?[written] ?? written
    if let choice = Choice(rawValue: text) ?? Choice(rawValue: text.lowercased()) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw failure(
      column, expected: "one of \(words.joined(separator: ", "))",
      hint: nearestName(to: text, in: words).map { "Maybe \($0) is meant." }
        ?? "Maybe the word has to be translated to one of these"
        + (options.words[name] == nil ? "." : ": --\(name) \(words[0])=\(written)."))
  }

  /// One of the words of a choice.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: Int, as type: Choice.Type = Choice.self
  ) throws(TableError) -> Choice where Choice.RawValue == String {
    if let choice: Choice = try optionalChoice(column) { return choice }
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw failure(column, expected: "one of \(words)", hint: "Maybe the cell was left out.")
  }

  /// A date.
  func date(_ column: Int) throws(TableError) -> CivilDate {
    let text = try text(column)
    if let date = CivilDate(text: text), Self.years.contains(date.parts.year) { return date }
    throw failure(
      column, expected: "a date such as 2026-03-09 between 1990 and 2099",
      hint: text.contains("/")
        ? TimestampText.Fault.ambiguousDate.hint : "Maybe there is no such day.")
  }

  static var years: ClosedRange<Int> { 1990...2099 }

  /// An error about a cell of the current row, or about a column that is not there.
  func failure(_ column: Int, expected: String, hint: String) -> TableError {
    let place = places[column]
    if place >= 0 { return table.failure(place, expected: expected, hint: hint) }
    let name = schema.columns[column].name
    let value = options.constants[name].map { TableError.quoted($0) } ?? "absent"
    return TableError(
      code: .value, line: table.line, field: name,
      message: "\(name) is \(value), expected \(expected)", hint: hint)
  }
}
