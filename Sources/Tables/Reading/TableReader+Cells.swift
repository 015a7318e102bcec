extension TableReader {
  /// Whether the cell holds nothing and was not written as `""`.
  public func isEmpty(_ column: Int) -> Bool {
    let cell = scanner.cells[column]
    return cell.start == cell.end && !cell.isQuoted
  }

  /// Whether the cell holds nothing, written as `""` or not: where a number is asked for, both mean none.
  public func isBlank(_ column: Int) -> Bool {
    let cell = scanner.cells[column]
    return cell.start == cell.end
  }

  /// The text of a cell, quotes removed.
  public func text(_ column: Int) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// Hands the bytes of a cell to `body`, quotes removed; they are gone when it returns.
  public func withBytes<Result, Failure: Error>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let cell = scanner.cells[column]
    let raw = bytes(of: cell)
    if !cell.isEscaped { return try body(raw) }
    var plain: [UInt8] = []
    plain.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      plain.append(raw[index])
      index += raw[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: plain.count)
    defer { copy.deallocate() }
    _ = copy.initialize(from: plain)
    return try body(UnsafeBufferPointer(copy))
  }

  /// The number in a cell.
  ///
  /// *Throws:* `TableError` with the place when the cell is empty or holds anything but a number.
  public func number(_ column: Int) throws(TableError) -> Double {
    let raw = bytes(of: scanner.cells[column])
    guard let value = NumberParsing.double(raw, decimalSign: dialect.decimalSign) else {
      throw numberFailure(column)
    }
    if dialect.refusesAmbiguousPoint && Self.isAmbiguous(raw) {
      throw failure(
        column, expected: "a number without doubt",
        hint: "Maybe the point separates thousands: say --decimal-comma or --decimal-point.")
    }
    return value
  }

  /// The number in a cell, or nil when the cell is empty, in quotes or not.
  ///
  /// *Throws:* `TableError` with the place when the cell holds anything but a number.
  public func optionalNumber(_ column: Int) throws(TableError) -> Double? {
    isBlank(column) ? nil : try number(column)
  }

  /// The integer in a cell.
  ///
  /// *Throws:* `TableError` with the place when it holds anything else, or one beyond the range of `Int`.
  public func integer(_ column: Int) throws(TableError) -> Int {
    guard let value = NumberParsing.integer(bytes(of: scanner.cells[column])) else {
      throw failure(
        column, expected: "a whole number",
        hint: NumberHint.hint(for: text(column), decimalSign: dialect.decimalSign))
    }
    return value
  }

  /// The number that `pool` gives to the text of a cell, equal for equal texts.
  public func index(_ column: Int, in pool: inout TextPool) -> Int {
    withBytes(column) { pool.index(of: $0) }
  }

  @inline(__always)
  func bytes(of cell: CellRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: window.base + rowStart + Int(cell.start), count: Int(cell.end - cell.start))
  }

  private func numberFailure(_ column: Int) -> TableError {
    failure(
      column, expected: "a number",
      hint: NumberHint.hint(for: text(column), decimalSign: dialect.decimalSign))
  }

  /// One to three digits, a point, three digits: a thousand in half of Europe.
  private static func isAmbiguous(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    guard (5...7).contains(digits.count), digits.first != UInt8(ascii: "0") else { return false }
    let point = digits.endIndex - 4
    return digits[point] == UInt8(ascii: ".")
      && digits.indices.allSatisfy { $0 == point || (0x30...0x39).contains(digits[$0]) }
  }
}
