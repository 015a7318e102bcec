internal import ContactCenter

extension RosterUnderAudit {
  /// The days that are judged, by an agent's own calendar.
  public func period(of agent: String) -> RosterPeriod {
    RosterPeriod(
      firstDate: dates.lowerBound, days: dates.upperBound.days(since: dates.lowerBound),
      knownDaysBefore: knownDaysBefore, zone: zones.zone(of: agent), weekend: rules.weekend)
  }

  /// A shift as rules about an agent's days see it.
  public func lineShift(_ shift: Shift) -> WorkLine.Shift {
    let start = zones.zone(of: shift.agent).local(shift.stretch.start).minuteOfDay
    return WorkLine.Shift(
      day: shift.date.days(since: dates.lowerBound), start: shift.stretch.start,
      end: shift.stretch.end, startMinute: start, paidMinutes: paidMinutes(of: shift),
      type: rules.type(startMinute: start, length: shift.minutes)?.name,
      isNight: rules.isNight(startMinute: start, length: shift.minutes))
  }

  /// What every agent works, and what they worked before: known agents without any shift included.
  public var lines: [(agent: String, line: WorkLine)] {
    let own = Dictionary(grouping: history + shifts, by: \.agent)
    return Set(own.keys).union(agents.keys).sorted().map { agent in
      (agent, WorkLine((own[agent] ?? []).map(lineShift)))
    }
  }

  /// The rules of every contract, ready to be applied; a contract whose terms make no sense has a problem instead.
  static func compiled(
    _ contracts: [String: Contract]
  ) -> (rules: [String: [PricedRule]], problems: [String: String]) {
    var rules: [String: [PricedRule]] = [:]
    var problems: [String: String] = [:]
    for (name, contract) in contracts {
      do throws(RuleTermsError) {
        rules[name] = try ContractRules.rules(of: contract)
      } catch {
        problems[name] = error.description
      }
    }
    return (rules, problems)
  }
}
