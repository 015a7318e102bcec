extension PatienceLaw {
  /// Reads `exponential(120)`, `deterministic(60)`, `lognormal(120, 0.5)`, `weibull(1.5, 120)`,
  /// `hyperexponential(0.3, 5, 300)` or `uniform(240)`; spaces and letter case are free.
  ///
  /// *Edge cases*: nil for another name, a wrong number of parameters, a parameter that is no number or one
  /// that `validate` refuses.
  public init?(text: String) {
    let compact = text.filter { $0 != " " && $0 != "\t" }.lowercased()
    guard compact.hasSuffix(")"), let open = compact.firstIndex(of: "(") else { return nil }
    let inside = compact[compact.index(after: open)...].dropLast()
    var numbers: [Double] = []
    for part in inside.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Double(part), number.isFinite else { return nil }
      numbers.append(number)
    }
    switch (compact[..<open], numbers.count) {
    case ("exponential", 1): self = .exponential(mean: numbers[0])
    case ("deterministic", 1): self = .deterministic(numbers[0])
    case ("lognormal", 2): self = .lognormal(mean: numbers[0], variation: numbers[1])
    case ("weibull", 2): self = .weibull(shape: numbers[0], mean: numbers[1])
    case ("hyperexponential", 3):
      self = .hyperexponential(share: numbers[0], first: numbers[1], second: numbers[2])
    case ("uniform", 1): self = .uniform(longest: numbers[0])
    default: return nil
    }
    do { try validate() } catch { return nil }
  }

  /// The law as `init(text:)` reads it, such as `lognormal(120, 0.5)`.
  public var text: String {
    switch self {
    case .exponential(let mean): "exponential(\(Self.number(mean)))"
    case .deterministic(let time): "deterministic(\(Self.number(time)))"
    case .lognormal(let mean, let variation):
      "lognormal(\(Self.number(mean)), \(Self.number(variation)))"
    case .weibull(let shape, let mean): "weibull(\(Self.number(shape)), \(Self.number(mean)))"
    case .hyperexponential(let share, let first, let second):
      "hyperexponential(\(Self.number(share)), \(Self.number(first)), \(Self.number(second)))"
    case .uniform(let longest): "uniform(\(Self.number(longest)))"
    }
  }

  /// The shortest digits that read back as the same number, without a trailing `.0`.
  private static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
