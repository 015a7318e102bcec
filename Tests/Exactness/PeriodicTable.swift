import ContactCenter
import Foundation
import Simulation

extension ExactTable {
  /// A sinusoidal rate for ever with handle time and patience of one mean: the number in the system is Poisson.
  ///
  /// Whatever the staff, so the staff may stay constant around each of the 48 instants of the table, the row's own number at
  /// the instant itself.
  static func periodic(_ folder: URL) throws -> ExactTable {
    let rows = try ReferenceFolder.rows("tv_feldman_mu_eq_theta.csv", in: folder)
    let cases = rows.runs(by: "base", "amp", "alpha_target").map { name, own in
      PeriodicCenter(rows: own).example(name)
    }
    return ExactTable(name: "tv_feldman_mu_eq_theta.csv", rows: rows.count, cases: cases)
  }
}

/// Many periods in a row; the first two are forgotten.
private struct PeriodicCenter {
  /// A period; the table's unit of time is one mean handle time, of which it has 2π.
  static let periodSeconds = 28_800
  /// Four pieces around each instant: 240 s, 60 s up to the instant, 60 s after it, 240 s.
  static let edges = [-300, -60, 0, 60]
  /// e^(−4π) of the empty start is left after two periods.
  static let warmUp = 2
  static let periods = 20

  let rows: [ReferenceRow]

  var unit: Double { Double(Self.periodSeconds) / (2 * Double.pi) }

  /// The first interval in which a contact's fate is decided by the row's own staff.
  private func interval(_ period: Int, _ row: Int, piece: Int) -> Int {
    ((Self.warmUp + period) * rows.count + row) * Self.edges.count + piece
  }

  private var model: SimulationModel {
    let spacing = Self.periodSeconds / rows.count
    let periods = Self.warmUp + Self.periods + 1
    var starts: [Int] = []
    var agents: [Int] = []
    for period in 0..<periods {
      for (index, row) in rows.enumerated() {
        for edge in Self.edges {
          // Half a spacing later, so that time begins at 0.
          starts.append(period * Self.periodSeconds + index * spacing + spacing / 2 + edge)
          agents.append(row.whole("n"))
        }
      }
    }
    let ends = starts.dropFirst() + [periods * Self.periodSeconds]
    let intervals = zip(starts, ends).map {
      Interval(start: Instant(secondsSinceEpoch: $0), end: Instant(secondsSinceEpoch: $1))
    }
    return SimulationModel(
      intervals: intervals,
      queues: [
        QueueModel(
          name: "q",
          expectedContacts: zip(starts, ends).map { contacts(until: $1) - contacts(until: $0) },
          meanHandleSeconds: intervals.map { _ in unit }, meanPatienceSeconds: unit,
          target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(0)))
      ],
      groups: [GroupModel(name: "g", queues: ["q"])], staffing: .counts(["g": agents]),
      attendance: AttendanceModel(shiftEnd: .handOver))
  }

  /// Expected contacts until a time: base·t − amp·cos t, in units, from half a spacing before the table's 0.
  private func contacts(until seconds: Int) -> Double {
    let t = (Double(seconds) - Double(Self.periodSeconds / rows.count) / 2) / unit
    return rows[0].number("base") * t - rows[0].number("amp") * cos(t)
  }

  func example(_ name: String) -> ExactCase {
    let periods = Double(Self.periods)
    let measures = rows.enumerated().flatMap { index, row -> [ExactMeasure] in
      let near = (0..<Self.periods).flatMap {
        [interval($0, index, piece: 1), interval($0, index, piece: 2)]
      }
      let upTo = (0..<Self.periods).map { interval($0, index, piece: 1) }
      let label = "t \(index)/48"
      // Arrivals of two minutes of a handle time of 76: the mean over them is that of the instant to 0.0002.
      let inCell = 120 / unit * row.number("lambda_t")
      let share = inCell * periods / contacts
      let delay = row.number("p_delay")
      return [
        ExactMeasure(
          name: "\(label) P(delay)", exact: delay, isShare: true,
          chance: min(delay, 1 - delay) * share
        ) {
          let own = $0.queue(0, at: near)
          return (Double(own.offered - own.answeredInThreshold), Double(own.offered))
        },
        .mean(
          "\(label) waiting", row.number("mean_queue"), chance: delay * periods / contacts
        ) { tally in
          (upTo.reduce(0.0) { $0 + Double(tally.queues[$1].backlog) }, periods)
        },
        .share("\(label) occupancy", row.number("occupancy")) {
          let own = $0.group(0, at: near)
          return (own.busySeconds, own.staffedSeconds)
        },
      ]
    }
    return ExactCase(
      name: "alpha \(rows[0]["alpha_target"])", model: model, measures: measures,
      contacts: contacts)
  }

  private var contacts: Double {
    rows[0].number("base") * 2 * Double.pi * Double(Self.periods)
  }
}
