internal import ContactCenter

/// Whether a requirement fits the sites where its agents sit.
enum SeatCheck {
  /// A warning for each site at which more agents are needed than there are seats.
  ///
  /// Counted are the queues that only groups of the site serve; agents who work remotely take no seat. Others could be
  /// served elsewhere, so that nothing is said too early.
  static func findings(_ requirement: StaffingRequirement, plan: Plan) -> [Finding] {
    plan.sites.compactMap { site in
      guard let seats = site.seats else { return nil }
      var needed: [Instant: Double] = [:]
      for queue in requirement.queues {
        let serving = plan.groups.filter { $0.queues.contains(queue.queue) }
        guard !serving.isEmpty, serving.allSatisfy({ $0.site == site.name }) else { continue }
        let onSite = 1 - (serving.map(\.remoteShare.value).max() ?? 0)
        for row in queue.intervals { needed[row.start, default: 0] += Double(row.agents) * onSite }
      }
      let over = needed.filter { $0.value > Double(seats) + 1e-9 }.sorted { $0.key < $1.key }
      guard let first = over.first, let worst = over.map(\.value).max() else { return nil }
      let most = Int(worst.rounded(.up))
      let local = plan.grid.zone.local(first.key).text
      return Finding(
        .warning, code: "staffing.seats",
        "\(site.name) has \(seats) seats, but \(over.count) intervals need more agents there, up to \(most)",
        place: "\(site.name) \(local)",
        advice:
          "Maybe let \(most - seats) more of them work remotely, or serve a queue elsewhere too.")
    }
  }
}
