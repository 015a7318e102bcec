import ContactCenter
import Planning
import Simulation
import Staffing
import Tables

/// Service level under every definition in use, so that one can be held against another tool's.
enum DefinitionsTable {
  /// The rows that are shown: those in which something was counted.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(
    _ levels: [ServiceLevelEstimate], plan: Plan
  ) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: [
        "level", "name", "definition", "threshold_seconds", "service_level", "service_level_error",
      ], style: .standard)
    for level in levels {
      table.text(level.level.rawValue)
      table.text(level.name)
      table.text(level.definition.rawValue)
      try table.number(threshold(level, plan), decimals: RecordDecimals.seconds)
      try table.number(level.share, decimals: RecordDecimals.shares)
      try table.number(level.halfWidth, decimals: RecordDecimals.shares)
      table.endRow()
    }
    return table.bytes
  }

  /// The same for people; `*` marks the definition that the plan names.
  static func text(_ levels: [ServiceLevelEstimate], plan: Plan) -> String {
    var table = TextTable(["what", "definition", "within", "service level"])
    for level in levels {
      let own = level.level == .queue ? plan.queue(named: level.name)?.target.definition : nil
      table.add([
        "\(level.level.rawValue) \(level.name)",
        level.definition.rawValue + (own == level.definition ? " *" : ""),
        threshold(level, plan).map { Seconds($0).text } ?? "each its own",
        NumberText.percent(level.share, within: level.halfWidth),
      ])
    }
    return table.text
  }

  /// The queue's threshold; of several queues the one they share.
  private static func threshold(_ level: ServiceLevelEstimate, _ plan: Plan) -> Double? {
    let queues = plan.queues.filter {
      switch level.level {
      case .queue: $0.name == level.name
      case .channel: $0.channel.name == level.name
      default: true
      }
    }
    let thresholds = Set(queues.map(\.target.threshold.value))
    return thresholds.count == 1 ? thresholds.first : nil
  }
}

extension DefinitionsTable {
  /// A requirement under every definition.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(_ rows: [DefinitionComparison]) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: [
        "queue", "definition", "threshold_seconds", "service_level", "peak_agents", "agent_hours",
      ], style: .standard)
    for row in rows {
      table.text(row.queue)
      table.text(row.definition.rawValue)
      try table.number(row.thresholdSeconds, decimals: RecordDecimals.seconds)
      try table.number(row.serviceLevel, decimals: RecordDecimals.shares)
      table.integer(row.peakAgents)
      try table.number(row.agentHours, decimals: RecordDecimals.agents)
      table.endRow()
    }
    return table.bytes
  }

  /// The same for people; `*` marks the definition that the plan names.
  static func text(_ rows: [DefinitionComparison]) -> String {
    var table = TextTable([
      "queue", "definition", "within", "service level", "peak agents", "agent-hours",
    ])
    for row in rows {
      table.add([
        row.queue, row.definition.rawValue + (row.isOwn ? " *" : ""),
        Seconds(row.thresholdSeconds).text, NumberText.percent(row.serviceLevel),
        "\(row.peakAgents)", NumberText.fixed(row.agentHours, 1),
      ])
    }
    return table.text
      + "\n\nservice level: of the requirement's agents; agents: what the target asks for when counted so"
  }
}
