internal import ContactCenter

/// What a row of the outcome is about, with the queues and groups behind it.
struct OutcomeSubject {
  var level: OutcomeRow.Level
  var name: String
  /// Indices of queues, in order of name.
  var queues: [Int]
  /// Indices of groups, in order of name.
  var groups: [Int]
  /// The target shared by all queues; nil where they differ or promise no service level.
  var target: Double?
  /// The definition shared by all queues.
  var definition: ServiceLevelDefinition?
  /// The threshold shared by all queues.
  var thresholdSeconds: Double?
  /// Whether an agent of one of the groups costs something.
  var hasCost = false

  /// The name of the whole in rows of level `center`.
  static let centerName = "center"

  /// The center, its channels, queues and groups.
  static func all(_ layout: ModelLayout) -> [OutcomeSubject] {
    let queues = layout.queues
    var subjects = [
      contacts(.center, centerName, Array(queues.indices), layout, Array(layout.groups.indices))
    ]
    for channel in Set(queues.map(\.channel)).sorted() {
      let members = queues.indices.filter { queues[$0].channel == channel }
      subjects.append(contacts(.channel, channel, members, layout))
    }
    for queue in queues.indices {
      subjects.append(contacts(.queue, queues[queue].name, [queue], layout))
    }
    func reportName(_ group: Int) -> String {
      layout.groups[group].reportName ?? layout.groups[group].name
    }
    for name in Set(layout.groups.indices.map(reportName)).sorted() {
      let members = layout.groups.indices.filter { reportName($0) == name }
      subjects.append(OutcomeSubject(level: .group, name: name, queues: [], groups: members))
    }
    for index in subjects.indices {
      subjects[index].hasCost = subjects[index].groups.contains {
        layout.groups[$0].costPerHour > 0
      }
    }
    return subjects
  }

  private static func contacts(
    _ level: OutcomeRow.Level, _ name: String, _ members: [Int], _ layout: ModelLayout,
    _ groups: [Int] = []
  ) -> OutcomeSubject {
    let targets = members.map { layout.queues[$0].target }
    func shared<Value: Equatable>(_ values: [Value]) -> Value? {
      guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
      return first
    }
    let definition = shared(targets.map(\.definition))
    let threshold = shared(targets.map(\.threshold.value))
    let serviceLevel = shared(targets.map(\.serviceLevel)) ?? nil
    return OutcomeSubject(
      level: level, name: name, queues: members, groups: groups,
      target: definition != nil && threshold != nil ? serviceLevel?.value : nil,
      definition: definition, thresholdSeconds: threshold)
  }
}
