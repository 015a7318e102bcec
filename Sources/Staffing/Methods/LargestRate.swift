/// `sipp-max`: the largest rate inside the block.
///
/// *Formula*: λ = max over the block's steps of contacts / length. With one step a block it is `sipp`: within a row of
/// the forecast the rate is constant.
///
/// *Source*: Green, Kolesar and Soares 2001, doi 10.1287/opre.49.4.549.11228, "SIPP Max".
enum LargestRate: OverTimeRule {
  static func rates(of profile: RateProfile, contacts: [Double]) -> [Double] {
    profile.blocks.map { block in
      block.steps.reduce(0) { max($0, contacts[$1] / profile.steps[$1].seconds) }
    }
  }

  static var expectation: any OverTimeRule.Type { AverageRate.self }
}
