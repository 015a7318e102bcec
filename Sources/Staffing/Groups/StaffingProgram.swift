internal import MathematicalProgramming
internal import Simulation

/// The cheapest staffing that no row forbids: bounds from the start, cuts as simulations find them.
///
/// *Formula*: minimize Σ c x over whole x ≥ 0, subject to Σ of agents in the groups of each row ≥ its number, and for
/// each promise that a simulated staffing x⁰ broke by −m, with q the gains of a step in each group,
/// m + Σ q (x − x⁰) ≥ 0.
///
/// Such a cut is right where the margin is concave in the staffing. It is not near no service at all, where each further
/// agent helps more than the last one: there steps are longer than one agent, and rows from pooled Erlang keep the
/// first answers away from it. A cut that took too much is made up for by the search among neighbors.
///
/// *Source*: Cezik and L'Ecuyer (2008), "Staffing multiskill call centers via linear programming and simulation",
/// Management Science 54, 310–323, doi:10.1287/mnsc.1070.0824; Atlason, Epelman and Henderson (2004), "Call center
/// staffing with simulation and cutting plane methods", Annals of Operations Research 127, 333–358,
/// doi:10.1023/B:ANOR.0000019095.91642.bb.
struct StaffingProgram {
  private var program = LinearProgram()
  private let columns: [LinearProgram.Column]
  private let names: [String]

  /// The program of a case without cuts.
  init(_ model: GroupCase, rows: [PooledBound.Row]) {
    names = model.groups.map(\.name)
    // Twice what all queues need with agents of their own is more than any search tries.
    let total = model.queues.reduce(0) { $0 + $1.dedicatedAgents }
    let needed = max(
      rows.map(\.agents).max() ?? 0, model.limits.sites.map(\.least).max() ?? 0)
    let most = Double(10 + 4 * max(total, needed))
    var columns: [LinearProgram.Column] = []
    for (index, group) in model.groups.enumerated() {
      let floor = Double(model.limits.floors[index])
      let ceiling = model.limits.ceilings[index].map(Double.init) ?? max(floor, most)
      columns.append(
        program.addColumn(
          cost: model.prices[index], in: floor...max(floor, ceiling), isInteger: true,
          name: group.name))
    }
    self.columns = columns
    for site in model.limits.sites {
      if let most = site.most {
        program.addRow(
          atMost: most, site.members.map { (columns[$0.group], $0.seats) }, name: site.name)
      }
      if site.least > 0 {
        program.addRow(
          atLeast: Double(site.least), site.members.map { (columns[$0.group], 1) }, name: site.name)
      }
    }
    for row in rows {
      program.addRow(
        atLeast: Double(row.agents),
        zip(names, columns).filter { row.groups.contains($0.0) }.map { ($0.1, 1) },
        name: row.queues.joined(separator: "+"))
    }
  }

  /// Forbids a staffing that breaks a promise by −`margin`, and all that are expected to break it.
  mutating func cut(_ agents: [Int], margin: Double, gains: [Double], serving: [Int], name: String)
  {
    // More agents may harm a queue by routing; such a gain and the noise of a small one are none.
    let useful = gains.map { $0 > 2e-4 ? $0 : 0 }
    guard let scale = useful.max(), scale > 0 else {
      let now = serving.reduce(0) { $0 + agents[$1] }
      program.addRow(atLeast: Double(now + 1), serving.map { (columns[$0], 1) }, name: name)
      return
    }
    let now = zip(useful, agents).reduce(0) { $0 + $1.0 * Double($1.1) }
    program.addRow(
      atLeast: (now - margin) / scale,
      zip(columns, useful).filter { $0.1 > 0 }.map { ($0.0, $0.1 / scale) }, name: name)
  }

  /// The cheapest staffing; nil where the cuts leave none.
  func solve(_ library: HiGHSLibrary) throws(MathematicalProgrammingError) -> [Int]? {
    let outcome = try library.solve(
      program, options: ProgramOptions(relativeGap: 0, nodeLimit: 100_000))
    guard let solution = outcome.solution else { return nil }
    return columns.map { solution.count(of: $0) }
  }
}
