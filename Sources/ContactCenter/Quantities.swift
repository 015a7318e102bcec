/// A length of time, in seconds.
///
/// Quantities carry their unit in the type where one module speaks to another; inside numeric loops the
/// unit stands in the name (`meanHandleSeconds`).
public struct Seconds: Hashable, Comparable, Sendable {
  /// The number of seconds.
  public var value: Double

  /// Creates a length of `value` seconds.
  public init(_ value: Double) { self.value = value }

  /// Orders by length.
  public static func < (a: Seconds, b: Seconds) -> Bool { a.value < b.value }

  /// Reads `20s`, `5m`, `1h30m`, `2.5h`, `4d` or a bare number of seconds.
  ///
  /// *Edge cases*: an empty text, a unit twice, a negative number or anything else gives nil.
  public init?(text: String) {
    var rest = Substring(text.filter { $0 != " " })
    if let plain = Decimal.parse(rest) {
      self.value = plain
      return
    }
    var total = 0.0
    var lastScale = Double.infinity
    if rest.isEmpty { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let number = Decimal.parse(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard let scale = Self.scales[String(unit)], scale < lastScale else { return nil }
      total += number * scale
      lastScale = scale
    }
    self.value = total
  }

  /// The length as a plan writes it, such as `1h30m` or `20s`.
  public var text: String {
    guard value.isFinite, value >= 0, value < 1e12, value.rounded() == value else {
      return "\(value)s"
    }
    var rest = Int(value)
    var out = ""
    for (name, scale) in [("h", 3600), ("m", 60), ("s", 1)] where rest >= scale {
      out += "\(rest / scale)\(name)"
      rest %= scale
    }
    return out.isEmpty ? "0s" : out
  }

  private static let scales: [String: Double] = [
    "d": 86_400, "h": 3600, "m": 60, "min": 60, "s": 1, "sec": 1,
  ]
}

/// An offered load or a number of busy agents, in erlangs.
public struct Erlangs: Hashable, Comparable, Sendable {
  /// The number of erlangs.
  public var value: Double

  /// Creates a load of `value` erlangs.
  public init(_ value: Double) { self.value = value }

  /// Orders by load.
  public static func < (a: Erlangs, b: Erlangs) -> Bool { a.value < b.value }
}

/// A share of a whole, between 0 and 1.
public struct Share: Hashable, Comparable, Sendable {
  /// The share as a fraction of one.
  public var value: Double

  /// Creates a share from a fraction of one.
  public init(_ value: Double) { self.value = value }

  /// Orders by size.
  public static func < (a: Share, b: Share) -> Bool { a.value < b.value }

  /// Reads `80%`, `0.8` or `80` (a bare number above 1 is taken as percent).
  ///
  /// *Edge cases*: anything outside 0…100 % gives nil.
  public init?(text: String) {
    let trimmed = text.filter { $0 != " " }
    let isPercent = trimmed.hasSuffix("%")
    guard let number = Decimal.parse(isPercent ? trimmed.dropLast() : trimmed[...]) else {
      return nil
    }
    let fraction = isPercent || number > 1 ? number / 100 : number
    guard (0...1).contains(fraction) else { return nil }
    self.value = fraction
  }

  /// The share in percent without needless decimals, such as `80%` or `2.5%`.
  public var text: String {
    let percent = roundedToDecimals(value * 100, 4)
    return percent == percent.rounded() && percent.magnitude < 1e6
      ? "\(Int(percent))%" : "\(percent)%"
  }
}

/// Plain decimal numbers as plans write them: digits and at most one point, no sign, no exponent.
enum Decimal {
  static func parse(_ text: Substring) -> Double? {
    guard !text.isEmpty, text.count <= 30,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      text.contains(where: { $0.isNumber })
    else { return nil }
    return Double(text)
  }
}

/// Rounds to a number of decimals so that printing and reading back gives the same value.
///
/// *Edge cases*: infinities, NaN and magnitudes above 2^53 / 10^decimals are returned as they are;
/// a negative zero becomes zero.
public func roundedToDecimals(_ value: Double, _ decimals: Int) -> Double {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = value * scale
  guard scaled.magnitude < 0x1p53 else { return value }
  let result = scaled.rounded(.toNearestOrEven) / scale
  return result == 0 ? 0 : result
}
