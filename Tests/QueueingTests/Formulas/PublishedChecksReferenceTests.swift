import ContactCenter
import Foundation
import Queueing
import Testing

@Suite("Numbers that others have published")
struct PublishedChecksReferenceTests {
  private struct Line {
    var source: String
    var quantity: String
    var published: String
    var ours: String
    var verdict: String
  }

  /// The lines of the table that name a quantity and two numbers; cells may be quoted.
  private func lines() throws -> [Line] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("../Data/published_checks.csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst(2).compactMap { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      guard cells.count == 6, Double(cells[4]) != nil else { return nil }
      return Line(
        source: cells[0], quantity: cells[2], published: cells[3], ours: cells[4],
        verdict: cells[5])
    }
  }

  /// Our own value of a line, from the parameters in its source.
  private func value(_ line: Line) throws -> Double? {
    let contacts = try Traffic(
      contacts: 100, inSeconds: 1800, meanHandleSeconds: 180, meanPatienceSeconds: 300)
    if line.source.contains("test_erlang.py") {
      let agents = line.quantity.hasSuffix("n=15") ? 15.0 : 14
      return pick(
        line.quantity, try ErlangC.measures(of: contacts, agents: agents, threshold: 0.33 * 60))
    }
    if line.source.contains("test_abandonment.py") || line.source.contains("guide/erlanga") {
      let agents = line.source.contains("n=13") ? 13.0 : 14
      return pick(
        line.quantity, try ErlangA.measures(of: contacts, agents: agents, threshold: 20))
    }
    if line.source.contains("48 calls/min") { return try palm(line.quantity) }
    switch line.quantity {
    case "lines 10 erl 1%": return try Double(ErlangB.agents(loadErlangs: 10, blockingAtMost: 0.01))
    case "lines 100 erl 1%":
      return try Double(ErlangB.agents(loadErlangs: 100, blockingAtMost: 0.01))
    case "load N=10": return try ErlangB.load(agents: 10, blockingAtMost: 0.01)
    case "load N=20": return try ErlangB.load(agents: 20, blockingAtMost: 0.01)
    case "load N=100": return try ErlangB.load(agents: 100, blockingAtMost: 0.01)
    case "smallest n with SL>=0.8 at T=20":
      var search = AgentSearch(ErlangC.self)
      return try Double(
        search.agents(for: contacts, goal: ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)))
    default: return nil
    }
  }

  private func pick(_ quantity: String, _ m: ServiceMeasures) -> Double? {
    if quantity.hasPrefix("SL") { return m.serviceLevel(.offered) }
    if quantity.hasPrefix("P(wait)") { return m.waitProbability }
    if quantity.hasPrefix("occupancy") { return m.occupancy }
    if quantity.hasPrefix("P(abandon)") { return m.abandonment }
    return quantity.hasPrefix("ASA") ? m.meanWaitSeconds / 60 : nil
  }

  private func palm(_ quantity: String) throws -> Double? {
    let traffic = try Traffic(
      contacts: 48, inSeconds: 60, meanHandleSeconds: 60, meanPatienceSeconds: 120)
    let c = try ErlangC.measures(of: traffic, agents: 50, threshold: 20)
    let a = try ErlangA.measures(of: traffic, agents: 50, threshold: 20)
    /// The time that a tenth of all contacts wait longer than.
    func ninth(_ beyond: (Double) throws -> Double) rethrows -> Double {
      var (low, high) = (0.0, 1000.0)
      for _ in 0..<80 {
        let middle = (low + high) / 2
        if try beyond(middle) > 0.1 { low = middle } else { high = middle }
      }
      return low
    }
    switch quantity {
    case "Erlang A fraction abandoning %": return 100 * a.abandonment
    case "Erlang A avg wait s": return a.meanWaitSeconds
    case "Erlang C avg wait s": return c.meanWaitSeconds
    case "Erlang C utilisation %": return 100 * c.occupancy
    case "Erlang A utilisation %": return 100 * a.occupancy
    case "Erlang C mean queue": return c.queueLength
    case "Erlang A mean queue": return a.queueLength
    case "Erlang C 90th percentile wait s":
      return try ninth {
        try ErlangC.measures(of: traffic, agents: 50, threshold: $0).longWaitProbability
      }
    case "Erlang A 90th percentile of W s":
      return try ninth {
        try ErlangA.measures(of: traffic, agents: 50, threshold: $0).longWaitProbability
          * exp(-$0 / 120)
      }
    default: return nil
    }
  }

  @Test(
    "every number that can be checked is met, and agrees with the printed one where the verdict says so"
  )
  func table() throws {
    let lines = try lines()
    #expect(lines.count == 30)
    for line in lines {
      let reference = try #require(Double(line.ours))
      let value = try #require(try value(line), "\(line.source): \(line.quantity)")
      // The table is written with ten significant digits.
      #expect(
        abs(value - reference) <= 6e-10 * max(1, abs(reference)),
        "\(line.quantity): \(value), reference \(reference)")
      let published = try #require(Double(line.published))
      let decimals = line.published.split(separator: ".").dropFirst().first?.count ?? 0
      let unit = pow(10, -Double(decimals))
      if line.verdict == "match" {
        #expect(abs(value - published) <= 0.5001 * unit, "\(line.quantity): \(value)")
      } else if line.verdict == "DIFFERS" {
        #expect(abs(value - published) > 0.5 * unit)
      }
    }
  }
}
