public import ContactCenter
public import Staffing

/// What records of the past tell about customers and work, as a plan would say it.
public enum FitStage {
  /// Fits contact records, queue by queue.
  ///
  /// - Parameters:
  ///   - contacts: the records.
  ///   - grid: the wall clock, and the intervals over which arrivals are counted.
  ///   - calendar: its days are left out of busyness.
  ///   - options: windows and confidence.
  public static func run(
    contacts: [ContactRecord], grid: TimeGrid, calendar: BusinessCalendar = BusinessCalendar(),
    options: FitOptions = FitOptions()
  ) -> [QueueFit] {
    var dates: [String: Set<CivilDate>] = [:]
    for contact in contacts {
      dates[contact.queue, default: []].insert(grid.date(of: contact.timestamp))
    }
    var options = options
    options.unusualDays = unusual(dates, calendar)
    return ContactFit.run(contacts, grid: grid, options: options)
  }

  /// Fits interval records, queue by queue.
  public static func run(
    history: DemandHistory, zone: ZoneRules, calendar: BusinessCalendar = BusinessCalendar(),
    options: FitOptions = FitOptions()
  ) -> [QueueFit] {
    let grid = TimeGrid(zone: zone, length: history.length)
    var dates: [String: Set<CivilDate>] = [:]
    for queue in history.queues {
      dates[queue.queue] = Set(queue.starts.map(grid.date(of:)))
    }
    var options = options
    options.unusualDays = unusual(dates, calendar)
    return HistoryFit.run(history, zone: zone, options: options)
  }

  /// A history without redials, by the plan's redial attributes or one for all queues.
  ///
  /// *Throws*: `PlanError` where nothing says who redials.
  public static func deinflate(
    history: DemandHistory, plan: Plan?, redial: Redial? = nil
  ) throws(PlanError) -> RedialDeflation.Result {
    var redials: [String: Redial] = [:]
    for queue in history.queues {
      redials[queue.queue] = redial ?? plan?.queue(named: queue.queue)?.behavior.redial
    }
    guard !redials.isEmpty else {
      throw PlanError(
        "nothing says who redials",
        hint: "Maybe --redial-abandon 40% --redial-delay 10m, or redial in the plan's queues.")
    }
    return RedialDeflation.run(history, redials: redials)
  }

  private static func unusual(
    _ dates: [String: Set<CivilDate>], _ calendar: BusinessCalendar
  ) -> [String: Set<CivilDate>] {
    guard !calendar.entries.isEmpty else { return [:] }
    var result: [String: Set<CivilDate>] = [:]
    for (queue, days) in dates {
      result[queue] = days.filter { !calendar.entries(on: $0, queue: queue).isEmpty }
    }
    return result
  }
}
