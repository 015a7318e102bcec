import ContactCenter
import Foundation
import Testing

@testable import Records

/// What the guide `NameHolidays` shows is what the readers read.
@Suite struct HolidaysGuideTests {
  private static let guide: String = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/muster/muster.docc/Guides/NameHolidays.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// The indented block that begins with a header.
  private func block(_ header: String) -> String {
    var lines: [String] = []
    for line in Self.guide.components(separatedBy: "\n") {
      if line.hasPrefix("    \(header)") { lines = [] }
      if line.hasPrefix("    ") {
        lines.append(String(line.dropFirst(4)))
      } else if lines.first?.hasPrefix(header) == true {
        break
      } else {
        lines = []
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("The calendar and the drivers of the guide are read")
  func files() throws {
    #expect(try read(CalendarRecord.self, block("date,name,kind")).value.entries.count == 5)
    #expect(try read(RegressorsRecord.self, block("name,date,value")).value.count == 2)
  }

  @Test("Every rule of the guide's table is a rule")
  func rules() {
    let rows = Self.guide.components(separatedBy: "\n").filter {
      $0.hasPrefix("| `") && !$0.contains("repeats")
    }
    let rules = rows.flatMap { row in
      row.components(separatedBy: "|")[1].components(separatedBy: "`").enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element)
    }
    #expect(rules.count > 10)
    for rule in rules { #expect(CalendarRule(text: rule) != nil, "\(rule)") }
  }
}
