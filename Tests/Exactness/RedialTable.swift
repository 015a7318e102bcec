import ContactCenter
public import Foundation
public import Simulation

extension ExactTable {
  /// Customers who try again, with trunk lines: the chain with an orbit, where it is stable.
  static func redials(_ folder: URL) throws -> ExactTable {
    let rows = try ReferenceFolder.rows("erlang_x_exact_orbit.csv", in: folder)
    let cases = rows.filter { $0["stable"] == "1" }.map { row -> ExactCase in
      let center = redialCenter(row)
      let fresh = center.contacts
      return center.example(
        redialName(row), threshold: 0,
        [
          StationaryMeasures.answeredInTime("P(immediate)", row.number("p_immediate")),
          StationaryMeasures.abandonment("P(abandon)", row.number("p_abandon")),
          StationaryMeasures.blocking("P(block)", row.number("p_block")),
          StationaryMeasures.occupancy("occupancy", row.number("occupancy")),
          .mean("attempts of a call", row.number("attempts_per_call")) {
            (Double($0.queue(0, at: StationaryCenter.measured).offered), fresh)
          },
          .mean("served of a call", row.number("served_per_call")) {
            (Double($0.queue(0, at: StationaryCenter.measured).answered), fresh)
          },
          StationaryMeasures.length(
            "mean waiting", row.number("lq"), chance: row.number("p_abandon"),
            seconds: center.measuredSeconds),
        ])
    }
    return ExactTable(name: "erlang_x_exact_orbit.csv", rows: rows.count, cases: cases)
  }

  /// The rows in which everybody tries again for ever: no steady state, and yet finite numbers.
  public static func unstableRedials(_ folder: URL) throws -> [(
    name: String, model: SimulationModel
  )] {
    try ReferenceFolder.rows("erlang_x_exact_orbit.csv", in: folder)
      .filter { $0["stable"] == "0" }
      .map { (redialName($0), redialCenter($0).model) }
  }

  private static func redialName(_ row: ReferenceRow) -> String {
    "\(row["calls_per_hour"]) calls, \(row["n"]) agents, \(row["K"]) lines, patience \(row["patience_s"]), "
      + "redials \(row["redial_abandon"]) and \(row["redial_block"]) after \(row["redial_delay_s"]) s"
  }

  private static func redialCenter(_ row: ReferenceRow) -> StationaryCenter {
    var behavior = QueueBehavior()
    behavior.redial = Redial(
      afterAbandonment: Share(row.number("redial_abandon")),
      afterBlock: Share(row.number("redial_block")), delay: Seconds(row.number("redial_delay_s")))
    let queue = QueueModel(
      name: "q", expectedContacts: [row.number("calls_per_hour")],
      meanHandleSeconds: [row.number("aht_s")], meanPatienceSeconds: row.number("patience_s"),
      behavior: behavior)
    return StationaryCenter(
      queues: [queue], groups: [GroupModel(name: "g", queues: ["q"])],
      agents: ["g": row.whole("n")], memorySeconds: 2000,
      lines: [LineGroup(name: "lines", queues: ["q"], kind: .trunk, places: row.whole("K"))])
  }
}
