import ContactCenter

/// What is worth telling about activities that were placed, or were not.
enum ActivityFindings {
  /// Sessions named in one finding; the rest is counted.
  private static let named = 3

  static func findings(
    _ board: ActivityBoard, requests: [ActivityRequest], agents: [String: Agent]
  ) -> [Finding] {
    let unplaced = Dictionary(grouping: board.unplaced, by: \.request)
    let all = Dictionary(grouping: board.sessions, by: \.request.name)
    return requests.sorted { $0.name < $1.name }.flatMap { request in
      var result = strangers(in: request, agents: agents)
      let place = "activities.\(request.name)"
      if all[request.name] == nil {
        result.append(
          Finding(
            .warning, code: "schedule.activity-for-nobody",
            "activity \(request.name) concerns nobody of this roster", place: place,
            advice: "Maybe its groups have no agents."))
      }
      guard let rows = unplaced[request.name], !rows.isEmpty else { return result }
      let examples = rows.prefix(named).map { row in
        "\(row.agent.map { "\($0) " } ?? "")from \(row.dates.lowerBound.text): \(row.reason)"
      }
      let more = rows.count > named ? "; and \(rows.count - named) more" : ""
      result.append(
        Finding(
          .warning, code: "schedule.activity-unplaced",
          "\(rows.count) of \((all[request.name] ?? []).count) sessions find no place: "
            + examples.joined(separator: "; ") + more,
          place: place,
          advice: request.together == nil
            ? "Maybe allow more hours, a shorter session or fewer of them."
            : "Maybe ask for a smaller share at once, or allow more hours."))
      return result
    }
  }

  private static func strangers(
    in request: ActivityRequest, agents: [String: Agent]
  ) -> [Finding] {
    request.agents.subtracting(agents.keys).sorted().map { name in
      Finding(
        .warning, code: "schedule.unknown-agent",
        "activity \(request.name) names agent \(name), who is not among the agents",
        place: "activities.\(request.name)",
        advice: nearestName(to: name, in: agents.keys.sorted()).map { "Maybe \($0) is meant." }
          ?? "")
    }
  }
}
