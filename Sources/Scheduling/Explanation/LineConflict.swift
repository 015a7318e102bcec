/// Why no line of shifts keeps all that is asked of an agent, and what to give up.
///
/// *Clash*: parts that cannot be kept together, none of which can be left out of the statement; found by a deletion
/// filter, which drops one part after another and keeps it dropped while the rest still clash. Leave and published
/// shifts are dropped first, so that rules which clash among themselves are named alone.
///
/// *Remedies*: each part that would suffice alone if it were given up; where none does, one smallest set of parts
/// that does, leaving as much as possible of what comes first.
///
/// *Source*: J. W. Chinneck and E. W. Dravnieks, "Locating minimal infeasible constraint sets in linear programs",
/// ORSA Journal on Computing 3 (1991) 157–168, doi:10.1287/ijoc.3.2.157.
struct LineConflict: Hashable, Sendable {
  /// Positions of the parts that clash, ascending.
  var clash: [Int]
  /// Sets of parts, each of which suffices if it is given up; positions ascending.
  var remedies: [[Int]]

  /// The conflict of a question.
  ///
  /// - Returns: nil where a line exists, or where the search for one is too large to say.
  ///
  /// *Complexity*: at most four searches a part.
  static func find(in question: LineQuestion) -> LineConflict? {
    let all = question.parts.indices
    guard question.hasLine(without: []) == false else { return nil }
    var dropped: Set<Int> = []
    for part in all.reversed() where question.hasLine(without: dropped.union([part])) == false {
      dropped.insert(part)
    }
    let clash = all.filter { !dropped.contains($0) }
    var remedies = clash.filter { question.hasLine(without: [$0]) == true }.map { [$0] }
    if remedies.isEmpty {
      // Everything is given up, then taken back part by part as long as a line exists.
      var given = Set(all)
      guard question.hasLine(without: given) == true else {
        return LineConflict(clash: clash, remedies: [])
      }
      for part in all where question.hasLine(without: given.subtracting([part])) == true {
        given.remove(part)
      }
      remedies = [given.sorted()]
    }
    return LineConflict(clash: clash, remedies: remedies)
  }
}
