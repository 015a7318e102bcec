/// How rostered agents come and go beside what the roster says.
public struct Attendance: Hashable, Sendable {
  /// What an agent whose time is up does with the contacts in progress.
  public enum ShiftEnd: String, Hashable, Sendable, CaseIterable {
    /// Finishes them and takes no further one.
    case finish
    /// Hands them over: they go back to the head of their line with what is left of them, and with new patience.
    case handOver = "hand-over"
  }

  /// A stretch of time in which nobody can work at a site; remote agents go on.
  public struct SiteOutage: Hashable, Sendable {
    /// The site.
    public var site: String
    /// The first second.
    public var start: Instant
    /// The first second after.
    public var end: Instant

    /// Creates an outage.
    public init(site: String, start: Instant, end: Instant) {
      self.site = site
      self.start = start
      self.end = end
    }
  }

  /// The share of shifts that begin late.
  public var late: Share
  /// The mean of the exponential delay of those.
  public var lateness: Seconds
  /// What happens to contacts in progress at the end of a shift.
  public var shiftEnd: ShiftEnd
  /// Sites out of order.
  public var siteOutages: [SiteOutage]

  /// Creates attendance as the roster says.
  public init(
    late: Share = Share(0), lateness: Seconds = Seconds(300), shiftEnd: ShiftEnd = .finish,
    siteOutages: [SiteOutage] = []
  ) {
    self.late = late
    self.lateness = lateness
    self.shiftEnd = shiftEnd
    self.siteOutages = siteOutages
  }
}
