/// `lag-max`: the largest rate one mean handle time earlier.
///
/// *Formula*: λ = max of the rate over the block's time less h; before the open hours their first rate holds, as in
/// `lag`.
///
/// *Source*: Green, Kolesar and Soares 2001, doi 10.1287/opre.49.4.549.11228, "Lag Max".
enum LargestLaggedRate: OverTimeRule {
  static func rates(of profile: RateProfile, contacts: [Double]) -> [Double] {
    LaggedSteps.map(profile) { _, pieces in
      pieces.reduce(0) { max($0, contacts[$1.step] / profile.steps[$1.step].seconds) }
    }
  }

  static var expectation: any OverTimeRule.Type { LaggedRate.self }
}
