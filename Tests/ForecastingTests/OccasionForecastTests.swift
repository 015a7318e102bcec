import ContactCenter
import Forecasting
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Holidays and events in a forecast")
struct OccasionForecastTests {
  private func office(_ date: CivilDate, _ hour: Int) -> Double {
    (8..<18).contains(hour)
      ? 190 + (20 * SampleHistory.noise(date.daysSinceEpoch, hour)).rounded() : 0
  }

  private func intervals(
    _ history: DemandHistory, _ entries: [CalendarEntry], regions: [String: Set<String>] = [:]
  ) throws -> ([ForecastInterval], [Finding]) {
    let result = try DemandForecaster.forecast(
      history,
      ForecastRequest(
        grid: SampleHistory.grid(), calendar: BusinessCalendar(entries, regions: regions), days: 14,
        model: "smoothed-days"))
    return (try #require(result.forecast.queues.first).intervals, result.findings)
  }

  @Test("A mailing that always comes on Tuesday mornings moves those hours, and widens their bands")
  func partOfDay() throws {
    // Every fourth Tuesday 9 to 12 half as much again; the next one is the second Tuesday ahead.
    let first = SampleHistory.monday.advanced(by: 1)
    func isMailing(_ date: CivilDate) -> Bool { date.days(since: first) % 28 == 0 }
    let history = SampleHistory.hourly(days: 161) { date, hour in
      office(date, hour) * (isMailing(date) && (9..<12).contains(hour) ? 1.5 : 1)
    }
    let mailing = CalendarEntry(
      date: first, name: "Mailing", kind: .event, startMinute: 540, endMinute: 720,
      repeats: CalendarRule(.weeks(4)))
    let (said, _) = try intervals(history, [mailing])
    let found = (0..<14).first { isMailing(SampleHistory.monday.advanced(by: 161 + $0)) }
    let tuesday = try #require(found)
    let inside = said[tuesday * 24 + 10]
    let outside = said[tuesday * 24 + 14]
    // Seen six times: (1.5)^(6/7) = 1.416; 600 contacts in a window make the doubt 1.03.
    #expect(abs(inside.offered / outside.offered - 1.416) < 0.04)
    func band(_ interval: ForecastInterval) -> Double {
      (interval.quantiles[9] - interval.quantiles[1]) / interval.offered
    }
    #expect(band(inside) > 1.1 * band(outside))
    #expect(inside.quantiles == inside.quantiles.sorted())
  }

  @Test("Another region's holiday does not concern the queue")
  func regions() throws {
    let history = SampleHistory.hourly(days: 91, offered: office)
    let entry = CalendarEntry(
      date: SampleHistory.monday.advanced(by: 92), name: "Corpus Christi", kind: .closed,
      region: "south")
    #expect(try intervals(history, [entry]).0[24 + 10].offered > 0)
    #expect(try intervals(history, [entry], regions: ["sales": ["north"]]).0[34].offered > 0)
    #expect(try intervals(history, [entry], regions: ["sales": ["south"]]).0[34].offered == 0)
  }

  @Test("A moving holiday is learned from its past dates")
  func moving() throws {
    // Mondays after the first Sunday of a month: 40 % of the usual contacts. Seen twice, and leaning on itself as the
    // group of all holidays: 0.4^0.89 = 0.44.
    let rule = try #require(CalendarRule(text: "1 day after 1st sunday of january"))
    let date = SampleHistory.monday.advanced(by: 7)
    #expect(rule.date(in: 2024, anchor: date) == date)
    let entries = [
      CalendarEntry(date: date, name: "Inventory", kind: .holiday, repeats: rule),
      CalendarEntry(
        date: SampleHistory.monday.advanced(by: 35), name: "Inventory", kind: .holiday,
        repeats: CalendarRule(text: "1 day after 1st sunday of february")),
      CalendarEntry(
        date: SampleHistory.monday.advanced(by: 98), name: "Inventory", kind: .holiday,
        repeats: CalendarRule(text: "1 day after 1st sunday of april")),
    ]
    let history = SampleHistory.hourly(days: 91) { date, hour in
      office(date, hour) * ([7, 35].contains(date.days(since: SampleHistory.monday)) ? 0.4 : 1)
    }
    let (said, _) = try intervals(history, entries)
    let ratio = said[7 * 24 + 10].offered / said[10].offered
    #expect(ratio > 0.41 && ratio < 0.47)
  }

  @Test("An event never seen, and a rule that begins after the history, are told")
  func unseen() throws {
    let ahead = SampleHistory.monday.advanced(by: 95)
    let (_, findings) = try intervals(
      SampleHistory.hourly(days: 91, offered: office),
      [
        CalendarEntry(date: ahead, name: "Launch", kind: .event),
        CalendarEntry(date: ahead, name: "Founding day", kind: .holiday, repeats: .yearly),
      ])
    #expect(
      findings.map(\.code).filter { $0.contains("event") || $0.contains("calendar") }.sorted() == [
        "forecast.calendar-begins-late", "forecast.event-unseen",
      ])
  }
}
