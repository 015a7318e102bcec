/// Agents who serve the same queues at the same speed.
public struct GroupModel: Hashable, Sendable {
  /// The name; unique.
  public var name: String
  /// The queues served; a free agent takes the contact that waits longest in the first of them that is not empty.
  public var queues: [String]
  /// Speed against the standard agent by queue: 0.9 takes 1/0.9 of the handle time; 1 where nothing is said.
  public var proficiencies: [String: Double]
  /// The group's row in the outcome; several groups may share one, and nil is the name.
  public var reportName: String?

  /// Creates a group.
  public init(
    name: String, queues: [String], proficiencies: [String: Double] = [:],
    reportName: String? = nil
  ) {
    self.name = name
    self.queues = queues
    self.proficiencies = proficiencies
    self.reportName = reportName
  }
}
