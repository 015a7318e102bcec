/// `mol-max`: the largest modified offered load inside the block.
///
/// *Formula*: λ = μ max m over the block's samples.
///
/// *Source*: Jennings, Mandelbaum, Massey and Whitt 1996, doi 10.1287/mnsc.42.10.1383.
enum LargestOfferedLoadRate: OverTimeRule {
  static func rates(of profile: RateProfile, contacts: [Double]) -> [Double] {
    let load = OfferedLoad(of: profile, contacts: contacts)
    return profile.blocks.map { block in
      block.steps.reduce(0) { max($0, load.largest[$1]) } / block.handleSeconds
    }
  }

  static var expectation: any OverTimeRule.Type { OfferedLoadRate.self }
}
