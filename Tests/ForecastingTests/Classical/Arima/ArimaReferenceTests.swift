import Foundation
import TestSupport
import Testing

@testable import Forecasting

/// One row of Data/arima-cases.csv with its series and forecasts.
struct ArimaReferenceCase: Sendable, CustomTestStringConvertible {
  var name: String
  var values: [Double]
  var orders: ArimaOrders
  var hasMean: Bool
  var hasDrift: Bool
  var terms: FourierTerms
  var fixed: [Double]
  var logLikelihood: Double
  var variance: Double
  var freeLogLikelihood: Double
  var mean: [Double]
  var deviation: [Double]

  var testDescription: String { name }

  /// The values of each series, NaN where missing.
  static let series = Dictionary(grouping: rows("arima-series.csv"), by: \.[0])
    .mapValues { $0.map { Double($0[2]) ?? .nan } }

  static let all: [ArimaReferenceCase] = {
    let forecasts = Dictionary(grouping: rows("arima-forecasts.csv"), by: \.[0])
    return rows("arima-cases.csv").map { row in
      let order = numbers(row[2]).map { Int($0) }
      let seasonal = numbers(row[3]).map { Int($0) }
      let seasons = row[7].split(separator: ";").map { part in
        let pair = part.split(separator: ":").compactMap { Int($0) }
        return (period: pair[0], count: pair[1])
      }
      return ArimaReferenceCase(
        name: row[0], values: series[row[1]] ?? [],
        orders: ArimaOrders(
          order[0], order[1], order[2], seasonal: (seasonal[0], seasonal[1], seasonal[2]),
          period: Int(row[4]) ?? 1),
        hasMean: row[5] == "1", hasDrift: row[6] == "1", terms: FourierTerms(harmonics: seasons),
        fixed: numbers(row[8]), logLikelihood: Double(row[9]) ?? .nan,
        variance: Double(row[10]) ?? .nan, freeLogLikelihood: Double(row[12]) ?? .nan,
        mean: (forecasts[row[0]] ?? []).map { Double($0[2]) ?? .nan },
        deviation: (forecasts[row[0]] ?? []).map { Double($0[3]) ?? .nan })
    }
  }()

  /// The cells of a table of Data, without its header.
  static func rows(_ file: String) -> [[String]] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data/\(file)")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.replacingOccurrences(of: "\"", with: "")
      }
    }
  }

  private static func numbers(_ cell: String) -> [Double] {
    cell.split(separator: ";").compactMap { Double($0) }
  }

  /// The columns of the regression at the steps from `start` on, in R's order.
  func columns(from start: Int, count: Int) -> [[Double]] {
    (hasMean ? [[Double](repeating: 1, count: count)] : [])
      + terms.columns(from: start, count: count)
      + (hasDrift ? [(start..<start + count).map { Double($0) }] : [])
  }
}

@Suite("ARIMA beside R")
struct ArimaReferenceTests {
  @Test("Every case is read")
  func complete() {
    #expect(ArimaReferenceCase.all.count == 14)
    #expect(ArimaReferenceCase.all.allSatisfy { $0.values.count >= 60 && $0.mean.count == 30 })
  }

  // Both run the same recursions in another order: 1e-9 is their rounding, gathered over the series.
  @Test(
    "With R's parameters likelihood, variance and forecasts are R's",
    arguments: ArimaReferenceCase.all)
  func fixed(row: ArimaReferenceCase) throws {
    let split = row.orders.coefficientCount
    let regression = try #require(
      ArimaRegression(
        row.values, columns: row.columns(from: 1, count: row.values.count), orders: row.orders,
        coefficients: Array(row.fixed[..<split]), effects: Array(row.fixed[split...])))
    #expect(close(regression.logLikelihood, row.logLikelihood, 1e-9))
    #expect(close(regression.variance, row.variance, 1e-9))
    let steps = row.mean.count
    let forecast = regression.forecast(
      columns: row.columns(from: row.values.count + 1, count: steps), steps: steps)
    for step in 0..<steps {
      #expect(close(forecast.mean[step], row.mean[step], 1e-9), "step \(step)")
      #expect(
        close(forecast.variance[step].squareRoot(), row.deviation[step], 1e-9), "step \(step)")
    }
  }

  @Test(
    "A free fit reaches at least R's likelihood within 0.1 %", .enabled(if: TestBuild.isOptimized),
    arguments: ArimaReferenceCase.all)
  func free(row: ArimaReferenceCase) throws {
    let regression = try #require(
      ArimaRegression.fit(
        row.values, columns: row.columns(from: 1, count: row.values.count), orders: row.orders))
    #expect(
      regression.logLikelihood >= row.freeLogLikelihood - 0.001 * abs(row.freeLogLikelihood))
  }

  private func close(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    abs(value - expected) <= tolerance * max(1, abs(expected))
  }
}
