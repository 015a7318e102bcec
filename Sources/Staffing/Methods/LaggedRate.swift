/// `lag`: the average rate one mean handle time earlier.
///
/// *Formula*: λ = (Λ(b − h) − Λ(a − h)) / (b − a) for a block from a to b, with Λ the contacts until a time and h the
/// block's mean handle time. Before the open hours that the block belongs to, their first rate is taken to hold: what
/// would have come then is not known, and an opening queue is not staffed for less than comes.
///
/// Busy agents are those whose contact began in the past, on average one handle time ago where handle times are
/// exponential.
///
/// *Source*: Green, Kolesar and Soares 2001, doi 10.1287/opre.49.4.549.11228, "Lag Avg"; Eick, Massey and Whitt 1993,
/// "The physics of the Mt/G/∞ queue", Operations Research 41, 731–742, doi 10.1287/opre.41.4.731.
enum LaggedRate: OverTimeRule {
  static func rates(of profile: RateProfile, contacts: [Double]) -> [Double] {
    LaggedSteps.map(profile) { block, pieces in
      pieces.reduce(0) { $0 + $1.seconds * contacts[$1.step] / profile.steps[$1.step].seconds }
        / block.seconds
    }
  }

  static var expectation: any OverTimeRule.Type { LaggedRate.self }
}

/// The steps that a block sees when it looks back by its handle time.
enum LaggedSteps {
  /// A part of a step.
  struct Piece {
    var step: Int
    var seconds: Double
  }

  /// One value per block from its pieces, in order of time.
  static func map(
    _ profile: RateProfile, _ body: (RateProfile.Block, [Piece]) -> Double
  ) -> [Double] {
    var opening = -1
    // Ends of the steps of the current open hours, from their first second.
    var ends: [Double] = []
    return profile.blocks.enumerated().map { _, block in
      if block.opening != opening {
        opening = block.opening
        ends = []
        var step = opening
        while step < profile.steps.count, profile.steps[step].isOpen,
          step == opening || profile.steps[step].gapSeconds == 0
        {
          ends.append((ends.last ?? 0) + profile.steps[step].seconds)
          step += 1
        }
      }
      let place = block.steps.lowerBound - opening
      let start = (place > 0 ? ends[place - 1] : 0) - block.handleSeconds
      return body(block, pieces(from: start, to: start + block.seconds, ends, opening))
    }
  }

  private static func pieces(
    from start: Double, to end: Double, _ ends: [Double], _ opening: Int
  ) -> [Piece] {
    var result: [Piece] = []
    // The first step reaches back without end.
    var index = 0
    var low = ends.count - 1
    while index < low {
      let middle = (index + low) / 2
      if ends[middle] > start { low = middle } else { index = middle + 1 }
    }
    var at = start
    while at < end, index < ends.count {
      let next = min(end, ends[index])
      if next > at { result.append(Piece(step: opening + index, seconds: next - at)) }
      at = max(at, next)
      index += 1
    }
    return result
  }
}
