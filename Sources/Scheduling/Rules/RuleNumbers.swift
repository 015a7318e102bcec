import ContactCenter

/// How rules write numbers in their messages.
enum RuleNumbers {
  /// Minutes as hours: `40h`, `7.5h`.
  static func hours(_ minutes: Int) -> String { hours(Double(minutes) / 60) }

  /// Hours to two decimals: `40h`, `7.5h`.
  static func hours(_ hours: Double) -> String { plain(hours) + "h" }

  /// A number to two decimals, without any where it is whole.
  static func plain(_ value: Double) -> String {
    let rounded = roundedToDecimals(value, 2)
    return rounded.magnitude < 1e15 && rounded == rounded.rounded()
      ? "\(Int(rounded))" : "\(rounded)"
  }
}
