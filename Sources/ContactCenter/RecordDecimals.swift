/// How many decimals each kind of number has in the records.
///
/// A stage rounds its result to them when it makes the noun, so that memory and file hold the same value
/// and the four commands chained give the same bytes as one run.
public enum RecordDecimals {
  /// Contact volumes and their quantiles.
  public static let contacts = 4
  /// Seconds.
  public static let seconds = 3
  /// Erlangs and fractional agents.
  public static let agents = 4
  /// Shares, probabilities and their errors.
  public static let shares = 6
  /// Sums of money.
  public static let costs = 2
  /// Factors, prices and other free values.
  public static let values = 6
}
