public import ContactCenter

/// How rostered agents come and go beside what the roster says; counts of agents know none of it.
public struct AttendanceModel: Hashable, Sendable {
  /// What an agent whose time is up does with the contacts in progress.
  public typealias ShiftEnd = Attendance.ShiftEnd

  /// A site that nobody on site can work from for a while; remote agents go on.
  public struct SiteOutage: Hashable, Sendable {
    /// The site.
    public var site: String
    /// The first second.
    public var start: Double
    /// The first second after.
    public var end: Double

    /// Creates an outage.
    public init(site: String, start: Double, end: Double) {
      self.site = site
      self.start = start
      self.end = end
    }
  }

  /// The share of shifts that begin late.
  public var lateShare: Double
  /// The mean of the exponential delay of those, in seconds.
  public var lateSeconds: Double
  /// What happens to contacts in progress at the end of a shift, or when a group's number falls.
  public var shiftEnd: ShiftEnd
  /// Sites out of order.
  public var siteOutages: [SiteOutage]

  /// Creates attendance as the roster says.
  public init(
    lateShare: Double = 0, lateSeconds: Double = 300, shiftEnd: ShiftEnd = .finish,
    siteOutages: [SiteOutage] = []
  ) {
    self.lateShare = lateShare
    self.lateSeconds = lateSeconds
    self.shiftEnd = shiftEnd
    self.siteOutages = siteOutages
  }
}
