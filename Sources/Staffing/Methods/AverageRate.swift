/// `sipp`: stationary, independent, period by period.
///
/// *Formula*: λ = contacts of the block / its length.
///
/// Right where contacts are short against the interval and rates move slowly. Where they do not, calls in progress from
/// a busier time before are forgotten, and falling load is understaffed.
///
/// *Source*: Green, Kolesar and Soares 2001, "Improving the SIPP approach for staffing service systems that have
/// cyclic demands", Operations Research 49, 549–564, doi 10.1287/opre.49.4.549.11228.
enum AverageRate: OverTimeRule {
  static func rates(of profile: RateProfile, contacts: [Double]) -> [Double] {
    profile.blocks.map { profile.sum(contacts, $0) / $0.seconds }
  }

  static var expectation: any OverTimeRule.Type { AverageRate.self }
}
