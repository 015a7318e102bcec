/// A skill an agent has, and how well.
public struct AgentSkill: Hashable, Sendable {
  /// The queue or skill served.
  public var skill: String
  /// Speed against the standard agent: 0.9 takes 1/0.9 of the handle time.
  ///
  /// 1 unless known.
  public var proficiency: Double

  /// Creates a skill.
  public init(_ skill: String, proficiency: Double = 1) {
    self.skill = skill
    self.proficiency = proficiency
  }
}

/// A person who takes contacts.
public struct Agent: Hashable, Sendable {
  /// The name or number that identifies the agent; unique.
  public var name: String
  /// The group the agent works in.
  public var group: String
  /// The skills, best first as the file lists them; empty means all queues of the group.
  public var skills: [AgentSkill]
  /// The name of the contract.
  public var contract: String
  /// The site, where there are several.
  public var site: String?
  /// The agent's own IANA zone, where it is not the center's.
  public var timeZone: String?
  /// The first day at work, where speed is still growing; nil for long ago.
  public var hired: CivilDate?
  /// Whether the agent works away from the site; nil for as many as the group's remote share says.
  public var isRemote: Bool?

  /// Creates an agent.
  public init(
    name: String, group: String, skills: [AgentSkill] = [], contract: String, site: String? = nil,
    timeZone: String? = nil, hired: CivilDate? = nil, isRemote: Bool? = nil
  ) {
    self.name = name
    self.group = group
    self.skills = skills
    self.contract = contract
    self.site = site
    self.timeZone = timeZone
    self.hired = hired
    self.isRemote = isRemote
  }
}

/// Agents who serve the same queues.
public struct AgentGroup: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The queues served, first choice first.
  public var queues: [String]
  /// How a free agent chooses among the queues in which someone waits.
  public var queueChoice = QueueChoice.priority
  /// What an agent costs in an hour.
  public var costPerHour = 0.0
  /// The fewest agents while a queue of the group is open.
  public var minimumAgents = 0
  /// The most agents at once; nil without limit.
  public var maximumAgents: Int?
  /// The site the agents work at, unless the agents file says otherwise.
  public var site: String?
  /// The share of agents who work away from the site, among those of whom the agents file does not say.
  public var remoteShare = Share(0)
  /// Speed against the standard agent by queue; an agent's own proficiency multiplies it, and 1 where nothing is said.
  public var proficiencies: [String: Double] = [:]

  /// Creates a group that chooses by priority and works at standard speed.
  public init(name: String, queues: [String]) {
    self.name = name
    self.queues = queues
  }
}

/// What an employment contract allows.
public struct Contract: Hashable, Sendable {
  /// The name, such as `full-time`.
  public var name: String
  /// The most paid hours in a week.
  public var hoursPerWeek: Double
  /// The most working days in a week.
  public var daysPerWeek: Int
  /// The shift lengths allowed, in minutes from start to end, breaks included; ascending.
  public var shiftMinutes: [Int]
  /// The least rest between two shifts, in minutes.
  public var restMinutes: Int
  /// The fewest paid hours in a week; nil without one.
  public var minimumHoursPerWeek: Double?
  /// Further rules, hard or at a price.
  public var rules: [RuleTerms] = []
  /// What a paid hour costs against one of the standard contract.
  public var hourPrice = 1.0
  /// Hours beyond `hoursPerWeek`; nil where none are allowed.
  public var overtime: OvertimeTerms?
  /// The earliest start of a shift by the wall clock, in minutes after midnight; nil for any.
  public var earliestStart: Int?
  /// The latest start of a shift; nil for any.
  public var latestStart: Int?
  /// The latest end of a shift, in minutes after the midnight before its start: 1800 is 06:00 of the next day; nil for any.
  public var latestEnd: Int?
  /// The only shift types allowed; empty for any shift, of a type or of none.
  public var shiftTypes: Set<String> = []
  /// The shifts in two halves that are allowed beside those of one piece.
  public var splitShifts: [SplitShift] = []

  /// Creates a contract without further rules.
  public init(
    name: String, hoursPerWeek: Double, daysPerWeek: Int, shiftMinutes: [Int], restMinutes: Int
  ) {
    self.name = name
    self.hoursPerWeek = hoursPerWeek
    self.daysPerWeek = daysPerWeek
    self.shiftMinutes = shiftMinutes.sorted()
    self.restMinutes = restMinutes
  }
}
