public import ContactCenter

/// Agents who serve the same queues at the same speed.
public struct GroupModel: Hashable, Sendable {
  /// The name; unique.
  public var name: String
  /// The queues served, in the group's order of choice.
  public var queues: [String]
  /// Speed against the standard agent by queue: 0.9 takes 1/0.9 of the handle time; 1 where nothing is said.
  public var proficiencies: [String: Double]
  /// How a free agent chooses among the queues in which someone waits.
  public var queueChoice: QueueChoice
  /// What an agent costs in an hour.
  public var costPerHour: Double
  /// The site the agents work at.
  public var site: String?
  /// The group's row in the outcome; several groups may share one, and nil is the name.
  public var reportName: String?

  /// Creates a group.
  public init(
    name: String, queues: [String], proficiencies: [String: Double] = [:],
    queueChoice: QueueChoice = .priority, costPerHour: Double = 0, site: String? = nil,
    reportName: String? = nil
  ) {
    self.name = name
    self.queues = queues
    self.proficiencies = proficiencies
    self.queueChoice = queueChoice
    self.costPerHour = costPerHour
    self.site = site
    self.reportName = reportName
  }
}
