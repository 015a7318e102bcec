public import ContactCenter
internal import Tables

/// The people who take contacts.
///
/// ```
/// agent,group,skills,contract,site,timezone,hired,remote
/// amy,billing,billing:0.9;sales,full-time,Austin,,,
/// bob,sales,,part-time,Lisbon,Europe/Lisbon,2026-02-16,yes
/// ```
///
/// Skills stand best first, each with its proficiency unless that is 1; a `:`, `;` or `\` in a skill's name
/// is written after a `\`. No skills means all queues of the group. Agents are in order of name. `hired` is the first
/// day at work, where speed is still growing; `remote` is yes or no, and empty where the plan's share decides.
public enum AgentsRecord: RowRecord {
  /// The agents.
  public typealias Value = [Agent]
  typealias Row = Agent

  /// Name and columns.
  public static let schema = makeSchema("agents", "One agent.")

  static let fields: [RecordField<Agent>] = [
    .text("agent", \.name), .text("group", \.group), .skills("skills", \.skills),
    .text("contract", \.contract), .text("site", \.site), .text("timezone", \.timeZone),
    .optionalDate("hired", \.hired), .yesOrNo("remote", \.isRemote),
  ]

  static var blank: Agent { Agent(name: "", group: "", contract: "") }
  static func rows(of value: [Agent]) -> [Agent] { value }
  static func value(of rows: [Agent]) -> [Agent] { rows }
  static var isKeyed: Bool { true }
  static func precedes(_ one: Agent, _ other: Agent) -> Bool { one.name < other.name }
  static func name(of row: Agent, zone: ZoneRules) -> String { "agent \(row.name)" }

  static func rounded(_ row: Agent) -> Agent {
    var copy = row
    for index in copy.skills.indices {
      copy.skills[index].proficiency = roundedToDecimals(
        copy.skills[index].proficiency, RecordDecimals.values)
    }
    return copy
  }
}

extension RecordField {
  /// Skills as `billing:0.9;sales`; a file may leave the column empty but not out.
  static func skills(_ name: String, _ path: Path<[AgentSkill]>) -> Self {
    .custom(RecordColumn(name, .skills, isRequired: true)) {
      cursor, column, row throws(TableError) in
      let text = cursor.optionalText(column) ?? ""
      switch SkillsText.parse(text) {
      case .success(let skills): row[keyPath: path] = skills
      case .failure(let fault):
        throw cursor.failure(
          column, expected: "skills such as billing:0.9;sales", hint: fault.hint)
      }
    } write: { row, table, _ throws(TableError) in
      let skills = row[keyPath: path]
      if skills.isEmpty { table.empty() } else { table.text(SkillsText.text(skills)) }
    }
  }

  /// A date, or nothing.
  static func optionalDate(_ name: String, _ path: Path<CivilDate?>) -> Self {
    .custom(RecordColumn(name, .date)) { cursor, column, row throws(TableError) in
      guard let text = cursor.optionalText(column), !text.isEmpty else { return }
      row[keyPath: path] = try cursor.date(column)
    } write: { row, table, _ throws(TableError) in
      table.text(row[keyPath: path]?.text)
    }
  }

  /// `yes`, `no`, or nothing.
  static func yesOrNo(_ name: String, _ path: Path<Bool?>) -> Self {
    .custom(RecordColumn(name, .choice(["yes", "no"]))) { cursor, column, row throws(TableError) in
      switch cursor.optionalText(column)?.lowercased() {
      case "yes", "true", "1": row[keyPath: path] = true
      case "no", "false", "0": row[keyPath: path] = false
      case nil, "": row[keyPath: path] = nil
      default:
        throw cursor.failure(
          column, expected: "yes, no or nothing",
          hint: "Maybe leave it empty where it is not known.")
      }
    } write: { row, table, _ throws(TableError) in
      table.text(row[keyPath: path].map { $0 ? "yes" : "no" })
    }
  }
}
