internal import ContactCenter

/// Whether the hard successions of a contract leave a way through its shift types.
///
/// A day off always may follow, so successions alone never make a roster impossible. What can: a circle of types of
/// which none may follow the one before, where agents change types only over a day off; and more working days in a row
/// than any order of types allows. The first is a warning, the second an error.
struct SuccessionCheck {
  private let contract: Contract
  /// The types of shift that the contract may work, in order of name.
  private let types: [String]
  /// Whether it may also work shifts of no type, which may follow and be followed by anything.
  private let hasOthers: Bool
  /// What may not come on the day after a type.
  private let forbidden: [String: Set<String>]

  /// Prepares to look at one contract.
  init(_ contract: Contract, plan: Plan) {
    self.contract = contract
    let rules = plan.shiftRules
    let covered = Set(plan.cover.map(\.shiftType))
    let usable = rules.types.filter { type in
      (type.minutes.map { contract.shiftMinutes.contains($0) } ?? true)
        && (covered.isEmpty || covered.contains(type.name))
    }
    types = usable.map(\.name).sorted()
    let step = max(1, rules.startEveryMinutes)
    hasOthers =
      covered.isEmpty
      && contract.shiftMinutes.contains { length in
        stride(from: 0, to: 1440, by: step).contains {
          rules.type(startMinute: $0, length: length) == nil
        }
      }
    var forbidden: [String: Set<String>] = [:]
    for terms in contract.rules where terms.rule == "successions" && terms.price == nil {
      for type in terms.shiftTypes { forbidden[type, default: []].formUnion(terms.followers) }
    }
    self.forbidden = forbidden
  }

  /// What was found, circles first.
  var findings: [Finding] {
    guard !forbidden.isEmpty else { return [] }
    return circles.map(about) + [tooLong, rotation].compactMap { $0 }
  }

  private var place: String { "contracts.\(contract.name).rules" }

  /// The shortest circles of two or more types of which none may follow the one before, each set of types once.
  private var circles: [[String]] {
    var found: [[String]] = []
    var told: Set<String> = []
    for start in types where !told.contains(start) {
      guard let circle = circle(through: start) else { continue }
      told.formUnion(circle)
      found.append(circle)
    }
    return found
  }

  /// A shortest circle through a type, by looking ever further from it.
  private func circle(through start: String) -> [String]? {
    var ways: [[String]] = [[start]]
    var seen: Set<String> = [start]
    while !ways.isEmpty {
      var longer: [[String]] = []
      for way in ways {
        guard let last = way.last else { continue }
        for next in (forbidden[last] ?? []).sorted() where types.contains(next) {
          if next == start, way.count > 1 { return way }
          if seen.insert(next).inserted { longer.append(way + [next]) }
        }
      }
      ways = longer
    }
    return nil
  }

  private func about(_ circle: [String]) -> Finding {
    let pairs = zip(circle, circle.dropFirst() + circle.prefix(1)).map { "no \($1) after \($0)" }
    return Finding(
      .warning, code: "check.successions-in-a-circle",
      "the successions of contract \(contract.name) go round in a circle: "
        + pairs.joined(separator: ", ") + "; from one to the other only over a day off",
      place: place, advice: "Maybe one of them is meant the other way round.")
  }

  /// More working days in a row than any order of types allows.
  private var tooLong: Finding? {
    let asked = contract.rules.filter { $0.rule == "consecutive-days" && $0.price == nil }
    guard let least = asked.compactMap(\.minimum).max(), !hasOthers, let longest,
      Double(longest) < least
    else { return nil }
    return Finding(
      .error, code: "check.successions-leave-no-way",
      "contract \(contract.name) asks for at least \(Int(least)) working days in a row, and its successions "
        + "allow at most \(longest)",
      place: place, advice: "Maybe allow a type to follow itself.")
  }

  /// The most shifts on days in a row; nil where there is no end to them, or there is no type.
  private var longest: Int? {
    var reach = Dictionary(uniqueKeysWithValues: types.map { ($0, 1) })
    // A way longer than there are types passes one of them twice, and so goes on forever.
    for length in 1...max(1, types.count + 1) {
      guard let most = reach.values.max() else { return nil }
      if most < length { return most }
      var next = reach
      for type in types {
        let followers = types.filter { !(forbidden[type]?.contains($0) ?? false) }
        next[type] = 1 + (followers.compactMap { reach[$0] }.max() ?? 0)
      }
      reach = next
    }
    return nil
  }

  /// A rotation with weeks of a type that may not follow itself.
  private var rotation: Finding? {
    let weeks = contract.rules.filter { $0.rule == "rotation" && $0.price == nil }
      .flatMap(\.shiftTypes)
    guard let type = weeks.sorted().first(where: { forbidden[$0]?.contains($0) ?? false }) else {
      return nil
    }
    return Finding(
      .warning, code: "check.rotation-against-successions",
      "contract \(contract.name) rotates through weeks of \(type), and its successions allow no \(type) "
        + "after \(type): every other day of such a week is off",
      place: place, advice: "Maybe take \(type) out of then.")
  }
}
