internal import ContactCenter

/// The `campaigns` of a queue.
enum CampaignSection {
  /// Reads the list.
  ///
  /// *Throws*: `PlanError` where a campaign lacks its curve, has two, or has shares above 100 %.
  static func read(_ node: PlanNode, _ context: PlanContext) throws(PlanError) -> [ResponseCampaign]
  {
    var campaigns: [ResponseCampaign] = []
    for item in try node.list() {
      let keys = try item.section(PlanKeyCatalog.campaign)
      campaigns.append(
        ResponseCampaign(
          start: try item.required("start", in: keys, example: "2026-03-09T10:00")
            .instant(context),
          sent: try item.required("sent", in: keys, example: "20000").number(0...1e9),
          response: try item.required("response", in: keys, example: "3%").share(),
          curve: try curve(item, keys)))
    }
    return campaigns
  }

  private static func curve(
    _ item: PlanNode, _ keys: [String: PlanNode]
  ) throws(PlanError) -> ResponseCampaign.Curve {
    if let node = keys["half_life"] {
      guard keys["curve"] == nil, keys["every"] == nil else {
        throw node.error(
          "\(item.path) has a half_life and a curve", hint: "Maybe leave one of them out.")
      }
      return .halfLife(try node.positiveSeconds())
    }
    guard let node = keys["curve"] else {
      throw item.error(
        "\(item.path) does not say when responses come",
        hint: "Maybe add half_life: 4h, or curve: [40%, 30%, 20%].")
    }
    var shares: [Double] = []
    for share in try node.list() { shares.append(try share.share().value) }
    let total = shares.reduce(0, +)
    guard total > 0, total < 1 + 1e-9 else {
      throw node.error(
        "the shares of \(node.path) add up to \(Share(total).text)",
        hint: "Maybe they are shares of all responses: [40%, 30%, 20%, 10%].")
    }
    return .shares(shares, every: try keys["every"]?.positiveSeconds() ?? Seconds(3600))
  }
}
