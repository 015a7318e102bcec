extension DurationShape {
  /// How each shape is written, for messages.
  public static let forms = [
    "constant", "exponential", "lognormal 0.8", "gamma 0.5", "erlang 3",
    "hyperexponential 20% x5", "weibull 0.7", "uniform",
  ]

  /// Reads `exponential`, `lognormal 0.8`, `erlang 3`, `hyperexponential 20% x5` and the other ``forms``.
  ///
  /// *Edge cases*: an unknown word, a missing or further number, a variation outside 0.01…20, an exponent outside
  /// 0.1…20, more than 1,000 stages or a factor outside 0.001…1,000 gives nil. Empirical shapes are lists and have no such text.
  public init?(text: String) {
    let words = text.split(separator: " ").map(String.init)
    func number(in range: ClosedRange<Double>) -> Double? {
      guard words.count == 2, let value = Decimal.parse(words[1][...]), range.contains(value)
      else { return nil }
      return value
    }
    switch words.first {
    case "constant" where words.count == 1: self = .constant
    case "exponential" where words.count == 1: self = .exponential
    case "uniform" where words.count == 1: self = .uniform
    case "lognormal":
      guard let variation = number(in: 0.01...20) else { return nil }
      self = .lognormal(variation: variation)
    case "gamma":
      guard let variation = number(in: 0.01...20) else { return nil }
      self = .gamma(variation: variation)
    case "weibull":
      guard let shape = number(in: 0.1...20) else { return nil }
      self = .weibull(shape: shape)
    case "erlang":
      guard words.count == 2, let stages = Int(words[1]), (1...1000).contains(stages)
      else { return nil }
      self = .erlang(stages: stages)
    case "hyperexponential":
      guard words.count == 3, let share = Share(text: words[1]), words[2].hasPrefix("x"),
        let factor = Decimal.parse(words[2].dropFirst()), (0.001...1000).contains(factor)
      else { return nil }
      self = .hyperexponential(share: share.value, factor: factor)
    default: return nil
    }
  }

  /// The shape as a plan writes it; an empirical one as a list of durations.
  public var text: String {
    switch self {
    case .constant: "constant"
    case .exponential: "exponential"
    case .uniform: "uniform"
    case .lognormal(let variation): "lognormal \(plain(variation))"
    case .gamma(let variation): "gamma \(plain(variation))"
    case .weibull(let shape): "weibull \(plain(shape))"
    case .erlang(let stages): "erlang \(stages)"
    case .hyperexponential(let share, let factor):
      "hyperexponential \(Share(share).text) x\(plain(factor))"
    case .empirical(let durations):
      "[" + durations.map { Seconds($0).text }.joined(separator: ", ") + "]"
    }
  }

  private func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e6 ? "\(Int(value))" : "\(value)"
  }
}
