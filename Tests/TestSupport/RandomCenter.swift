public import ContactCenter
public import Scheduling

/// A center made up from a seed: agents with contracts of random rules, what they ask for, and shifts to be worked.
///
/// About one center in eight has an agent whose own rules cannot be kept together, one in eight shifts that nobody may
/// work; both say so, so that a test can ask whether they were explained.
public struct RandomCenter: Sendable {
  /// What was put in to be found.
  public enum Trouble: Hashable, Sendable {
    /// This agent has no line that keeps its hard rules.
    case noLine(agent: String, kind: String)
    /// These shifts of a group cannot be worked on this day.
    case noWorker(group: String, date: CivilDate, kind: String)
  }

  /// What it was made from.
  public let seed: Int
  /// The groups, one or two.
  public private(set) var groups: [AgentGroup] = []
  /// The people, 10 to 60.
  public private(set) var agents: [Agent] = []
  /// Their contracts.
  public private(set) var contracts: [Contract] = []
  /// Leave, requests, wishes and published shifts.
  public private(set) var availability: [Availability] = []
  /// Types and breaks.
  public private(set) var rules: ShiftRules
  /// The shifts to be worked.
  public private(set) var shifts: [PlannedShift] = []
  /// Shifts before the period; empty where nothing is known.
  public private(set) var previous = Roster(entries: [])
  /// What was put in to be found.
  public private(set) var trouble: Trouble?
  /// The first day, a Monday in two of three centers.
  public let firstDate: CivilDate
  /// 7 to 28.
  public let days: Int
  /// Days about which `previous` tells everything.
  public let knownDaysBefore: Int
  /// UTC, quarters of an hour.
  public let grid = TimeGrid(zone: .utc, length: .fifteenMinutes)

  private var numbers: SeededNumbers

  /// Makes a center; equal seeds make equal centers.
  public init(seed: Int) {
    self.seed = seed
    numbers = SeededNumbers(state: UInt64(truncatingIfNeeded: seed) &* 0x2545_F491_4F6C_DD1D &+ 1)
    rules = ShiftRules(
      startEveryMinutes: 15, patterns: [BreakPattern(shorterThanMinutes: 1441, breaks: [])])
    rules.types = Self.types
    var numbers = numbers
    func pick(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(numbers.next() * Double(range.count))
    }
    let monday = CivilDate(daysSinceEpoch: 20_521)
    firstDate = monday.advanced(by: pick(0...2) == 0 ? pick(0...200) : 7 * pick(0...40))
    days = [7, 7, 14, 14, 21, 28][pick(0...5)]
    knownDaysBefore = [0, 0, 7, 14][pick(0...3)]
    self.numbers = numbers
    makePeople()
    makeAvailability()
    makeHistory()
    makeShifts()
    makeTrouble()
  }

  /// Lets every contract have shifts of a length.
  public mutating func allow(minutes: Int) {
    for index in contracts.indices { contracts[index].shiftMinutes.append(minutes) }
  }

  /// Takes back all leave of a group that touches a day.
  public mutating func cancelLeave(on date: CivilDate, group: String) {
    let members = Set(agents.filter { $0.group == group }.map(\.name))
    let day = Interval(
      start: grid.zone.startOfDay(date), end: grid.zone.startOfDay(date.advanced(by: 1)))
    availability.removeAll {
      $0.kind == .leave && members.contains($0.agent) && $0.start < day.end && day.start < $0.end
    }
  }

  // MARK: Parts

  static let types = [
    ShiftType(name: "early", starts: 300...540), ShiftType(name: "day", starts: 541...779),
    ShiftType(name: "late", starts: 780...1_020),
    ShiftType(name: "night", starts: 1_200...1_410, isNight: true),
  ]

  /// Kinds of shift: start and length in minutes.
  static let kinds = [
    (360, 480), (420, 480), (480, 360), (600, 360), (600, 480), (840, 480), (900, 360),
    (1_320, 480),
  ]

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(numbers.next() * Double(range.count))
  }

  private mutating func chance(_ share: Double) -> Bool { numbers.next() < share }

  private mutating func makePeople() {
    let groupCount = chance(0.3) ? 2 : 1
    groups = (0..<groupCount).map { AgentGroup(name: "group-\($0 + 1)", queues: ["voice"]) }
    for index in 0..<pick(1...3) {
      var contract = Contract(
        name: "contract-\(index + 1)", hoursPerWeek: [40, 40, 38.5, 30, 48][pick(0...4)],
        daysPerWeek: [5, 5, 5, 6, 4][pick(0...4)],
        shiftMinutes: [[360, 480], [480], [360, 480]][pick(0...2)],
        restMinutes: [0, 480, 660, 660][pick(0...3)])
      if chance(0.15) { contract.minimumHoursPerWeek = 12 }
      for _ in 0..<pick(0...5) {
        contract.rules.append(RandomRules.terms(numbers: &numbers, days: days))
      }
      contracts.append(contract)
    }
    // Many small centers and some large ones: the small ones are searched to the end.
    let count = chance(0.75) ? pick(10...20) : pick(21...60)
    for index in 0..<count {
      agents.append(
        Agent(
          name: "agent-\(100 + index)", group: groups[pick(0...(groupCount - 1))].name,
          contract: contracts[pick(0...(contracts.count - 1))].name))
    }
  }

  private func at(_ day: Int, _ minute: Int) -> Instant {
    grid.zone.startOfDay(firstDate.advanced(by: day)).advanced(by: minute * 60)
  }

  private mutating func makeAvailability() {
    for agent in agents {
      if chance(0.2) {
        let first = pick(0...(days - 1))
        availability.append(
          Availability(
            agent: agent.name, start: at(first, 0), end: at(first + pick(1...4), 0), kind: .leave))
      }
      if chance(0.05) {
        availability += (0..<days).map { day in
          Availability(
            agent: agent.name, start: at(day, 300), end: at(day, 1_100), kind: .available)
        }
      }
      for kind in [Availability.Kind.request, .wish] where chance(0.25) {
        for _ in 0..<pick(1...3) {
          let day = pick(0...(days - 1))
          availability.append(
            Availability(
              agent: agent.name, start: at(day, 0), end: at(day + pick(1...2), 0), kind: kind,
              price: Double(pick(1...8)) / 2,
              shiftType: chance(0.5) ? Self.types[pick(0...3)].name : nil))
        }
      }
      if !availability.contains(where: { $0.agent == agent.name }), chance(0.12) {
        let (day, kind) = (pick(0...(days - 1)), Self.kinds[pick(0...6)])
        availability.append(
          Availability(
            agent: agent.name, start: at(day, kind.0), end: at(day, kind.0 + kind.1), kind: .pinned)
        )
      }
    }
  }

  private mutating func makeHistory() {
    guard knownDaysBefore > 0 else { return }
    var entries: [RosterEntry] = []
    for agent in agents {
      // At most two days in a row, so that what is known leaves a way on.
      var worked = 0
      let kind = Self.kinds[pick(0...7)]
      for day in -knownDaysBefore..<0 {
        worked = worked < 2 && chance(0.5) ? worked + 1 : 0
        guard worked > 0 else { continue }
        entries.append(
          RosterEntry(
            agent: agent.name, start: at(day, kind.0), end: at(day, kind.0 + kind.1),
            activity: .work, group: agent.group))
      }
    }
    previous = Roster(entries: entries)
  }

  private mutating func makeShifts() {
    let used = Array(Set((0..<pick(2...5)).map { _ in pick(0...7) })).sorted()
    let share = 0.3 + 0.35 * numbers.next()
    for group in groups {
      let heads = agents.filter { $0.group == group.name }.count
      for day in 0..<days {
        let wanted = Int(Double(heads) * share * (0.7 + 0.6 * numbers.next()))
        for _ in 0..<wanted { add(Self.kinds[used[pick(0...(used.count - 1))]], day, group.name) }
      }
    }
  }

  private mutating func add(_ kind: (Int, Int), _ day: Int, _ group: String) {
    shifts.append(
      PlannedShift(
        group: group, contract: contracts[0].name, date: firstDate.advanced(by: day),
        start: at(day, kind.0), end: at(day, kind.0 + kind.1), paidMinutes: kind.1, breaks: []))
  }

  // MARK: Trouble

  private mutating func makeTrouble() {
    let agent = agents[pick(0...(agents.count - 1))]
    switch seed % 16 {
    case 3: contradict(agent)
    case 11: pinTooMany(agent)
    case 6: addUnworkableLength()
    case 14: sendEveryoneAway()
    default: break
    }
  }

  /// A contract of its own that asks for more hours a week than it allows shifts.
  private mutating func contradict(_ agent: Agent) {
    var contract = Contract(
      name: "contract-odd", hoursPerWeek: 40, daysPerWeek: 5, shiftMinutes: [360, 480],
      restMinutes: 660)
    contract.rules = [
      RuleTerms("hours", minimum: Double(days), span: .period),
      RuleTerms("shifts", maximum: Double(days / 14), span: .period),
      RuleTerms("consecutive-days", maximum: 5),
    ]
    give(contract, to: agent)
    availability.removeAll { $0.agent == agent.name }
    trouble = .noLine(agent: agent.name, kind: "hours")
  }

  /// Published shifts on six days in a row, where the contract allows four.
  private mutating func pinTooMany(_ agent: Agent) {
    var contract = Contract(
      name: "contract-odd", hoursPerWeek: 60, daysPerWeek: 7, shiftMinutes: [360, 480],
      restMinutes: 660)
    contract.rules = [RuleTerms("consecutive-days", maximum: 4)]
    give(contract, to: agent)
    availability.removeAll { $0.agent == agent.name }
    availability += (1...6).map { day in
      Availability(agent: agent.name, start: at(day, 480), end: at(day, 840), kind: .pinned)
    }
    trouble = .noLine(agent: agent.name, kind: "consecutive-days")
  }

  private mutating func give(_ contract: Contract, to agent: Agent) {
    contracts.append(contract)
    for index in agents.indices where agents[index].name == agent.name {
      agents[index].contract = contract.name
    }
  }

  /// Shifts of eleven hours, which no contract allows.
  private mutating func addUnworkableLength() {
    let (day, group) = (pick(0...(days - 1)), groups[0].name)
    for _ in 0..<2 { add((480, 660), day, group) }
    trouble = .noWorker(group: group, date: firstDate.advanced(by: day), kind: "length")
  }

  /// A day on which the whole group is on leave.
  private mutating func sendEveryoneAway() {
    let (day, group) = (pick(0...(days - 1)), groups[0].name)
    let members = Set(agents.filter { $0.group == group }.map(\.name))
    availability.removeAll { members.contains($0.agent) && $0.kind == .pinned }
    availability += members.sorted().map {
      Availability(agent: $0, start: at(day, 0), end: at(day + 1, 0), kind: .leave)
    }
    add((600, 360), day, group)
    trouble = .noWorker(group: group, date: firstDate.advanced(by: day), kind: "leave")
  }
}
