/// A kind of shift that rules and wishes speak of: `early`, `late`, `night`.
///
/// A shift belongs to the first type of the plan's list whose starts and length it fits, and to none otherwise.
public struct ShiftType: Hashable, Sendable {
  /// The name.
  public var name: String
  /// Minutes after midnight by the wall clock between which its shifts start, both included.
  public var starts: ClosedRange<Int>
  /// Minutes from start to end; nil for any length.
  public var minutes: Int?
  /// Whether its shifts count as nights; nil to tell by how much of each lies in the plan's night.
  public var isNight: Bool?

  /// Creates a type of shifts of any length.
  public init(
    name: String, starts: ClosedRange<Int>, minutes: Int? = nil, isNight: Bool? = nil
  ) {
    self.name = name
    self.starts = starts
    self.minutes = minutes
    self.isNight = isNight
  }

  /// Whether a shift is of this type.
  ///
  /// - Parameters:
  ///   - startMinute: minutes after midnight by the wall clock.
  ///   - length: minutes from start to end.
  public func includes(startMinute: Int, length: Int) -> Bool {
    starts.contains(startMinute) && (minutes ?? length) == length
  }
}
