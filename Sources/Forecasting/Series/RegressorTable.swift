internal import ContactCenter

/// What drives demand, by name and date, for any date.
///
/// A value holds until the next date of its name, so that weekly and monthly files say what they mean. The last one
/// holds as long as values of that name usually do.
struct RegressorTable: Sendable {
  /// The names, ascending.
  let names: [String]
  private let series: [Series]

  private struct Series: Sendable {
    var dates: [CivilDate]
    var values: [Double]
    /// The first date after the last value's time.
    var end: CivilDate

    /// The value that holds on a date; before the first one the first, after the end the last.
    func value(on date: CivilDate) -> Double {
      var low = 0
      var high = dates.count
      while low < high {
        let middle = (low + high) / 2
        if dates[middle] <= date { low = middle + 1 } else { high = middle }
      }
      return values[max(0, low - 1)]
    }
  }

  /// No regressors.
  static let none = RegressorTable(names: [], series: [])

  private init(names: [String], series: [Series]) {
    self.names = names
    self.series = series
  }

  /// Lays out values for a history that begins on `start` and forecast days before `end`.
  ///
  /// A name that has a single value, or none before `firstDay`, explains nothing and is left out with a finding;
  /// where the file ends before `end`, a finding names the first date without a value.
  init(
    _ values: [RegressorValue], from start: CivilDate, firstDay: CivilDate, end: CivilDate,
    findings: inout [Finding]
  ) {
    let byName = Dictionary(grouping: values.filter(\.value.isFinite), by: \.name)
    var names: [String] = []
    var series: [Series] = []
    for name in byName.keys.sorted() {
      let rows = (byName[name] ?? []).sorted { $0.date < $1.date }
      let past = Set(rows.filter { $0.date < firstDay }.map(\.value))
      guard past.count > 1 else {
        findings.append(
          Finding(
            .warning, code: "forecast.regressor-unused",
            "\(name) has \(past.isEmpty ? "no value" : "one value only") before \(firstDay.text):"
              + " nothing can be learned from it", place: name,
            advice: "Maybe add its past values to the regressors file."))
        continue
      }
      let dates = rows.map(\.date)
      let last = dates[dates.count - 1]
      let one = Series(
        dates: dates, values: rows.map(\.value), end: Self.end(of: dates, last: last))
      if one.end < end {
        findings.append(
          Finding(
            .warning, code: "forecast.regressor-missing",
            "\(name) has no value from \(max(one.end, firstDay).text) on: its last one is taken to"
              + " hold", place: name,
            advice: "Maybe add its planned values up to \(end.advanced(by: -1).text)."))
      }
      if dates[0] > start {
        findings.append(
          Finding(
            .note, code: "forecast.regressor-begins-late",
            "\(name) begins on \(dates[0].text), after the history on \(start.text): its first value"
              + " is taken to have held before", place: name,
            advice: "Maybe add its earlier values to the regressors file."))
      }
      names.append(name)
      series.append(one)
    }
    self.init(names: names, series: series)
  }

  /// The values on a date, one per name.
  func values(on date: CivilDate) -> [Double] { series.map { $0.value(on: date) } }

  /// The first date after the last value: a month where dates are months apart, else their usual distance.
  private static func end(of dates: [CivilDate], last: CivilDate) -> CivilDate {
    let gaps = zip(dates.dropFirst(), dates).map { $0.days(since: $1) }.sorted()
    let usual = gaps[gaps.count / 2]
    guard (28...31).contains(usual) else { return last.advanced(by: usual) }
    let (year, month, _) = last.parts
    return last.advanced(by: CivilDate.daysIn(month: month, year: year))
  }
}
