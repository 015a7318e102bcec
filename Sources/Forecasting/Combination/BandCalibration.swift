internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// How much wider or narrower bands must be to hold what they promise, by group of leads.
///
/// *Formula*: for each replayed count its distance from the median over the half width of the band on its side; the
/// 80 % (95 %) quantile of these ratios is the factor r that would have made the band right (split conformal
/// prediction). Counts of one day miss together, so the factor counts as n days' evidence: r^(n / (n + 28)), between
/// ⅔ and 2. A band is never drawn inside that of Poisson counts of the same mean.
///
/// *Source*: Vovk, Gammerman and Shafer (2005), Algorithmic Learning in a Random World, chapter 4.
struct BandCalibration: Equatable {
  /// The factor on the half widths of the 80 % band, by `LeadBuckets.all`.
  private(set) var inner = LeadBuckets.all.map { _ in 1.0 }
  /// The factor on the half widths of the 95 % band.
  private(set) var outer = LeadBuckets.all.map { _ in 1.0 }

  private static let doubt = 28.0
  private static let bounds = 2.0 / 3...2.0

  /// Bands as they are.
  init() {}

  /// Learns from a replay of the combined forecast.
  init(_ replay: RollingReplay, weights: CombinationWeights) {
    var inners: [Double?] = []
    var outers: [Double?] = []
    for bucket in LeadBuckets.all {
      var inside: [Double] = []
      var outside: [Double] = []
      var days = 0
      for fold in replay.folds {
        let forecast = weights.combine(fold.forecasts, leads: Array(fold.days.indices))
        let slots = forecast.slotCount
        for d in fold.days.indices where bucket.contains(d) && fold.days[d].isOpen {
          days += 1
          for cell in d * slots..<(d + 1) * slots
          where forecast.mean[cell] > 0 && !fold.actuals[cell].isNaN {
            let quantiles = forecast.quantiles(at: cell)
            inside.append(Self.ratio(fold.actuals[cell], quantiles, 1))
            outside.append(Self.ratio(fold.actuals[cell], quantiles, 0))
          }
        }
      }
      let trust = Double(days) / (Double(days) + Self.doubt)
      inners.append(Self.factor(inside, 0.80, trust))
      outers.append(Self.factor(outside, 0.95, trust))
    }
    inner = Self.rising(inners)
    outer = Self.rising(outers)
  }

  /// Factors that never fall with the lead, because a later day is never surer than an earlier one; where one is not
  /// known, that of the next leads.
  private static func rising(_ factors: [Double?]) -> [Double] {
    var result: [Double] = []
    for (b, factor) in factors.enumerated() {
      let known = factor ?? factors[b...].compactMap { $0 }.first ?? result.last ?? 1
      result.append(max(known, result.last ?? known))
    }
    return result
  }

  /// The distance of a count from the median over the half width of the band from `low` to its mirror.
  private static func ratio(_ actual: Double, _ quantiles: [Double], _ low: Int) -> Double {
    let middle = quantiles[quantiles.count / 2]
    let edge = actual < middle ? quantiles[low] : quantiles[quantiles.count - 1 - low]
    return abs(actual - middle) / max(abs(edge - middle), 0.5)
  }

  private static func factor(_ ratios: [Double], _ share: Double, _ trust: Double) -> Double? {
    guard ratios.count >= 20 else { return nil }
    let sorted = ratios.sorted()
    let place = min(Int((Double(sorted.count) * share).rounded(.up)), sorted.count) - 1
    let factor = pow(max(sorted[place], 0.1), trust)
    return min(max(factor, bounds.lowerBound), bounds.upperBound)
  }

  /// Moves the quantiles of a forecast away from their median, or toward it.
  func apply(to forecast: inout DayForecast, leads: [Int]) {
    let slots = forecast.slotCount
    let last = forecast.quantiles.count - 1
    let middle = last / 2
    var poisson = DayForecast(zerosForDays: leads.count, slotCount: slots)
    poisson.mean = forecast.mean
    CountQuantiles.write(into: &poisson, variance: forecast.mean)
    for (d, lead) in leads.enumerated() {
      let b = LeadBuckets.index(lead)
      for cell in d * slots..<(d + 1) * slots where forecast.mean[cell] > 0 {
        let center = forecast.quantiles[middle][cell]
        let floor = poisson.quantiles[middle][cell]
        for level in 0...last where level != middle {
          let factor = level == 0 || level == last ? outer[b] : inner[b]
          let moved = center + factor * (forecast.quantiles[level][cell] - center)
          let least = center + poisson.quantiles[level][cell] - floor
          forecast.quantiles[level][cell] = max(
            0, level < middle ? min(moved, least) : max(moved, least))
        }
        // The factors of the two bands differ: the outer must stay outside.
        for level in (0..<middle).reversed() {
          forecast.quantiles[level][cell] = min(
            forecast.quantiles[level][cell], forecast.quantiles[level + 1][cell])
        }
        for level in middle + 1...last {
          forecast.quantiles[level][cell] = max(
            forecast.quantiles[level][cell], forecast.quantiles[level - 1][cell])
        }
      }
    }
  }
}
