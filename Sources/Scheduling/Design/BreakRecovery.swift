import ContactCenter

/// Gives each designed shift the breaks that the program chose for its length as a whole.
///
/// Within one shape all windows are equally wide and open in the order of the starts, so serving the first opened
/// first keeps every break in its window whenever any assignment does (Bechtold and Jacobs 1990).
enum BreakRecovery {
  /// Slots at which each shift of `starts` begins its break.
  ///
  /// - Parameters:
  ///   - starts: start of each shift, ascending, one entry per shift.
  ///   - begun: slots at which a break begins, ascending, one entry per break.
  ///   - window: the break's window.
  /// - Returns: slots in the order of `starts`, or nil where the numbers differ or a break falls outside its window.
  static func assign(starts: [Int], begun: [Int], window: ShiftShape.Window) -> [Int]? {
    guard starts.count == begun.count else { return nil }
    let fits = zip(starts, begun).allSatisfy { start, slot in
      start + window.first <= slot && slot <= start + window.last
    }
    return fits ? begun : nil
  }
}
