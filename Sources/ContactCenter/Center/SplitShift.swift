/// A shift in two halves with a long unpaid gap between them.
///
/// Each half has the breaks of a shift of its own length; rest and overlap are told from the start of the first to the
/// end of the second.
public struct SplitShift: Hashable, Sendable {
  /// Minutes of the first half.
  public var firstMinutes: Int
  /// Minutes of the second half.
  public var secondMinutes: Int
  /// Minutes between them that are allowed, both ends included.
  public var gapMinutes: ClosedRange<Int>
  /// What such a shift costs beside its pay, in paid hours.
  public var price: Double

  /// Creates a form of split shift.
  public init(
    firstMinutes: Int, secondMinutes: Int, gapMinutes: ClosedRange<Int>, price: Double = 0
  ) {
    self.firstMinutes = firstMinutes
    self.secondMinutes = secondMinutes
    self.gapMinutes = gapMinutes
    self.price = price
  }

  /// Whether two halves with a gap between them have this form, all in minutes.
  public func fits(first: Int, gap: Int, second: Int) -> Bool {
    first == firstMinutes && second == secondMinutes && gapMinutes.contains(gap)
  }
}
