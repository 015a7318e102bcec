import ContactCenter
import Foundation
import Planning
import Scheduling
import Testing

/// The guide `WriteContractRules` shows an example of every rule; what it shows is what the reader reads.
@Suite struct RulesGuideTests {
  private static let guide: String = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/muster/muster.docc/Guides/WriteContractRules.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// Each row of a table: the rule it is about, and its example.
  private static let rows: [(rule: String, example: String)] = {
    var rows: [(String, String)] = []
    for line in guide.split(separator: "\n") where line.hasPrefix("| `") {
      let code = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      if let first = code.first, let last = code.last { rows.append((first, last)) }
    }
    return rows
  }()

  /// The first plan of the guide, with other rules where some are given.
  private static func plan(rule: String? = nil) throws -> Plan {
    let parts = guide.components(separatedBy: "```")
    let yaml = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    var lines = yaml.split(separator: "\n").map(String.init)
    if let rule {
      lines.removeAll { $0.contains("- { rule:") }
      lines.append("      - \(rule)")
    }
    return try PlanReader.read(
      "timezone: UTC\nqueues: { a: {} }\n" + lines.joined(separator: "\n"), file: "guide")
  }

  @Test("The plan of the guide is read, and its contract makes rules")
  func whole() throws {
    let contract = try #require(try Self.plan().contracts.first)
    #expect(contract.rules.count == 3)
    #expect(contract.minimumHoursPerWeek == 32)
    #expect(try ContractRules.rules(of: contract).count == 6)
  }

  @Test("Every example is read and is about the rule of its row")
  func examples() throws {
    #expect(Self.rows.count >= 20)
    for (rule, example) in Self.rows {
      let terms = try Self.plan(rule: example).contracts[0].rules
      #expect(terms.map(\.rule) == [rule], "\(example)")
    }
  }

  @Test("Every rule of the catalog has a row")
  func complete() {
    #expect(Set(Self.rows.map(\.rule)) == Set(LineRuleCatalog.all.map(\.name)))
  }

  @Test("A table's unit is the unit of its rules")
  func units() throws {
    for line in Self.guide.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, let row = Self.rows.first(where: { "`\($0.rule)`" == cells[0] })
      else { continue }
      let terms = try Self.plan(rule: row.example).contracts[0].rules[0]
      let unit = try LineRuleCatalog.rule(terms).rule.unit
      #expect(unit == cells[2] || (unit == "window" && cells[2] == "week"), "\(row.rule)")
    }
  }
}
