/// A roster's spans inside the run, put together to shifts: what one agent comes for, or stays away from, as a whole.
///
/// Spans of one agent belong to one shift where less than ``longestPause`` lies between them, whatever the group:
/// a break, a lunch or a meeting does not end a shift, and a night shift goes on past midnight. A day cut in
/// two by a longer pause is two shifts.
struct RosterShifts {
  /// A stretch of work inside the run.
  struct Span {
    var agent: String
    var group: String
    var start: Double
    var end: Double
    /// The shift it belongs to.
    var shift: Int32
    /// What handle times are multiplied by: one over speed.
    var slowness = 1.0
  }

  /// The shifts of one agent, in order of time.
  struct Agent: Sendable {
    var name: String
    var shifts: Range<Int>
  }

  /// Seconds without work that end a shift: longer than any break, shorter than any night's rest.
  static let longestPause = 4.0 * 3600

  /// Every span that lies at least partly in the run, cut at its start; in order of agent, then start.
  private(set) var spans: [Span] = []
  /// Every agent with a shift, in order of name.
  private(set) var agents: [Agent] = []
  /// When each shift begins.
  private(set) var starts: ContiguousArray<Double> = []

  /// Puts together the spans that have a length and touch the time from 0 to `end`.
  ///
  /// `outages` are stretches, by group, in which only remote agents work: they cut spans, and no shift in two.
  init(_ all: [WorkSpan], outages: [String: [Range<Double>]] = [:], end: Double) {
    var shift = -1
    var workedUntil = 0.0
    for span in all.sorted(by: { ($0.agent, $0.start) < ($1.agent, $1.start) }) {
      let start = max(span.start, 0)
      guard span.end > start, start < end else { continue }
      if agents.last?.name != span.agent {
        shift += 1
        agents.append(Agent(name: span.agent, shifts: shift..<(shift + 1)))
        workedUntil = span.end
      } else if start - workedUntil >= Self.longestPause {
        shift += 1
        agents[agents.count - 1].shifts = agents[agents.count - 1].shifts.lowerBound..<(shift + 1)
      }
      if starts.count <= shift { starts.append(start) }
      workedUntil = max(workedUntil, span.end)
      let stretches =
        span.isRemote ? [start..<span.end] : Self.cut(start..<span.end, by: outages[span.group])
      for stretch in stretches {
        spans.append(
          Span(
            agent: span.agent, group: span.group, start: stretch.lowerBound,
            end: stretch.upperBound, shift: Int32(shift), slowness: 1 / span.speed))
      }
    }
  }

  /// A stretch without others, which may lie in any order.
  private static func cut(_ stretch: Range<Double>, by outages: [Range<Double>]?) -> [Range<Double>]
  {
    var result: [Range<Double>] = []
    var start = stretch.lowerBound
    for outage in (outages ?? []).sorted(by: { $0.lowerBound < $1.lowerBound })
    where outage.overlaps(stretch) {
      if outage.lowerBound > start { result.append(start..<outage.lowerBound) }
      start = max(start, outage.upperBound)
    }
    if start < stretch.upperBound { result.append(start..<stretch.upperBound) }
    return result
  }
}
