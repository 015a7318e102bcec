import Foundation
import Testing

/// What the guide `AuditAnyRoster` shows is what the golden cases hold.
@Suite struct AuditGuideTests {
  private static func text(_ path: String) -> String {
    let file = Binary.checkout.appendingPathComponent(path)
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  private static let guide = text("Sources/muster/muster.docc/Guides/AuditAnyRoster.md")
    .components(separatedBy: "\n")

  @Test("Every line of files and tables in the guide stands in a golden case")
  func lines() {
    let cases = "Tests/musterTests/Golden/"
    let known = Set(
      ["audit-elsewhere/stdout", "audit-elsewhere/theirs.csv", "audit-cover/stdout"].flatMap {
        Self.text(cases + $0).components(separatedBy: "\n")
      })
    let shown = Self.guide.filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
      .filter { !$0.hasPrefix("muster ") && !$0.hasPrefix("  --map") }
    #expect(shown.count > 30)
    for line in shown { #expect(known.contains(line), "\(line)") }
  }

  @Test("The command of the guide is the one of its golden case")
  func command() {
    let wanted = Self.text("Tests/musterTests/Golden/audit-elsewhere/cmd")
    let joined = Self.guide.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    #expect(joined.contains(wanted.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
