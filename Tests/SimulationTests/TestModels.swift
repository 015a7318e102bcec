import ContactCenter
import Simulation

/// Small models that several suites use.
enum TestModels {
  /// Consecutive intervals of equal length.
  static func intervals(_ count: Int, seconds: Int) -> [Interval] {
    (0..<count).map {
      Interval(
        start: Instant(secondsSinceEpoch: $0 * seconds),
        end: Instant(secondsSinceEpoch: ($0 + 1) * seconds))
    }
  }

  /// One queue, one group, `agents.count` intervals.
  static func single(
    contacts: [Double], agents: [Int], seconds: Int = 1800, handle: Double = 240,
    variation: Double = 1, patience: Double? = 120, threshold: Double = 20, sessions: Int = 1,
    backlog: Int = 0
  ) -> SimulationModel {
    SimulationModel(
      intervals: intervals(agents.count, seconds: seconds), days: [0..<agents.count],
      queues: [
        QueueModel(
          name: "q", expectedContacts: contacts,
          meanHandleSeconds: agents.map { _ in handle }, handleTimeVariation: variation,
          meanPatienceSeconds: patience,
          target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(threshold)),
          sessions: sessions, initialBacklog: backlog)
      ],
      groups: [GroupModel(name: "g", queues: ["q"])], staffing: .counts(["g": agents]))
  }

  /// Three queues and three groups over four half-hours: voice with priority, chat with sessions, deferred email.
  static var mixed: SimulationModel {
    func queue(
      _ name: String, _ contacts: [Double], _ handle: Double, _ variation: Double,
      _ patience: Double?, _ threshold: Double, _ sessions: Int
    ) -> QueueModel {
      QueueModel(
        name: name, channel: sessions > 1 ? "chat" : patience == nil ? "email" : "voice",
        expectedContacts: contacts, meanHandleSeconds: contacts.map { _ in handle },
        handleTimeVariation: variation, meanPatienceSeconds: patience, busynessVariation: 0.1,
        target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(threshold)),
        sessions: sessions)
    }
    return SimulationModel(
      intervals: intervals(4, seconds: 1800), days: [0..<2, 2..<4],
      queues: [
        queue("voice", [60, 70, 80, 40], 240, 0.8, 100, 20, 1),
        queue("chat", [50, 40, 30, 20], 500, 1, 300, 60, 3),
        queue("email", [10, 20, 10, 5], 300, 0.5, nil, 3600, 1),
      ],
      groups: [
        GroupModel(name: "voice", queues: ["voice"]), GroupModel(name: "chat", queues: ["chat"]),
        GroupModel(name: "all", queues: ["voice", "chat", "email"]),
      ],
      staffing: .counts(["voice": [6, 8, 8, 3], "chat": [3, 3, 2, 2], "all": [5, 4, 6, 4]]))
  }
}
