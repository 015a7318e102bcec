/// The orders of a seasonal ARIMA model, (p,d,q)(P,D,Q)m.
///
/// *Formula*: φ(B) Φ(Bᵐ) (1 − B)ᵈ (1 − Bᵐ)ᴰ yₜ = θ(B) Θ(Bᵐ) eₜ with φ(B) = 1 − φ₁B − … and θ(B) = 1 + θ₁B + …,
/// the signs of R.
public struct ArimaOrders: Hashable, Sendable {
  /// The autoregressive order p.
  public var autoregressive: Int
  /// How often neighbors are subtracted, d.
  public var differences: Int
  /// The moving-average order q.
  public var movingAverage: Int
  /// The seasonal autoregressive order P.
  public var seasonalAutoregressive: Int
  /// How often the value of a season before is subtracted, D.
  public var seasonalDifferences: Int
  /// The seasonal moving-average order Q.
  public var seasonalMovingAverage: Int
  /// The length of the season m in steps; 1 where there is none.
  public var period: Int

  /// Creates orders.
  ///
  /// *Edge cases*: negative orders count as 0; without a season of two steps or more the seasonal orders are 0.
  public init(
    _ p: Int, _ d: Int, _ q: Int, seasonal: (Int, Int, Int) = (0, 0, 0), period: Int = 1
  ) {
    autoregressive = max(0, p)
    differences = max(0, d)
    movingAverage = max(0, q)
    self.period = max(1, period)
    let hasSeason = period > 1
    seasonalAutoregressive = hasSeason ? max(0, seasonal.0) : 0
    seasonalDifferences = hasSeason ? max(0, seasonal.1) : 0
    seasonalMovingAverage = hasSeason ? max(0, seasonal.2) : 0
  }

  /// The number of coefficients, p + q + P + Q.
  var coefficientCount: Int {
    autoregressive + movingAverage + seasonalAutoregressive + seasonalMovingAverage
  }

  /// The steps that differencing uses up.
  var lostSteps: Int { differences + period * seasonalDifferences }

  /// The longest lag of the autoregression, p + mP.
  var longestLag: Int { autoregressive + period * seasonalAutoregressive }
}

extension ArimaOrders: CustomStringConvertible {
  /// Such as `(1,0,2)(0,1,1)7`.
  public var description: String {
    let plain = "(\(autoregressive),\(differences),\(movingAverage))"
    guard period > 1 else { return plain }
    return plain
      + "(\(seasonalAutoregressive),\(seasonalDifferences),\(seasonalMovingAverage))\(period)"
  }
}
