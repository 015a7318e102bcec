import ContactCenter
import Simulation

/// Centers whose contacts are written down one by one, so that what must happen can be worked out by hand.
enum Recorded {
  /// A queue of contacts that come at these seconds.
  static func queue(
    _ name: String, at seconds: [Double], handle: Double = 100, patience: Double? = nil,
    intervals: Int = 1
  ) -> QueueModel {
    queue(
      name,
      seconds.map { TracedContact(seconds: $0, handleSeconds: handle, patienceSeconds: patience) },
      intervals: intervals)
  }

  /// A queue of recorded contacts; who has no patience written down never gives up.
  static func queue(_ name: String, _ contacts: [TracedContact], intervals: Int = 1) -> QueueModel {
    QueueModel(
      name: name, expectedContacts: Array(repeating: 0, count: intervals),
      meanHandleSeconds: Array(repeating: 100, count: intervals),
      target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20)),
      arrivals: .trace(contacts))
  }

  /// Intervals of half an hour with the agents of each group.
  static func model(
    _ queues: [QueueModel], _ groups: [GroupModel], _ agents: [String: [Int]], seconds: Int = 1800
  ) -> SimulationModel {
    let count = agents.values.map(\.count).max() ?? 1
    return SimulationModel(
      intervals: TestModels.intervals(count, seconds: seconds), queues: queues, groups: groups,
      staffing: .counts(agents))
  }

  /// One queue and one group.
  static func single(_ queue: QueueModel, agents: [Int], seconds: Int = 1800) -> SimulationModel {
    var own = queue
    own.expectedContacts = agents.map { _ in 0 }
    own.meanHandleSeconds = agents.map { _ in queue.meanHandleSeconds[0] }
    return model(
      [own], [GroupModel(name: "g", queues: [queue.name])], ["g": agents], seconds: seconds)
  }
}

extension [TraceEvent] {
  /// The names of contacts to which this happened, in order.
  func contacts(_ kind: TraceEvent.Kind) -> [String] {
    filter { $0.kind == kind }.compactMap(\.contact)
  }

  /// When this happened.
  func seconds(_ kind: TraceEvent.Kind) -> [Double] { filter { $0.kind == kind }.map(\.seconds) }

  /// When this happened to a contact.
  func seconds(_ kind: TraceEvent.Kind, of contact: String) -> [Double] {
    filter { $0.kind == kind && $0.contact == contact }.map(\.seconds)
  }

  /// Agents there at the most.
  var mostPresent: Int {
    var present = 0
    var most = 0
    for event in self {
      if event.kind == .agentCame { present += 1 }
      if event.kind == .agentLeft { present -= 1 }
      most = Swift.max(most, present)
    }
    return most
  }
}
