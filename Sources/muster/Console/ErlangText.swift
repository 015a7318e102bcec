import ContactCenter
import Queueing
import Staffing
import Tables

/// The answer to one case: a page for people, and the row a table of cases would have.
enum ErlangText {
  /// The case and its answer as a table of one row, with the columns of a table of cases.
  static func row(
    _ question: ErlangCase, _ answer: ErlangAnswer, _ writer: AnswerWriter
  ) -> [UInt8] {
    var cells: [(name: String, value: String)] = []
    func add(_ parameter: ErlangParameter, _ value: Double?, _ decimals: Int) {
      guard let value else { return }
      var bytes: [UInt8] = []
      writer.append(value, decimals: decimals, to: &bytes)
      cells.append((parameter.rawValue, String(decoding: bytes, as: UTF8.self)))
    }
    cells.append((ErlangParameter.model.rawValue, answer.model.rawValue))
    add(.contactsPerHour, answer.contactsPerHour, RecordDecimals.contacts)
    add(.handleSeconds, answer.handleSeconds, RecordDecimals.seconds)
    add(.agents, answer.agents, RecordDecimals.agents)
    add(.lines, question.lines, 0)
    add(.patienceSeconds, question.patienceSeconds, RecordDecimals.seconds)
    if let patience = question.patience {
      cells.append((ErlangParameter.patience.rawValue, patience.text))
    }
    add(.thresholdSeconds, question.thresholdSeconds, RecordDecimals.seconds)
    add(.redialAbandon, question.redialAbandon, RecordDecimals.shares)
    add(.redialBlock, question.redialBlock, RecordDecimals.shares)
    add(.maximumSessions, question.maximumSessions, 0)
    add(.slowdown, question.slowdown, RecordDecimals.values)
    add(.arrivalVariation, question.arrivalVariation, RecordDecimals.values)
    add(.serviceVariation, question.serviceVariation, RecordDecimals.values)
    if let approximation = question.approximation {
      cells.append((ErlangParameter.approximation.rawValue, approximation.rawValue))
    }
    let header =
      cells.map(\.name) + ErlangMeasure.allCases.map(\.rawValue) + ["status"]
    var bytes = Array((header.joined(separator: ",") + "\n").utf8)
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      CSVCell.append(cell.value, to: &bytes)
    }
    writer.append(answer, to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  /// What a person at a terminal sees.
  static func page(
    _ question: ErlangCase, _ answer: ErlangAnswer, period: Double, flags: ErlangFlags
  ) -> String {
    let m = answer.measures
    var rows: [[String]] = []
    switch answer.found {
    case .contactsPerHour:
      rows.append([
        "largest volume", NumberText.fixed(answer.contactsPerHour * period / 3600, 2),
        "contacts in \(Seconds(period).text)",
      ])
    case .handleSeconds:
      rows.append([
        "longest handle time", NumberText.fixed(answer.handleSeconds, 2), "seconds",
      ])
    default: break
    }
    rows.append(["load", NumberText.fixed(m.loadErlangs, 4), "erlangs"])
    rows.append([
      "agents", NumberText.fixed(answer.agents, answer.agents == answer.agents.rounded() ? 0 : 4),
      answer.method,
    ])
    if let exact = answer.agentsExact {
      rows.append([
        "agents, exact", NumberText.fixed(exact, 4), "meets the target to the last digit",
      ])
    }
    if let scheduled = answer.scheduledAgents, flags.shrinkage != nil {
      rows.append(["to schedule", NumberText.fixed(scheduled, 2), "agents / (1 - shrinkage)"])
    }
    rows += service(question, answer)
    return aligned(rows)
  }

  private static func service(_ question: ErlangCase, _ answer: ErlangAnswer) -> [[String]] {
    let m = answer.measures
    let goal = question.goal.words(threshold: question.thresholdSeconds ?? 0)
    let verdict = goal.isEmpty ? "" : (answer.isGoalMet ? ", meets " : ", misses ") + goal
    var rows: [[String]] = []
    if answer[.serviceLevelOffered] != nil {
      rows.append([
        "service level", NumberText.percent(answer.serviceLevel, 2),
        "\(answer.definition.rawValue)\(verdict)",
      ])
    }
    if answer[.waitProbability] != nil {
      rows.append(["waits", NumberText.percent(m.waitProbability, 2), "of contacts"])
    }
    if m.blocking > 0 {
      rows.append(["finds no line", NumberText.percent(m.blocking, 2), "of contacts"])
    }
    rows += [
      [
        "average speed of answer", NumberText.fixed(m.meanWaitAnsweredSeconds, 2),
        "seconds, answered contacts",
      ],
      ["average wait", NumberText.fixed(m.meanWaitSeconds, 2), "seconds, all contacts"],
      ["abandoned", NumberText.percent(m.abandonment, 2), "of contacts"],
      ["occupancy", NumberText.percent(m.occupancy, 2), ""],
      ["queue", NumberText.fixed(m.queueLength, 3), "contacts waiting on average"],
    ]
    if m.attemptsPerContact > 1 {
      rows.append(["attempts", NumberText.fixed(m.attemptsPerContact, 4), "per contact"])
    }
    if let sessions = answer.sessionsPerAgent {
      rows.append(["sessions", NumberText.fixed(sessions, 3), "open per agent"])
    }
    return rows
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = [0, 1].map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let name = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
      let value = String(repeating: " ", count: widths[1] - row[1].count) + row[1]
      return row[2].isEmpty ? "\(name)  \(value)" : "\(name)  \(value)  \(row[2])"
    }.joined(separator: "\n")
  }

  /// A case under every definition as CSV.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(_ definitions: [ErlangDefinition]) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: ["definition", "threshold_seconds", "service_level", "agents"], style: .standard)
    for row in definitions {
      table.text(row.definition.rawValue)
      try table.number(row.thresholdSeconds, decimals: RecordDecimals.seconds)
      try table.number(row.serviceLevel, decimals: RecordDecimals.shares)
      try table.number(row.agents, decimals: RecordDecimals.agents)
      table.endRow()
    }
    return table.bytes
  }

  /// The same for people; `*` marks the definition that was asked for.
  static func table(_ definitions: [ErlangDefinition], own: ServiceLevelDefinition) -> String {
    var table = TextTable(["definition", "within", "service level", "agents for the target"])
    for row in definitions {
      table.add([
        row.definition.rawValue + (row.definition == own ? " *" : ""),
        Seconds(row.thresholdSeconds).text, NumberText.percent(row.serviceLevel, 2),
        NumberText.fixed(row.agents, 0),
      ])
    }
    return table.text
  }

  /// Whether the target is met only by how it is counted.
  static func finding(_ question: ErlangCase, _ answer: ErlangAnswer) -> Finding? {
    guard let needed = question.agentsIfOffered(answer) else { return nil }
    return Finding(
      .warning, code: "erlang.definition-met-by-abandonment",
      "fewer agents (\(NumberText.fixed(answer.agents, 0))) than erlangs: the target is met as "
        + "\"\(answer.definition.rawValue)\" because \(NumberText.percent(answer.measures.abandonment)) "
        + "of contacts give up; \"offered\" needs \(NumberText.fixed(needed, 0)) agents",
      advice: "Maybe add --max-abandonment, or --service-level offered.")
  }
}

extension ServiceGoal {
  /// The goal as people write it, such as `80%/20s, occupancy at most 85%`.
  func words(threshold: Double) -> String {
    var parts: [String] = []
    if let serviceLevel { parts.append("\(Share(serviceLevel).text)/\(Seconds(threshold).text)") }
    if let maximumASASeconds { parts.append("asa at most \(Seconds(maximumASASeconds).text)") }
    if let maximumAbandonment {
      parts.append("abandonment at most \(Share(maximumAbandonment).text)")
    }
    if let minimumImmediateAnswer {
      parts.append("answered at once at least \(Share(minimumImmediateAnswer).text)")
    }
    if let maximumOccupancy { parts.append("occupancy at most \(Share(maximumOccupancy).text)") }
    if let maximumBlocking { parts.append("blocking at most \(Share(maximumBlocking).text)") }
    return parts.joined(separator: ", ")
  }
}
