/// Which components an exponential smoothing model has: ETS(error, trend, season).
struct SmoothingForm: Hashable, Sendable {
  /// How chance enters.
  enum Noise: String, Sendable { case additive = "A", multiplicative = "M" }
  /// How the level moves on.
  enum Trend: String, Sendable { case none = "N", additive = "A", damped = "Ad" }
  /// How the season enters.
  enum Season: String, Sendable { case none = "N", additive = "A", multiplicative = "M" }

  let error: Noise
  let trend: Trend
  let season: Season

  init(_ error: Noise, _ trend: Trend, _ season: Season) {
    self.error = error
    self.trend = trend
    self.season = season
  }

  /// The fifteen forms whose variances are finite and known: all but additive errors with a multiplicative season,
  /// and multiplicative trends.
  static let usual: [SmoothingForm] = [
    (.additive, [.none, .additive]), (.multiplicative, [.none, .additive, .multiplicative]),
  ].flatMap { (error: Noise, seasons: [Season]) in
    seasons.flatMap { season in
      [Trend.none, .additive, .damped].map { SmoothingForm(error, $0, season) }
    }
  }

  /// As in the literature, such as `ETS(M,Ad,M)`.
  var name: String { "ETS(\(error.rawValue),\(trend.rawValue),\(season.rawValue))" }
  var hasTrend: Bool { trend != .none }
  var hasSeason: Bool { season != .none }

  /// Smoothing parameters: α, and β, γ, φ where they occur.
  var smoothingCount: Int {
    1 + (hasTrend ? 1 : 0) + (hasSeason ? 1 : 0) + (trend == .damped ? 1 : 0)
  }

  /// Smoothing parameters and free first states.
  func freeCount(period: Int) -> Int {
    smoothingCount + 1 + (hasTrend ? 1 : 0) + (hasSeason ? period - 1 : 0)
  }
}

/// The parameters of a smoothing model.
struct SmoothingWeights: Hashable, Sendable {
  /// Share of an error that stays in the level.
  var alpha: Double
  /// Share that stays in the trend; 0 without one.
  var beta = 0.0
  /// Share that stays in the season; 0 without one.
  var gamma = 0.0
  /// Share of the trend that lives on to the next step; 1 undamped.
  var phi = 1.0
}

/// The states of a smoothing model after some step.
struct SmoothingState: Hashable, Sendable {
  /// The level.
  var level: Double
  /// The trend per step; 0 without one.
  var trend = 0.0
  /// The season in the order of the steps to come, that of the next step first.
  ///
  /// *Edge cases*: empty without one.
  var season: [Double] = []
}
