import Foundation
import Planning
import Testing

/// The guide `DescribeBehavior` shows an example of every behavior; what it shows is what the reader reads.
@Suite struct BehaviorGuideTests {
  /// The examples of the tables with the key that each begins with.
  private static let examples: [(key: String, text: String)] = {
    let guide = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/muster/muster.docc/Guides/DescribeBehavior.md")
    let text = (try? String(contentsOf: guide, encoding: .utf8)) ?? ""
    var result: [(String, String)] = []
    for line in text.split(separator: "\n") where line.hasPrefix("|") {
      guard let last = line.split(separator: "|").last else { continue }
      for (index, part) in last.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      where index % 2 == 1 {
        if let colon = part.firstIndex(of: ":") {
          result.append((String(part[..<colon]), String(part)))
        }
      }
    }
    return result
  }()

  private static func keys(_ path: String) -> [String] {
    PlanKeyCatalog.sections.first { $0.path == path }?.keys.map(\.name) ?? []
  }

  @Test("Every example of the guide is read")
  func read() {
    #expect(Self.examples.count > 35)
    for (key, text) in Self.examples {
      let isOfQueue = Self.keys("queues.*").contains(key)
      let isOfGroup = !isOfQueue && Self.keys("groups.*").contains(key)
      let isOfPlan = !isOfQueue && !isOfGroup
      let plan = """
        timezone: UTC
        queues:
          support: { patience: 2m, open: "08:00-18:00"\(isOfQueue ? ", \(text)" : "") }
          sales: {}
        groups:
          sales-team: { queues: [sales, support]\(isOfGroup ? ", \(text)" : "") }
          everyone: { queues: [sales, support] }
        \(isOfPlan ? text : "")
        """
      #expect(letter(plan) == nil, "\(text)")
    }
  }

  @Test("Every behavior that the catalog knows has an example")
  func complete() {
    let plain = [
      "channel", "open", "handle_time", "handle_time_cv", "patience", "target", "service_level",
      "target_over", "max_asa", "max_abandonment", "max_occupancy", "priority", "minimum_agents",
      "maximum_agents", "queues",
    ]
    let shown = Set(Self.examples.map(\.key))
    for key in Self.keys("queues.*") + Self.keys("groups.*") + ["attendance", "ramp_up"]
    where !plain.contains(key) {
      #expect(shown.contains(key), "\(key)")
    }
  }
}
