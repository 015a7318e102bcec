/// Numbers from bytes.
///
/// Goals in order: refuse everything that is not plainly a number, return the nearest double, be fast.
///
/// Accepted: an optional `-`, digits with at most one decimal sign that is followed by a digit, and an
/// exponent (`2.5`, `.5`, `-3`, `1e3`, `1.5E-7`). Refused: `nan`, `inf`, hexadecimal, a leading `+`,
/// thousands separators, blanks, `1.`, and whatever lies beyond the range of a double.
public enum NumberParsing {
  private static let maximumExactDigits = 18
  private static let maximumExact: UInt64 = 1 << 53

  /// The double nearest to the number the bytes spell, or nil when they spell none.
  ///
  /// *Edge cases:* `-0` is 0. A number too small for a double is refused like one too large.
  ///
  /// *Exactness:* an integer of at most 53 bits, multiplied or divided once by a power of ten that a
  /// double holds exactly (10^22 or less), is rounded once, so the result is correctly rounded. All else
  /// goes through the standard library.
  ///
  /// *Source:* W. D. Clinger, How to read floating point numbers accurately, PLDI 1990,
  /// doi:10.1145/93542.93557 (the fast path).
  public static func double(
    _ bytes: UnsafeBufferPointer<UInt8>, decimalSign: DecimalSign = .point
  ) -> Double? {
    var index = 0
    let end = bytes.count
    guard end > 0, let base = bytes.baseAddress else { return nil }
    let isNegative = base[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var mantissa: UInt64 = 0
    var significant = 0
    var digits = 0
    var exponent = 0
    func take(_ digit: UInt8) {
      digits += 1
      if significant == 0 && digit == 0 { return }
      significant += 1
      if significant <= maximumExactDigits { mantissa = mantissa &* 10 &+ UInt64(digit) }
    }
    while index < end {
      let digit = base[index] &- 0x30
      if digit > 9 { break }
      take(digit)
      index += 1
    }
    if index < end && base[index] == decimalSign.rawValue {
      index += 1
      let first = index
      while index < end {
        let digit = base[index] &- 0x30
        if digit > 9 { break }
        take(digit)
        index += 1
      }
      if index == first { return nil }
      exponent = first - index
    }
    if digits == 0 { return nil }
    if index < end {
      guard let written = writtenExponent(base, from: index, to: end) else { return nil }
      exponent += written
    }
    if significant <= maximumExactDigits && mantissa <= maximumExact {
      if mantissa == 0 { return 0 }
      if exponent >= -22 && exponent <= 22 {
        let magnitude =
          exponent < 0
          ? Double(mantissa) / PowersOfTen.double[-exponent]
          : Double(mantissa) * PowersOfTen.double[exponent]
        return isNegative ? -magnitude : magnitude
      }
    }
    return slow(bytes, decimalSign: decimalSign)
  }

  /// The value after `e` or `E`, held within ±100,000, or nil when that is not how the bytes go on.
  private static func writtenExponent(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard base[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var index = start + 1
    var isNegative = false
    if index < end && (base[index] == UInt8(ascii: "-") || base[index] == UInt8(ascii: "+")) {
      isNegative = base[index] == UInt8(ascii: "-")
      index += 1
    }
    if index == end { return nil }
    var value = 0
    while index < end {
      let digit = base[index] &- 0x30
      if digit > 9 { return nil }
      value = min(value * 10 + Int(digit), 100_000)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// The standard library's answer for bytes whose grammar has been checked.
  private static func slow(
    _ bytes: UnsafeBufferPointer<UInt8>, decimalSign: DecimalSign
  ) -> Double? {
    let text = String(unsafeUninitializedCapacity: bytes.count) { copy in
      for index in bytes.indices {
        copy[index] = bytes[index] == decimalSign.rawValue ? UInt8(ascii: ".") : bytes[index]
      }
      return bytes.count
    }
    guard let value = Double(text), value.isFinite, value != 0 else { return nil }
    return value
  }

  /// The integer that the bytes spell in decimal digits with an optional `-`, or nil.
  ///
  /// *Edge cases:* nil beyond the range of `Int`; `12.0` and `1e3` are not spelled as integers.
  public static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let end = bytes.count
    guard end > 0, let base = bytes.baseAddress else { return nil }
    let isNegative = base[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    if index == end { return nil }
    var value = 0
    while index < end {
      let digit = base[index] &- 0x30
      if digit > 9 { return nil }
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, beyond) =
        isNegative
        ? tenfold.subtractingReportingOverflow(Int(digit))
        : tenfold.addingReportingOverflow(Int(digit))
      if overflow || beyond { return nil }
      value = next
      index += 1
    }
    return value
  }
}
