import ContactCenter
import Testing

@Suite struct TimeGridTests {
  static func grid(_ zone: String, _ length: IntervalLength) throws -> TimeGrid {
    TimeGrid(zone: try ZoneRules.named(zone), length: length)
  }

  static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }

  @Test(
    "A day of a zone with daylight saving has 92, 96 or 100 quarter-hours",
    arguments: [("2026-03-08", 92), ("2026-03-09", 96), ("2026-11-01", 100)])
  func quarterHours(day: String, count: Int) throws {
    let grid = try Self.grid("America/Chicago", .fifteenMinutes)
    #expect(grid.intervals(on: try Self.date(day)).count == count)
  }

  @Test(
    "Intervals of a day are half-open, without a hole, of nominal length where the shift is a multiple",
    arguments: IntervalLength.allCases)
  func partition(length: IntervalLength) throws {
    let grid = try Self.grid("Europe/London", length)
    for day in ["2026-03-29", "2026-10-25", "2026-06-01"] {
      let date = try Self.date(day)
      let intervals = grid.intervals(on: date)
      #expect(intervals.first?.start == grid.zone.startOfDay(date))
      #expect(intervals.last?.end == grid.zone.startOfDay(date.advanced(by: 1)))
      for (a, b) in zip(intervals, intervals.dropFirst()) { #expect(a.end == b.start) }
      #expect(intervals.allSatisfy { $0.seconds == length.seconds })
    }
  }

  @Test(
    "Every instant lies in the interval that the day's list names",
    arguments: [
      "America/Chicago", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca",
      "Pacific/Apia", "America/St_Johns", "America/Santiago",
    ])
  func containing(zone: String) throws {
    for length in [IntervalLength.fifteenMinutes, .thirtyMinutes, .sixtyMinutes] {
      let grid = try Self.grid(zone, length)
      // Days around every transition of three years, and one plain day.
      let from = Instant(secondsSinceEpoch: 1_735_689_600)
      var days: Set<CivilDate> = [try Self.date("2026-01-15")]
      for at in grid.zone.transitions where at > from && at < from.advanced(by: 3 * 31_536_000) {
        for d in -1...1 { days.insert(grid.date(of: at).advanced(by: d)) }
      }
      for day in days {
        for interval in grid.intervals(on: day) {
          for second in stride(from: 0, to: interval.seconds, by: 300) {
            #expect(grid.interval(containing: interval.start.advanced(by: second)) == interval)
          }
          #expect(grid.isBoundary(interval.start))
        }
      }
    }
  }

  @Test("On a 60-minute grid a shift of half an hour makes one interval of 30 or 90 minutes")
  func halfHourShift() throws {
    let grid = try Self.grid("Australia/Lord_Howe", .sixtyMinutes)
    let forward = grid.intervals(on: try Self.date("2026-10-04")).map { $0.seconds / 60 }
    #expect(forward.count == 24)
    #expect(forward.filter { $0 != 60 } == [30])
    let back = grid.intervals(on: try Self.date("2026-04-05")).map { $0.seconds / 60 }
    #expect(back.count == 24)
    #expect(back.filter { $0 != 60 } == [90])
  }

  @Test("On a 30-minute grid the same zone has 47 and 49 intervals of nominal length")
  func halfHourShiftOnHalfHours() throws {
    let grid = try Self.grid("Australia/Lord_Howe", .thirtyMinutes)
    let forward = grid.intervals(on: try Self.date("2026-10-04"))
    let back = grid.intervals(on: try Self.date("2026-04-05"))
    #expect(forward.count == 47)
    #expect(back.count == 49)
    #expect((forward + back).allSatisfy { $0.seconds == 1800 })
  }

  @Test("A day that the date line swallowed has no intervals")
  func missingDay() throws {
    let grid = try Self.grid("Pacific/Apia", .sixtyMinutes)
    #expect(grid.intervals(on: try Self.date("2011-12-30")).isEmpty)
    #expect(grid.intervals(on: try Self.date("2011-12-31")).count == 24)
  }
}
