/// `mol`: the modified offered load, averaged over the block.
///
/// *Formula*: λ = μ m̄, with m̄ the mean of ``OfferedLoad`` over the block and μ one over the block's handle time. Against
/// `sipp` the load differs by exactly (h / block) · (m at its start − m at its end): integrate m' = λ − m/h.
///
/// *Source*: Jennings, Mandelbaum, Massey and Whitt 1996, doi 10.1287/mnsc.42.10.1383; Green, Kolesar and Whitt 2007,
/// "Coping with time-varying demand when setting staffing requirements for a service system", Production and Operations
/// Management 16, 13–39, doi 10.1111/j.1937-5956.2007.tb00164.x, section 4.
enum OfferedLoadRate: OverTimeRule {
  static func rates(of profile: RateProfile, contacts: [Double]) -> [Double] {
    let load = OfferedLoad(of: profile, contacts: contacts)
    return profile.blocks.map { block in
      block.steps.reduce(0) { $0 + load.means[$1] * profile.steps[$1].seconds }
        / block.seconds / block.handleSeconds
    }
  }

  static var expectation: any OverTimeRule.Type { OfferedLoadRate.self }
}
