/// A measure interval by interval as two sums, so that it adds up over periods.
struct RatioSeries: Hashable, Sendable {
  /// What is counted.
  var numerators: [Double]
  /// What it is counted out of; 0 where nothing is known.
  var denominators: [Double]

  /// A series of nothing.
  init(count: Int) {
    numerators = Array(repeating: 0, count: count)
    denominators = Array(repeating: 0, count: count)
  }

  subscript(_ interval: Int) -> (Double, Double) {
    get { (numerators[interval], denominators[interval]) }
    set { (numerators[interval], denominators[interval]) = newValue }
  }

  /// The ratio of sums over some intervals; nil where nothing is known.
  func ratio(over intervals: [Int]) -> Double? {
    var (top, bottom) = (0.0, 0.0)
    for interval in intervals {
      top += numerators[interval]
      bottom += denominators[interval]
    }
    return bottom > 0 ? top / bottom : nil
  }
}
