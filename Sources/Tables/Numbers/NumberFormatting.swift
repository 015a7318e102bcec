/// Numbers to bytes, with at most so many decimals.
///
/// What is written with N decimals and was rounded to N decimals before reads back as the same double:
/// both are the double nearest to k / 10^N.
public enum NumberFormatting {
  /// Appends `value` with at most `decimals` decimals, trailing zeros and a bare sign left out.
  ///
  /// Returns false and appends nothing when the value is not a number or not finite.
  ///
  /// *Edge cases:* -0 and what rounds to it is `0`. Half a unit rounds to the even digit, after the
  /// multiplication by 10^decimals. A magnitude of 2^53 / 10^decimals and more is written with the fewest
  /// digits that read back as the same double, possibly with an exponent.
  public static func append(
    _ value: Double, decimals: Int, decimalSign: DecimalSign = .point, to bytes: inout [UInt8]
  ) -> Bool {
    guard value.isFinite else { return false }
    let places = max(0, min(decimals, 15))
    let scaled = (value.magnitude * PowersOfTen.double[places]).rounded(.toNearestOrEven)
    guard scaled < 9_007_199_254_740_992 else {
      return appendShortest(value, decimalSign: decimalSign, to: &bytes)
    }
    var units = UInt64(scaled)
    if units == 0 {
      bytes.append(UInt8(ascii: "0"))
      return true
    }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var left = places
    while left > 0 && units % 10 == 0 {
      units /= 10
      left -= 1
    }
    appendDigits(units, decimals: left, decimalSign: decimalSign, to: &bytes)
    return true
  }

  /// Appends `value` with the fewest digits that read back as the same double: at most 17, perhaps an exponent.
  ///
  /// Returns false and appends nothing when the value is not a number or not finite. -0 is `0`.
  public static func appendShortest(
    _ value: Double, decimalSign: DecimalSign = .point, to bytes: inout [UInt8]
  ) -> Bool {
    guard value.isFinite else { return false }
    if value == 0 {
      bytes.append(UInt8(ascii: "0"))
      return true
    }
    var text = value.description
    text.withUTF8 { digits in
      let end = digits.count
      let isWhole =
        end > 2 && digits[end - 2] == UInt8(ascii: ".") && digits[end - 1] == UInt8(ascii: "0")
      let shown = UnsafeBufferPointer(rebasing: digits[..<(isWhole ? end - 2 : end)])
      guard decimalSign != .point else {
        bytes.append(contentsOf: shown)
        return
      }
      for byte in shown { bytes.append(byte == UInt8(ascii: ".") ? decimalSign.rawValue : byte) }
    }
    return true
  }

  /// Appends an integer.
  public static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(UInt64(value.magnitude), decimals: 0, decimalSign: .point, to: &bytes)
  }

  /// Appends `units` / 10^`decimals` with all its digits and a zero before the sign.
  private static func appendDigits(
    _ units: UInt64, decimals: Int, decimalSign: DecimalSign, to bytes: inout [UInt8]
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { scratch in
      var rest = units
      var position = 40
      var written = 0
      while rest > 0 || written <= decimals {
        position -= 1
        scratch[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        written += 1
        if written == decimals && decimals > 0 {
          position -= 1
          scratch[position] = decimalSign.rawValue
        }
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[position...]))
    }
  }
}
