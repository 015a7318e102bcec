internal import ContactCenter

/// The `shrinkage` section of a plan.
enum ShrinkageSection {
  static func read(_ node: PlanNode) throws(PlanError) -> ShrinkageLedger {
    let keys = try node.section(PlanKeyCatalog.shrinkage)
    var ledger = ShrinkageLedger(
      mode: try keys["mode"]?.choice(ShrinkageLedger.Mode.self) ?? .additive)
    for (name, value) in try keys["categories"]?.named() ?? [] {
      ledger.categories.append(try category(name, value))
    }
    for base in ShrinkageLedger.Base.allCases {
      let lost = ledger.mostLost(of: base)
      guard lost.value < 1 else {
        throw node.error(
          "shrinkage of \(base.rawValue) time adds up to \(lost.text): nobody is left",
          hint: "Maybe a category is written as 80 where 8% is meant.")
      }
    }
    return ledger
  }

  /// A share, or a section with the share and what is unusual about it.
  private static func category(
    _ name: String, _ node: PlanNode
  ) throws(PlanError) -> ShrinkageLedger.Category {
    if node.isScalar { return ShrinkageLedger.Category(name: name, share: try node.share()) }
    let keys = try node.section(PlanKeyCatalog.shrinkageCategory)
    var category = ShrinkageLedger.Category(
      name: name, share: try node.required("share", in: keys, example: "4%").share())
    if let node = keys["base"] { category.base = try node.choice(ShrinkageLedger.Base.self) }
    if let node = keys["planned"] { category.isPlanned = try node.flag() }
    if let node = keys["place"] { category.place = try node.choice(ShrinkageLedger.Place.self) }
    if let node = keys["breaks"] { category.isBreak = try node.flag() }
    if let node = keys["when"] { category.hours = try QueueSection.hours(node) }
    return category
  }
}
