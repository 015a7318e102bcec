import ContactCenter
import Foundation
import Simulation

extension ExactTable {
  /// Six types of calls, 90 agents and 120 shared lines: every agent with all skills, or with one.
  static func sharedLines(_ folder: URL) throws -> ExactTable {
    let rows = try ReferenceFolder.rows("skills_endpoints_6types_90agents.csv", in: folder)
    let cases = rows.map { row -> ExactCase in
      let handle = row.number("aht_s")
      let types = (1...6).map { "type\($0)" }
      let isPooled = row["skills_per_agent"] == "6"
      let queues = types.map {
        QueueModel(
          name: $0, expectedContacts: [row.number("load_per_type_erl") * 3600 / handle],
          meanHandleSeconds: [handle])
      }
      var center = StationaryCenter(
        queues: queues,
        groups: isPooled
          ? [GroupModel(name: "all", queues: types, queueChoice: .oldest)]
          : types.map { GroupModel(name: $0, queues: [$0]) },
        agents: isPooled
          ? ["all": 90] : Dictionary(uniqueKeysWithValues: types.map { ($0, 15) }),
        memorySeconds: (isPooled ? 3 : 10) * handle)
      center.contacts = 200_000
      center.lines = [
        LineGroup(name: "lines", queues: types, kind: .trunk, places: row.whole("K"))
      ]
      return center.sharedLineCase(row, groups: isPooled ? 1 : 6)
    }
    return ExactTable(
      name: "skills_endpoints_6types_90agents.csv", rows: rows.count, cases: cases)
  }

  /// A selection of agents with a limited number of lines, with and without patience.
  static func trunks(_ folder: URL) throws -> ExactTable {
    let patient = try ReferenceFolder.rows("mmnk_trunks.csv", in: folder)
    let impatient = try ReferenceFolder.rows("mmnk_patience.csv", in: folder)
    let rows = (patient + impatient).filter {
      $0["T_s"] == "20" && (2...70).contains($0.whole("n"))
    }
    let cases = rows.map { row -> ExactCase in
      let patience = row.number("patience_s")
      let queue = QueueModel(
        name: "q", expectedContacts: [row.number("calls_per_hour")],
        meanHandleSeconds: [row.number("aht_s")],
        meanPatienceSeconds: patience.isFinite ? patience : nil)
      var center = StationaryCenter(
        queues: [queue], groups: [GroupModel(name: "g", queues: ["q"])],
        agents: ["g": row.whole("n")], memorySeconds: 3 * row.number("aht_s"))
      center.lines = [
        LineGroup(name: "lines", queues: ["q"], kind: .trunk, places: row.whole("K"))
      ]
      var measures = [
        StationaryMeasures.answeredInTime("SL", row.number("sl_offered")),
        StationaryMeasures.blocking("P(block)", row.number("p_block")),
        StationaryMeasures.occupancy("occupancy", row.number("occupancy")),
        StationaryMeasures.length(
          "mean waiting", row.number("lq"), chance: row.number("p_wait"),
          seconds: center.measuredSeconds),
      ]
      if patience.isFinite {
        measures.append(StationaryMeasures.abandonment("P(abandon)", row.number("p_abandon")))
      }
      return center.example(
        "\(row["calls_per_hour"]) calls, \(row["n"]) agents, \(row["K"]) lines, patience \(row["patience_s"])",
        threshold: 20, measures)
    }
    return ExactTable(
      name: "mmnk_trunks.csv + mmnk_patience.csv (in part)", rows: rows.count, cases: cases)
  }

  /// Patience that is not exponential.
  static func patience(_ folder: URL) throws -> ExactTable {
    let rows = try ReferenceFolder.rows("mmn_g_patience.csv", in: folder).filter {
      ["0", "20"].contains($0["T_s"]) && [1, 12, 57].contains($0.whole("n"))
    }
    let cases = rows.compactMap { row -> ExactCase? in
      guard let (mean, shape) = patience(row["patience"], row["params"]) else { return nil }
      let queue = QueueModel(
        name: "q", expectedContacts: [row.number("calls_per_hour")],
        meanHandleSeconds: [row.number("aht_s")], meanPatienceSeconds: mean, patienceShape: shape)
      let center = StationaryCenter(
        queues: [queue], groups: [GroupModel(name: "g", queues: ["q"])],
        agents: ["g": row.whole("n")], memorySeconds: 2 * row.number("aht_s"))
      return center.example(
        "\(row["patience"]) patience \(row["params"]), \(row["n"]) agents, T \(row["T_s"])",
        threshold: row.number("T_s"),
        [
          StationaryMeasures.answeredInTime("SL", row.number("sl_offered")),
          StationaryMeasures.abandonment("P(abandon)", row.number("p_abandon")),
          StationaryMeasures.abandonedInTime(
            "P(abandon in time)", row.number("abandoned_within_T")),
          StationaryMeasures.occupancy("occupancy", row.number("occupancy")),
          StationaryMeasures.meanWait(
            "mean wait", row.number("asa_all_s"), chance: row.number("p_wait")),
        ])
    }
    return ExactTable(name: "mmn_g_patience.csv (in part)", rows: rows.count, cases: cases)
  }

  /// Mean and shape of a patience, as the table writes its parameters.
  private static func patience(_ kind: String, _ text: String) -> (Double, DurationShape)? {
    let numbers = text.split(separator: ";").compactMap { Double($0) }
    switch (kind, numbers.count) {
    case ("det", 1): return (numbers[0], .constant)
    case ("lognormal", 2): return (numbers[0], .lognormal(variation: numbers[1]))
    case ("weibull", 2): return (numbers[1], .weibull(shape: numbers[0]))
    case ("uniform", 1): return (numbers[0] / 2, .uniform)
    case ("hyperexp2", 3):
      let mean = numbers[0] * numbers[1] + (1 - numbers[0]) * numbers[2]
      return (mean, .hyperexponential(share: numbers[0], factor: numbers[1] / numbers[2]))
    default: return nil
    }
  }
}

extension StationaryCenter {
  /// A row of the shared lines: all six types together, since they are alike.
  fileprivate func sharedLineCase(_ row: ReferenceRow, groups: Int) -> ExactCase {
    let name = "\(row["load_per_type_erl"]) erlangs a type, \(row["skills_per_agent"]) skills"
    let all = 0..<6
    @Sendable func sum(_ tally: ReplicationTally) -> QueueTally {
      all.reduce(into: QueueTally()) { $0 += tally.queue($1, at: Self.measured) }
    }
    let seconds = measuredSeconds
    let chance = row.number("p_wait")
    let threshold = row.number("T_s")
    return example(
      name,
      [
        .share("P(wait)", chance) {
          let own = sum($0)
          return (Double(own.answered - own.answeredInThreshold), Double(own.offered))
        },
        .share("SL of those not blocked", row.number("sl_entered")) { tally in
          let answered = all.reduce(0) {
            $0 + tally.answered($1, within: threshold, onDays: Self.measured)
          }
          let own = sum(tally)
          return (Double(answered), Double(own.offered - own.blocked))
        },
        .share("P(block)", row.number("p_block")) {
          let own = sum($0)
          return (Double(own.blocked), Double(own.offered))
        },
        .mean("mean wait", row.number("asa_entered_s"), chance: chance) {
          let own = sum($0)
          return (own.answeredWaitSeconds, Double(own.offered - own.blocked))
        },
        .mean("mean waiting", row.number("lq"), chance: chance) {
          (sum($0).answeredWaitSeconds, seconds)
        },
        .share("occupancy", row.number("occupancy")) { tally in
          let own = (0..<groups).reduce(into: GroupTally()) {
            $0 += tally.group($1, at: Self.measured)
          }
          return (own.busySeconds, own.staffedSeconds)
        },
      ])
  }
}
