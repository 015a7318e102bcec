import ContactCenter
import Testing

@testable import Forecasting

@Suite struct RegressorTableTests {
  private let start = SampleHistory.monday

  private func table(
    _ values: [(String, Int, Double)], firstDay: Int = 90, end: Int = 118
  ) -> (RegressorTable, [Finding]) {
    var findings: [Finding] = []
    let table = RegressorTable(
      values.map { RegressorValue(name: $0.0, date: start.advanced(by: $0.1), value: $0.2) },
      from: start, firstDay: start.advanced(by: firstDay), end: start.advanced(by: end),
      findings: &findings)
    return (table, findings)
  }

  @Test("A value holds until the next date of its name")
  func steps() {
    let weekly = (0..<17).map { ("orders", 7 * $0, Double($0)) }
    let (table, findings) = table(weekly)
    #expect(findings.isEmpty)
    #expect(table.values(on: start.advanced(by: 13)) == [1])
    #expect(table.values(on: start.advanced(by: 14)) == [2])
    #expect(table.values(on: start.advanced(by: 118)) == [16])
  }

  @Test("The first day without a value is named, monthly values hold for their month")
  func missing() {
    let daily = (0..<100).map { ("customers", $0, 1000 + Double($0)) }
    let (table, findings) = table(daily)
    #expect(findings.map(\.code) == ["forecast.regressor-missing"])
    #expect(findings.first?.message.contains("no value from 2024-04-10 on") == true)
    #expect(table.values(on: start.advanced(by: 117)) == [1099])
    // January, February, March of a leap year: the last holds through 31 March.
    let monthly = [("m", 0, 1.0), ("m", 31, 2), ("m", 60, 3)]
    let (_, told) = self.table(monthly, firstDay: 85, end: 95)
    #expect(told.first?.message.contains("no value from 2024-04-01 on") == true)
    #expect(self.table(monthly, firstDay: 80, end: 91).1.isEmpty)
  }

  @Test("A name that starts late is told, one that explains nothing is left out")
  func useless() {
    let (table, findings) = table(
      [
        ("late", 40, 1), ("late", 50, 2), ("late", 110, 3), ("once", 0, 5), ("future", 100, 1),
        ("future", 101, 2), ("nan", 0, .nan),
      ])
    #expect(table.names == ["late"])
    #expect(table.values(on: start) == [1])
    #expect(
      findings.map(\.code) == [
        "forecast.regressor-unused", "forecast.regressor-begins-late", "forecast.regressor-unused",
      ])
  }
}
