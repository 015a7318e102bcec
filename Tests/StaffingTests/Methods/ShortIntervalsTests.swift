import ContactCenter
import Testing

@testable import Staffing

@Suite("Where interval-by-interval Erlang would have understaffed")
struct ShortIntervalsTests {
  @Test("the finding names the first such interval, their number and the worst")
  func named() throws {
    let day = try SinusoidDay("sin_long")
    let result = try Staffer.requirement(for: day.forecast, request: day.request(.mol))
    let finding = try #require(
      result.findings.first { $0.code == "staffing.interval-by-interval-short" })
    let (plain, mol) = (day.expected("sipp_avg"), day.expected("mol_avg"))
    let short = plain.indices.filter { plain[$0] < mol[$0] }
    #expect(finding.message.contains("in \(short.count) of \(plain.count) intervals"))
    let worst = try #require(
      short.max { (mol[$0] - plain[$0], $1) < (mol[$1] - plain[$1], $0) })
    #expect(finding.message.contains("\(plain[worst]) in place of \(mol[worst])"))
    let minutes = try #require(short.first) * 30
    #expect(
      finding.place == "day 1970-01-01T0\(minutes / 60):\(minutes % 60 == 0 ? "00" : "30"):00Z")
  }

  @Test(
    "sipp itself is compared with mol; where it was chosen for want of a difference, nothing is said"
  )
  func plain() throws {
    let day = try SinusoidDay("sin_long")
    func codes(_ method: OverTimeMethod, _ day: SinusoidDay) throws -> [String] {
      try Staffer.requirement(for: day.forecast, request: day.request(method)).findings.map(\.code)
    }
    #expect(try codes(.sipp, day) == ["staffing.interval-by-interval-short"])
    #expect(try codes(.auto, SinusoidDay("sin_short")) == ["staffing.over-time"])
  }
}
