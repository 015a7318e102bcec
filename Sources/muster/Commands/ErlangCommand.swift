import ArgumentParser
import ContactCenter
import Queueing
import Staffing

/// The calculator: one case from flags.
struct ErlangCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "Answers one Erlang case: agents for a target, or service of given agents.",
    discussion: """
      Erlang A where a patience is given, Erlang C elsewhere.

      Examples:
        muster erlang --contacts 100 --per 30m --handle-time 3m --patience 2m --target 80/20
        muster erlang --contacts 200 --handle-time 180s --agents 14
      """)

  @Option(help: "Contacts offered in the period.")
  var contacts: Double

  @Option(help: "The period.")
  var per = "1h"

  @Option(name: .customLong("handle-time"), help: "Mean handle time.")
  var handleTime: String

  @Option(help: "Mean patience of waiting customers. Default: nobody gives up.")
  var patience: String?

  @Option(help: "The target to reach.")
  var target = "80/20"

  @Option(name: .customLong("service-level"), help: "How service level is counted.")
  var serviceLevel = "offered"

  @Option(help: "Agents, fractions allowed; without it, the smallest number that meets the target.")
  var agents: Double?

  @Option(name: .customLong("max-occupancy"), help: "The largest occupancy of agents.")
  var maximumOccupancy: String?

  @Option(help: "Contacts that one agent takes at a time.")
  var sessions = 1

  @Option(help: "Share of scheduled time in which agents take no contacts.")
  var shrinkage: String?

  @Option(help: "erlang-a or erlang-c.")
  var method: String?

  func run() async throws {
    let answer: ErlangCase.Answer
    let question = try makeCase()
    do {
      answer = try question.answer()
    } catch {
      let isRange = if case .outOfRange = error { true } else { false }
      throw CommandFailure(isRange ? .usage : .partial, "error: \(error)")
    }
    var table = TextTable(["measure", "value", ""])
    for row in rows(question, answer) { table.add(row) }
    try Console.line(table.rows.map { aligned($0, table) }.joined(separator: "\n"))
  }

  private func makeCase() throws -> ErlangCase {
    let definition: ServiceLevelDefinition = try choice(serviceLevel, "--service-level")
    let period = try seconds(per, "--per").value
    guard contacts.isFinite, contacts > 0 else {
      throw CommandFailure(
        .usage,
        "error: --contacts is \(contacts)\nMaybe write a number above 0, such as --contacts 100.")
    }
    if let agents, !(agents > 0 && agents <= 1e8) {
      throw CommandFailure(.usage, "error: --agents is \(agents)\nMaybe write a number above 0.")
    }
    guard (1...50).contains(sessions) else {
      throw CommandFailure(.usage, "error: --sessions is \(sessions)\nMaybe a number from 1 to 50.")
    }
    var question = ErlangCase(
      contactsPerHour: contacts / period * 3600,
      handleSeconds: try seconds(handleTime, "--handle-time").value)
    question.agents = agents
    question.patienceSeconds = try patience.map { try seconds($0, "--patience").value }
    question.method = method
    question.sessions = sessions
    question.target = try readFlag(target, "--target", example: "80/20") {
      ServiceTarget(text: $0, definition: definition)
    }
    question.target.maximumOccupancy = try maximumOccupancy.map {
      try readFlag($0, "--max-occupancy", example: "88%") { Share(text: $0) }
    }
    if let shrinkage {
      let share = try readFlag(shrinkage, "--shrinkage", example: "30%") {
        Share(text: $0).flatMap { $0.value < 1 ? $0 : nil }
      }
      question.shrinkage = ShrinkageLedger(categories: [.init(name: "shrinkage", share: share)])
    }
    return question
  }

  private func seconds(_ text: String, _ flag: String) throws -> Seconds {
    try readFlag(text, flag, example: "3m") {
      Seconds(text: $0).flatMap { $0.value > 0 && $0.value <= 1e9 ? $0 : nil }
    }
  }

  private func rows(_ question: ErlangCase, _ answer: ErlangCase.Answer) -> [[String]] {
    let m = answer.measures
    var rows = [
      ["load", NumberText.fixed(m.loadErlangs, 4), "erlangs"],
      [
        "agents", NumberText.fixed(answer.agents, answer.agents == answer.agents.rounded() ? 0 : 4),
        answer.method,
      ],
    ]
    if let exact = answer.agentsExact {
      rows.append([
        "agents, exact", NumberText.fixed(exact, 4), "meets the target to the last digit",
      ])
    }
    if let scheduled = answer.scheduledAgents, shrinkage != nil {
      rows.append(["to schedule", NumberText.fixed(scheduled, 2), "agents / (1 - shrinkage)"])
    }
    let verdict = answer.isTargetMet ? "meets" : "misses"
    rows += [
      [
        "service level", NumberText.percent(answer.serviceLevel, 2),
        "\(question.target.definition.rawValue), \(verdict) \(question.target.text)",
      ],
      ["waits", NumberText.percent(m.waitProbability, 2), "of contacts"],
      [
        "average speed of answer", NumberText.fixed(m.meanWaitAnsweredSeconds, 2),
        "seconds, answered contacts",
      ],
      ["average wait", NumberText.fixed(m.meanWaitSeconds, 2), "seconds, all contacts"],
      ["abandoned", NumberText.percent(m.abandonment, 2), "of contacts"],
      ["occupancy", NumberText.percent(m.occupancy, 2), ""],
      ["queue", NumberText.fixed(m.queueLength, 3), "contacts waiting on average"],
    ]
    return rows
  }

  private func aligned(_ row: [String], _ table: TextTable) -> String {
    let widths = [0, 1].map { column in table.rows.map { $0[column].count }.max() ?? 0 }
    let name = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
    let value = String(repeating: " ", count: widths[1] - row[1].count) + row[1]
    return row[2].isEmpty ? "\(name)  \(value)" : "\(name)  \(value)  \(row[2])"
  }
}
