internal import ContactCenter

/// The `sites` section of a plan.
enum SiteSection {
  static func read(_ node: PlanNode, groups: [AgentGroup]) throws(PlanError) -> [Site] {
    var sites: [Site] = []
    let known = Set(groups.compactMap(\.site)).sorted()
    for (name, value) in try node.named() {
      guard known.contains(name) else {
        throw value.error(
          "no group of the plan works at \(name)",
          hint: nearestName(to: name, in: known).map { "Maybe \"\($0)\" is meant." }
            ?? "Maybe add site: \(name) to a group.")
      }
      let keys = try value.section(PlanKeyCatalog.site)
      var site = Site(name: name)
      (site.minimumAgents, site.seats) = try FloorSection.read(keys, of: value, ceiling: "seats")
      sites.append(site)
    }
    return sites.sorted { $0.name < $1.name }
  }
}

/// The fewest and the most agents of a queue, group or site.
enum FloorSection {
  static func read(
    _ keys: [String: PlanNode], of node: PlanNode, ceiling name: String = "maximum_agents"
  ) throws(PlanError) -> (floor: Int, ceiling: Int?) {
    let floor = try keys["minimum_agents"]?.whole(0...100_000) ?? 0
    let ceiling = try keys[name]?.whole(0...100_000)
    if let ceiling, ceiling < floor {
      throw node.error(
        "\(name) is \(ceiling), fewer than minimum_agents, which is \(floor)",
        hint: "Maybe the two are swapped.")
    }
    return (floor, ceiling)
  }
}
