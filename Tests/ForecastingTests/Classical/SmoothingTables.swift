import Foundation
import Testing

@testable import Forecasting

/// The tables of `Data/` that `smoothing.R` made.
enum SmoothingTables {
  /// Rows of comma-separated cells under their column names.
  static func rows(_ name: String) throws -> [[String: String]] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Data/\(name).csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
  }

  /// A synthetic series and its (shorter) period.
  static func series() throws -> [String: (period: Int, values: [Double])] {
    var result: [String: (period: Int, values: [Double])] = [:]
    for row in try rows("smoothing-series") {
      let period = try #require(Int(row["period"] ?? ""))
      result[row["series"] ?? "", default: (period, [])].values.append(try number(row, "value"))
    }
    return result
  }

  /// One fit of R.
  struct Fit {
    let series: String
    let form: SmoothingForm
    let weights: SmoothingWeights
    let start: SmoothingState
    let logLikelihood: Double
    let criterion: Double
    let variance: Double
  }

  /// The fits of the fifteen models.
  static func fits() throws -> [Fit] {
    try rows("smoothing-fits").map { row in
      let model = row["model"] ?? ""
      let form = try #require(
        SmoothingForm.usual.first { $0.name.filter { $0 != "," } == model }, "\(model)")
      let states = try (row["states"] ?? "").split(separator: " ").map {
        try #require(Double($0))
      }
      let first = form.hasTrend ? 2 : 1
      return Fit(
        series: row["series"] ?? "", form: form,
        weights: SmoothingWeights(
          alpha: try number(row, "alpha"), beta: form.hasTrend ? try number(row, "beta") : 0,
          gamma: form.hasSeason ? try number(row, "gamma") : 0,
          phi: form.trend == .damped ? try number(row, "phi") : 1),
        // R keeps the season of the next step last.
        start: SmoothingState(
          level: states[0], trend: form.hasTrend ? states[1] : 0,
          season: states[first...].reversed()),
        logLikelihood: try number(row, "loglik"), criterion: try number(row, "aicc"),
        variance: try number(row, "sigma2"))
    }
  }

  static func number(_ row: [String: String], _ column: String) throws -> Double {
    try #require(Double(row[column] ?? ""), "\(column) of \(row)")
  }
}

/// Whether two numbers agree to a relative 1e-6, for numbers below 1 to an absolute one.
func agree(_ a: Double, _ b: Double, within tolerance: Double = 1e-6) -> Bool {
  abs(a - b) <= tolerance * max(1, abs(b))
}
