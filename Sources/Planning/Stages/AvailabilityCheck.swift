internal import ContactCenter

/// What the availability of agents says twice, or against itself.
enum AvailabilityCheck {
  /// Findings in order of agent: leave that overlaps leave, published shifts that overlap each other or leave, and
  /// wishes for a shift type that the plan does not have.
  static func findings(_ availability: [Availability], plan: Plan) -> [Finding] {
    let byAgent = Dictionary(grouping: availability, by: \.agent).sorted { $0.key < $1.key }
    return byAgent.flatMap { agent, stretches in
      let sorted = stretches.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
      return [
        clash(
          overlaps(sorted, .leave, .leave), of: agent, plan, .warning, "leave-overlaps", "leave",
          "leave", advice: "Maybe one of the two was to replace the other."),
        clash(
          overlaps(sorted, .pinned, .pinned), of: agent, plan, .error, "pinned-twice",
          "a published shift", "another",
          advice: "Maybe one of the two was moved and stands in the file twice."),
        clash(
          overlaps(sorted, .pinned, .leave), of: agent, plan, .error, "pinned-on-leave",
          "a published shift", "leave", advice: "Maybe one of the two is out of date."),
      ].compactMap { $0 } + types(sorted, of: agent, plan)
    }
  }

  private typealias Overlap = (first: Availability, second: Availability)

  /// Each stretch of either kind that begins inside one of the other, with that one; `first` is of kind `a`.
  ///
  /// - Parameter stretches: in order of start.
  private static func overlaps(
    _ stretches: [Availability], _ a: Availability.Kind, _ b: Availability.Kind
  ) -> [Overlap] {
    var result: [Overlap] = []
    var furthest: [Availability.Kind: Availability] = [:]
    for stretch in stretches where stretch.kind == a || stretch.kind == b {
      let other = stretch.kind == a ? b : a
      if let before = furthest[other], stretch.start < before.end {
        result.append(before.kind == a ? (before, stretch) : (stretch, before))
      }
      if stretch.end > furthest[stretch.kind]?.end ?? stretch.start {
        furthest[stretch.kind] = stretch
      }
    }
    return result
  }

  private static func clash(
    _ overlaps: [Overlap], of agent: String, _ plan: Plan, _ severity: Finding.Severity,
    _ code: String, _ what: String, _ other: String, advice: String
  ) -> Finding? {
    guard let (first, second) = overlaps.first else { return nil }
    func text(_ stretch: Availability) -> String {
      let zone = plan.grid.zone
      return "\(zone.local(stretch.start).text) to \(zone.local(stretch.end).text)"
    }
    let more = overlaps.count > 1 ? ", and \(overlaps.count - 1) more" : ""
    return Finding(
      severity, code: "availability.\(code)",
      "\(agent) has \(what) from \(text(first)) and \(other) from \(text(second))\(more)",
      place: agent, advice: advice)
  }

  private static func types(
    _ stretches: [Availability], of agent: String, _ plan: Plan
  ) -> [Finding] {
    let known = plan.shiftRules.types.map(\.name)
    let unknown = Set(stretches.compactMap(\.shiftType)).subtracting(known).sorted()
    return unknown.map { type in
      Finding(
        .error, code: "availability.unknown-shift-type",
        "\(agent) speaks of shift type \"\(type)\", which the plan does not have", place: agent,
        advice: nearestName(to: type, in: known).map { "Maybe \"\($0)\" is meant." }
          ?? (known.isEmpty
            ? "Maybe add shift_types: to the plan."
            : "Maybe one of: \(known.sorted().joined(separator: ", "))."))
    }
  }
}
