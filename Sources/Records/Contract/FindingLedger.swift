internal import ContactCenter

/// Collects findings so that each kind is told once, with its count and its first place.
struct FindingLedger {
  private var order: [String] = []
  private var entries: [String: (finding: Finding, count: Int)] = [:]

  /// Notes one occurrence; what is not the first of its key only counts.
  mutating func note(
    _ severity: Finding.Severity, _ code: String, key: String? = nil,
    place: @autoclosure () -> String = "",
    advice: String = "", _ message: @autoclosure () -> String
  ) {
    let key = key ?? code
    if entries[key] == nil {
      order.append(key)
      entries[key] = (
        Finding(severity, code: code, message(), place: place(), advice: advice), 0
      )
    }
    entries[key]?.count += 1
  }

  /// The findings in the order in which their kinds first came, counts appended.
  var findings: [Finding] {
    order.compactMap { key in
      guard let (finding, count) = entries[key] else { return nil }
      var told = finding
      if count > 1 { told.message += " (first of \(count))" }
      return told
    }
  }
}
