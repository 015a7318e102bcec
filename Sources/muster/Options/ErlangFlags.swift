import ArgumentParser
import ContactCenter
import Queueing
import Staffing

/// One case of the calculator from flags.
struct ErlangFlags: ParsableArguments {
  @Option(
    name: [.customLong("model"), .customLong("method")],
    help: ArgumentHelp(
      "erlang-a, erlang-b, erlang-c, mmnk, mmnk-a, mmn-g, mgn, erlang-x or chat. Default: erlang-a with a patience, erlang-c without.",
      valueName: "name"))
  var model: String?

  @Option(help: "Contacts offered in the period.")
  var contacts: Double?

  @Option(help: "The period. Default: 1h.")
  var per: String?

  @Option(name: .customLong("handle-time"), help: "Mean handle time.")
  var handleTime: String?

  @Option(help: "Agents, fractions allowed; without it, the smallest number that meets the target.")
  var agents: Double?

  @Option(
    help:
      "Mean patience of waiting customers, or its law, such as \"lognormal(120, 0.5)\". Default: nobody gives up."
  )
  var patience: String?

  @Option(help: "Contacts that find room, in service and waiting.")
  var lines: Int?

  @Option(name: .customLong("redial-abandon"), help: "Share of lost customers that call again.")
  var redialAbandon: String?

  @Option(name: .customLong("redial-block"), help: "Share of blocked customers that call again.")
  var redialBlock: String?

  @Option(help: "Contacts that one agent takes at a time.")
  var sessions: Int?

  @Option(help: "How much longer a session takes for every other one, such as 0.2.")
  var slowdown: Double?

  @Option(
    name: .customLong("arrival-cv2"),
    help: "Squared coefficient of variation between arrivals. Default: 1.")
  var arrivalVariation: Double?

  @Option(
    name: .customLong("service-cv2"), help: "Squared coefficient of variation of handle time.")
  var serviceVariation: Double?

  @Option(help: "allen-cunneen, lee-longton or sakasegawa, for mgn.")
  var approximation: String?

  @Option(help: "The target to reach. Default: 80/20 where no other limit is given.")
  var target: String?

  @Option(name: .customLong("service-level"), help: "How service level is counted.")
  var serviceLevel = "offered"

  @Option(help: "The answer-time threshold. Default: the target's, or 20s.")
  var threshold: String?

  @Option(name: .customLong("max-asa"), help: "The longest average speed of answer.")
  var maximumASA: String?

  @Option(name: .customLong("max-abandonment"), help: "The largest share that may give up.")
  var maximumAbandonment: String?

  @Option(
    name: .customLong("immediate-answer"), help: "The least share to be answered without waiting.")
  var immediateAnswer: String?

  @Option(name: .customLong("max-occupancy"), help: "The largest occupancy of agents.")
  var maximumOccupancy: String?

  @Option(name: .customLong("max-blocking"), help: "The largest share that may find no line.")
  var maximumBlocking: String?

  @Option(help: "Share of scheduled time in which agents take no contacts.")
  var shrinkage: String?

  @Option(help: "What the target finds: agents, volume or handle-time. Default: agents.")
  var solve: String?

  /// What a target can find.
  enum Solution: String, CaseIterable {
    case agents, volume
    case handleTime = "handle-time"
  }

  /// The flags given, for a table that reads none of them.
  var given: [String] {
    let flags: [(String, Bool)] = [
      ("--model", model != nil), ("--contacts", contacts != nil), ("--per", per != nil),
      ("--handle-time", handleTime != nil), ("--agents", agents != nil),
      ("--patience", patience != nil), ("--lines", lines != nil),
      ("--redial-abandon", redialAbandon != nil), ("--redial-block", redialBlock != nil),
      ("--sessions", sessions != nil), ("--slowdown", slowdown != nil),
      ("--arrival-cv2", arrivalVariation != nil), ("--service-cv2", serviceVariation != nil),
      ("--approximation", approximation != nil), ("--target", target != nil),
      ("--service-level", serviceLevel != "offered"), ("--threshold", threshold != nil),
      ("--max-asa", maximumASA != nil), ("--max-abandonment", maximumAbandonment != nil),
      ("--immediate-answer", immediateAnswer != nil), ("--max-occupancy", maximumOccupancy != nil),
      ("--max-blocking", maximumBlocking != nil), ("--shrinkage", shrinkage != nil),
      ("--solve", solve != nil),
    ]
    return flags.filter(\.1).map(\.0)
  }

  /// The period in seconds.
  func period() throws -> Double { try seconds(per ?? "1h", "--per") }

  /// The case.
  ///
  /// *Throws*: `CommandFailure` with status 64 for a flag that means nothing.
  func question() throws -> ErlangCase {
    var question = ErlangCase(model: try model.map { try choice($0, "--model") })
    let period = try period()
    if let contacts {
      guard contacts.isFinite, contacts >= 0 else {
        throw usage("--contacts is \(contacts)", "write a number above 0, such as --contacts 100.")
      }
      question.contactsPerHour = contacts / period * 3600
    }
    question.handleSeconds = try handleTime.map { try seconds($0, "--handle-time") }
    if let agents, !(agents >= 0 && agents <= 1e8) {
      throw usage("--agents is \(agents)", "write a number above 0.")
    }
    question.agents = agents
    question.lines = lines.map { Double($0) }
    question.redialAbandon = try share(redialAbandon, "--redial-abandon")
    question.redialBlock = try share(redialBlock, "--redial-block")
    question.maximumSessions = sessions.map { Double($0) }
    question.slowdown = slowdown
    question.arrivalVariation = arrivalVariation
    question.serviceVariation = serviceVariation
    question.approximation = try approximation.map { try choice($0, "--approximation") }
    if let patience {
      if let law = PatienceLaw(text: patience) {
        question.patience = law
      } else {
        question.patienceSeconds = try seconds(patience, "--patience")
      }
    }
    try setGoal(&question)
    if let shrinkage {
      let share = try readFlag(shrinkage, "--shrinkage", example: "30%") {
        Share(text: $0).flatMap { $0.value < 1 ? $0 : nil }
      }
      question.shrinkage = ShrinkageLedger(categories: [.init(name: "shrinkage", share: share)])
    }
    try checkSolution(&question)
    return question
  }

  private func setGoal(_ question: inout ErlangCase) throws {
    let definition: ServiceLevelDefinition = try choice(serviceLevel, "--service-level")
    let others = [
      maximumASA, maximumAbandonment, immediateAnswer, maximumOccupancy, maximumBlocking,
    ]
    question.thresholdSeconds = 20
    // An occupancy is a limit beside a target; the others are targets of their own.
    let isTargetNamed =
      maximumASA ?? maximumAbandonment ?? immediateAnswer ?? maximumBlocking != nil
    if let text = target ?? (isTargetNamed ? nil : "80/20") {
      question.set(
        try readFlag(text, "--target", example: "80/20") {
          ServiceTarget(text: $0, definition: definition)
        })
    }
    question.goal.definition = definition
    if let threshold {
      question.thresholdSeconds = try readFlag(threshold, "--threshold", example: "20s") {
        Seconds(text: $0)?.value
      }
    }
    let limits = try others.enumerated().map { index, text in
      index == 0
        ? try text.map { try seconds($0, "--max-asa") }
        : try share(text, Self.limitFlags[index])
    }
    question.goal.maximumASASeconds = limits[0] ?? question.goal.maximumASASeconds
    question.goal.maximumAbandonment = limits[1] ?? question.goal.maximumAbandonment
    question.goal.minimumImmediateAnswer = limits[2]
    question.goal.maximumOccupancy = limits[3] ?? question.goal.maximumOccupancy
    question.goal.maximumBlocking = limits[4]
  }

  private static let limitFlags = [
    "--max-asa", "--max-abandonment", "--immediate-answer", "--max-occupancy", "--max-blocking",
  ]

  private func checkSolution(_ question: inout ErlangCase) throws {
    let solution: Solution = try solve.map { try choice($0, "--solve") } ?? .agents
    let found: (flag: String, isGiven: Bool)
    var needed: [(flag: String, isGiven: Bool)] = [
      ("--contacts", contacts != nil), ("--handle-time", handleTime != nil),
    ]
    switch solution {
    case .agents: found = ("--agents", solve != nil && agents != nil)
    case .volume:
      found = needed.removeFirst()
      needed.append(("--agents", agents != nil))
    case .handleTime:
      found = needed.removeLast()
      needed.append(("--agents", agents != nil))
    }
    if let missing = needed.first(where: { !$0.isGiven }) {
      throw usage(
        "\(missing.flag) is not given",
        "add \(missing.flag)\(missing.flag == "--handle-time" ? " 3m" : " 100")\(solve == nil ? ", or --solve for what the target finds" : "")."
      )
    }
    if found.isGiven {
      throw usage(
        "\(found.flag) is given, and --solve \(solution.rawValue) would find it", "leave out one.")
    }
  }

  private func share(_ text: String?, _ flag: String) throws -> Double? {
    try text.map { try readFlag($0, flag, example: "5%") { Share(text: $0) }.value }
  }

  private func seconds(_ text: String, _ flag: String) throws -> Double {
    try readFlag(text, flag, example: "3m") {
      Seconds(text: $0).flatMap { $0.value > 0 && $0.value <= 1e9 ? $0.value : nil }
    }
  }

  private func usage(_ what: String, _ hint: String) -> CommandFailure {
    CommandFailure(.usage, "error: \(what)\nMaybe \(hint)")
  }
}

extension ErlangCaseError {
  /// The letter of a command that was given flags.
  var failure: CommandFailure {
    switch self {
    case .missing(let parameter, let model):
      return CommandFailure(
        .usage,
        "error: \(model.rawValue) needs \(parameter.flag)\nMaybe add \(parameter.flag), or another --model."
      )
    case .unusable(let parameter, let value, let expected):
      return CommandFailure(
        .usage, "error: \(parameter.flag) is \(value), expected \(expected)\n\(hint)")
    case .queueing(.outOfRange): return CommandFailure(.usage, "error: \(self)")
    default: return CommandFailure(.partial, "error: \(self)")
    }
  }
}

extension ErlangParameter {
  /// The flag that says it.
  var flag: String {
    switch self {
    case .contactsPerHour: "--contacts"
    case .handleSeconds: "--handle-time"
    case .patienceSeconds: "--patience"
    case .thresholdSeconds: "--threshold"
    case .maximumSessions: "--sessions"
    case .definition: "--service-level"
    case .targetKind: "--target"
    default: "--" + rawValue.replacing("_", with: "-")
    }
  }
}
