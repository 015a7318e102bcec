import ContactCenter

/// Numbers as people read them.
enum NumberText {
  /// A number with a fixed count of decimals, `–` where there is none.
  static func fixed(_ value: Double?, _ decimals: Int) -> String {
    guard let value, value.isFinite, value.magnitude < 1e15 else { return "–" }
    let rounded = roundedToDecimals(value, decimals)
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let units = (rounded.magnitude * scale).rounded()
    guard units < 9e18 else { return "\(rounded)" }
    let digits = String(Int(units))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = rounded < 0 ? "-" : ""
    guard decimals > 0 else { return sign + grouped(padded) }
    return sign + grouped(String(padded.dropLast(decimals))) + "." + padded.suffix(decimals)
  }

  /// A number with as many decimals as it has, at most two.
  static func plain(_ value: Double) -> String {
    for decimals in 0...1 where roundedToDecimals(value, decimals) == roundedToDecimals(value, 2) {
      return fixed(value, decimals)
    }
    return fixed(value, 2)
  }

  /// A share in percent.
  static func percent(_ share: Double?, _ decimals: Int = 1) -> String {
    guard let share, share.isFinite else { return "–" }
    return fixed(share * 100, decimals) + "%"
  }

  private static func grouped(_ digits: String) -> String {
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += "," }
      out.append(digit)
    }
    return out
  }
}
