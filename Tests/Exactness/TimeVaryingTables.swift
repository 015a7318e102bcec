import Foundation

extension ExactTable {
  /// Days with changing rates and staff, per interval.
  static func timeVarying(_ folder: URL) throws -> ExactTable {
    let rows = try ReferenceFolder.rows("tv_cases.csv", in: folder)
    let cases = rows.runs(by: "case").map { name, own -> ExactCase in
      let intervals = own.filter { $0["interval"] != "total" }
      let patience = own[0].number("patience_s")
      let day = DayCenter(
        volumes: intervals.map { $0.number("offered") }, pieceSeconds: own[0].whole("interval_s"),
        agents: intervals.map { $0.whole("n") }, handle: own[0].number("aht_s"),
        patience: patience.isFinite ? patience : nil, isHandedOver: own[0]["drop"] == "preempt",
        days: 60)
      return day.example(name, rows: own, threshold: own[0].number("T_s"))
    }
    return ExactTable(name: "tv_cases.csv", rows: rows.count, cases: cases)
  }

  /// What each way to staff a sinusoidal day achieves, per interval.
  static func staffingMethods(_ folder: URL) throws -> ExactTable {
    let rows = try ReferenceFolder.rows("tv_staffing_methods.csv", in: folder)
    let cases = rows.runs(by: "case", "method").map { name, own -> ExactCase in
      let intervals = own.filter { $0["interval"] != "total" }
      let first = own[0]
      let day = DayCenter(
        volumes: Sinusoid(row: first).volumes(pieces: intervals.count * 6, seconds: 300),
        pieceSeconds: 300, pieces: 6, agents: intervals.map { $0.whole("n") },
        handle: first.number("aht_s"), patience: first.number("patience_s"), isHandedOver: true,
        days: 20)
      return day.example(name, rows: own, threshold: first.number("T_s"))
    }
    return ExactTable(name: "tv_staffing_methods.csv", rows: rows.count, cases: cases)
  }
}

/// A rate of base (1 − amplitude cos(2πt/period)).
private struct Sinusoid {
  let perSecond: Double
  let amplitude: Double
  let period: Double

  init(row: ReferenceRow) {
    perSecond = row.number("base_per_hour") / 3600
    amplitude = row.number("amplitude")
    period = row.number("period_s")
  }

  /// Expected contacts until a time: the integral of the rate.
  func contacts(until seconds: Double) -> Double {
    let turn = 2 * Double.pi / period
    return perSecond * (seconds - amplitude * sin(turn * seconds) / turn)
  }

  func volumes(pieces: Int, seconds: Int) -> [Double] {
    (0..<pieces).map { piece in
      contacts(until: Double((piece + 1) * seconds)) - contacts(until: Double(piece * seconds))
    }
  }
}
