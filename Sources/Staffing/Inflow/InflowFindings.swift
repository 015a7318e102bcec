internal import ContactCenter

/// What staffing says about contacts that do not all reach agents.
enum InflowFindings {
  /// One sentence for a queue; nil where nothing moves.
  static func note(
    _ summary: Inflow.Summary, _ inflow: Inflow, _ request: StaffingRequest
  ) -> Finding? {
    let queue = request.queues.first { $0.name == summary.queue }
    if let campaign = queue?.behavior.outbound {
      return Finding(
        .note, code: "staffing.outbound",
        "\(count(summary.reaching)) numbers to dial are staffed as work, \(campaign.pacing.rawValue), of which \(count(summary.reaching * campaign.connected.value)) answer and \(count(summary.reaching * campaign.connected.value * campaign.rightParty.value)) are the right person",
        place: summary.queue)
    }
    var parts: [String] = []
    func add(_ value: Double, _ text: String) {
      if value >= 0.5 { parts.append("\(count(value)) \(text)") }
    }
    add(summary.contained, "settled by self-service")
    add(summary.blocked, "without a port")
    add(summary.returned, "more come again")
    add(summary.handedOn, "more are handed on")
    if summary.calledBack >= 0.5 {
      parts.append("\(count(summary.calledBack)) of them are called back and do not wait")
    }
    guard !parts.isEmpty else { return nil }
    return Finding(
      .note, code: "staffing.inflow",
      "\(count(summary.reaching)) contacts reach agents where \(count(summary.forecast)) are forecast: \(parts.joined(separator: ", "))",
      place: summary.queue,
      advice: summary.returned >= 0.05 * max(1, summary.forecast)
        ? "Maybe the history counts redials already: muster fit --deinflate takes them out." : "")
  }

  /// A count with commas.
  static func count(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
    var digits = String(Int(value.rounded()))
    var out = ""
    while digits.count > 3 {
      out = "," + digits.suffix(3) + out
      digits = String(digits.dropLast(3))
    }
    return digits + out
  }
}
