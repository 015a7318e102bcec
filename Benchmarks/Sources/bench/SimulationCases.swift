import ContactCenter
import Simulation

/// One model, what is expected of it, and what theory or a long run says.
struct SimulationCase {
  let name: String
  let model: SimulationModel
  let replications: Int
  /// The share that abandons, over all queues; nil where nothing is known.
  let abandonment: Double?
}

/// The models that all peers ran, and larger ones.
enum SimulationCases {
  /// Arrivals of one run.
  static let arrivals = 1_000_000.0

  /// M/M/50+M: 48 erlangs, handle time 180 s, patience 120 s.
  static let m1 = single(name: "M1", agents: 50, load: 48, arrivals: arrivals)

  /// M/M/1000+M at 98 % load.
  static let thousand = single(name: "1000 agents", agents: 1000, load: 980, arrivals: arrivals)

  /// One queue with one group: handle time 180 s, patience 120 s.
  static func single(
    name: String, agents: Int, load: Double, arrivals: Double
  ) -> SimulationCase {
    let rate = load / 180
    return SimulationCase(
      name: name,
      model: .stationary(
        seconds: Int(arrivals / rate),
        queues: [
          QueueModel(
            name: "calls", expectedContacts: [arrivals], meanHandleSeconds: [180],
            meanPatienceSeconds: 120)
        ],
        groups: [GroupModel(name: "agents", queues: ["calls"])], agents: ["agents": agents]),
      replications: 1, abandonment: agents == 50 ? 0.044476 : nil)
  }

  /// Three queues over five groups with skills and static priorities, 100 agents, 96 erlangs.
  static let m2: SimulationCase = {
    let rates = [0.15, 0.20, 0.10]
    let total = rates.reduce(0, +)
    func queue(_ index: Int, handle: Double, patience: Double, groups: [String]) -> QueueModel {
      QueueModel(
        name: "q\(index)", expectedContacts: [arrivals * rates[index] / total],
        meanHandleSeconds: [handle], meanPatienceSeconds: patience,
        groupTiers: groups.map { [$0] })
    }
    return SimulationCase(
      name: "M2",
      model: .stationary(
        seconds: Int(arrivals / total),
        queues: [
          queue(0, handle: 200, patience: 90, groups: ["p0", "p3", "p4"]),
          queue(1, handle: 180, patience: 150, groups: ["p1", "p3", "p4"]),
          queue(2, handle: 300, patience: 300, groups: ["p2", "p4"]),
        ],
        groups: [
          GroupModel(name: "p0", queues: ["q0"]), GroupModel(name: "p1", queues: ["q1"]),
          GroupModel(name: "p2", queues: ["q2"]), GroupModel(name: "p3", queues: ["q0", "q1"]),
          GroupModel(name: "p4", queues: ["q0", "q1", "q2"]),
        ],
        agents: ["p0": 20, "p1": 25, "p2": 20, "p3": 20, "p4": 15]),
      replications: 1,
      abandonment: (0.15 * 0.01654 + 0.20 * 0.02274 + 0.10 * 0.07103) / 0.45)
  }()

  /// A day of 48 half-hours with 8,078 arrivals and a staff that follows them.
  static let m3: SimulationCase = {
    let profile = [
      10, 8, 6, 5, 4, 4, 4, 5, 6, 8, 12, 20, 40, 80, 140, 220, 300, 350, 380, 400, 410, 400, 380,
      360, 350, 360, 370, 380, 370, 350, 320, 290, 260, 230, 200, 180, 160, 140, 120, 100, 85, 70,
      55, 45, 35, 25, 18, 13,
    ].map(Double.init)
    let staff = profile.map { calls in
      let load = calls * 240 / 1800
      return Int((load + 0.5 * load.squareRoot()).rounded(.up))
    }
    let halfHours = profile.indices.map { index in
      Interval(
        start: Instant(secondsSinceEpoch: index * 1800),
        end: Instant(secondsSinceEpoch: (index + 1) * 1800))
    }
    return SimulationCase(
      name: "M3",
      model: SimulationModel(
        intervals: halfHours,
        queues: [
          QueueModel(
            name: "calls", expectedContacts: profile,
            meanHandleSeconds: profile.map { _ in 240 }, meanPatienceSeconds: 120)
        ],
        groups: [GroupModel(name: "agents", queues: ["calls"])],
        staffing: .counts(["agents": staff])),
      replications: Int(arrivals / profile.reduce(0, +)), abandonment: 0.04010)
  }()

  /// A day of a whole center: 8,000 contacts in five queues, 110 agents with breaks in four groups, chat whose handle time
  /// grows with the sessions, and email with a deadline.
  static let fullDay: SimulationCase = {
    let quarters = 96
    // A working day from 07:00 to 21:00 with two peaks.
    let shape = (0..<quarters).map { quarter -> Double in
      let hour = Double(quarter) / 4
      guard hour >= 7, hour < 21 else { return 0 }
      func bump(_ center: Double, _ width: Double) -> Double {
        let distance = (hour - center) / width
        return 1 / (1 + distance * distance)
      }
      return bump(10.5, 2) + 0.8 * bump(15, 2.5)
    }
    let total = shape.reduce(0, +)
    func queue(
      _ name: String, _ channel: String, contacts: Double, handle: Double, patience: Double?,
      threshold: Double, sessions: Int = 1, levels: [Double] = []
    ) -> QueueModel {
      var behavior = QueueBehavior()
      behavior.handleTimeByLevel = levels
      return QueueModel(
        name: name, channel: channel, expectedContacts: shape.map { contacts * $0 / total },
        meanHandleSeconds: shape.map { _ in handle }, handleTimeVariation: 0.9,
        meanPatienceSeconds: patience, busynessVariation: 0.1,
        target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(threshold)),
        sessions: sessions, behavior: behavior)
    }
    var spans: [WorkSpan] = []
    for (group, size) in [("digital", 25), ("general", 20), ("sales", 25), ("service", 40)] {
      for agent in 0..<size {
        let start = (7 + Double(agent * 11 % 12) * 0.5) * 3600
        let name = "\(group) \(agent)"
        // Four hours, half an hour of lunch, three and a half hours.
        spans.append(WorkSpan(agent: name, group: group, start: start, end: start + 4 * 3600))
        spans.append(
          WorkSpan(agent: name, group: group, start: start + 4.5 * 3600, end: start + 8 * 3600))
      }
    }
    return SimulationCase(
      name: "full day",
      model: SimulationModel(
        intervals: (0..<quarters).map {
          Interval(
            start: Instant(secondsSinceEpoch: $0 * 900),
            end: Instant(secondsSinceEpoch: ($0 + 1) * 900))
        },
        queues: [
          queue("billing", "voice", contacts: 2500, handle: 300, patience: 120, threshold: 20),
          queue("support", "voice", contacts: 2000, handle: 320, patience: 150, threshold: 20),
          queue("sales", "voice", contacts: 1500, handle: 280, patience: 90, threshold: 20),
          queue(
            "chat", "chat", contacts: 1200, handle: 500, patience: 240, threshold: 60,
            sessions: 3, levels: [1, 1.2, 1.5]),
          queue("email", "email", contacts: 800, handle: 360, patience: nil, threshold: 14_400),
        ],
        groups: [
          GroupModel(name: "service", queues: ["billing", "support"]),
          GroupModel(name: "sales", queues: ["sales", "billing"]),
          GroupModel(name: "digital", queues: ["chat", "email"]),
          GroupModel(name: "general", queues: ["billing", "support", "sales", "chat", "email"]),
        ],
        staffing: .roster(spans)),
      replications: 200, abandonment: nil)
  }()
}
