import ContactCenter
import MathematicalProgramming

/// The state of one component's design: caps shared out, days solved, staff fixed so far.
struct DesignSearch {
  /// What the linear program of one week says.
  struct SolvedWeek: Sendable {
    /// Each day's share of each cap.
    var caps: [DesignProgram.Cap]
    /// Each day's share of each limit per week.
    var limits: [DesignProgram.Limit]
    /// What each day contributes to a promise over the week.
    var quotas: [DesignProgram.Quota]
    /// No plan of the week costs less, in paid slots.
    var bound: Double
  }

  /// What was chosen for one day.
  struct SolvedDay: Sendable {
    var day: Int
    var chosen: [Chosen] = []
    var begun: [Begun] = []
    var objective = 0.0
    var bound = 0.0
    var limit: ProgramSolution.Limit?
  }

  /// Shifts of one member, shape and start that were chosen.
  struct Chosen: Sendable {
    var member: Int
    var shape: Int
    var start: Int
    var count: Int
  }

  /// Breaks of one group, shape, day and number that begin at one slot.
  struct Begun: Sendable {
    var group: Int
    var shape: Int
    var day: Int
    var window: Int
    var slot: Int
    var count: Int
  }

  let input: DesignInput
  let options: ShiftDesignOptions
  /// The days solved so far, in the order they were taken.
  private(set) var solved: [SolvedDay] = []
  /// Sum of the bounds of the weeks, in paid slots.
  private(set) var weeklyBound = 0.0
  private var capsOfDay: [[DesignProgram.Cap]]
  private var limitsOfDay: [[DesignProgram.Limit]]
  private var quotasOfDay: [[DesignProgram.Quota]]
  private var fixedStaff: [[Int]]
  private var isSolved: [Bool]

  init(input: DesignInput, options: ShiftDesignOptions) {
    self.input = input
    self.options = options
    capsOfDay = Array(repeating: [], count: input.days)
    limitsOfDay = Array(repeating: [], count: input.days)
    quotasOfDay = Array(repeating: [], count: input.days)
    fixedStaff = Array(
      repeating: Array(repeating: 0, count: input.slots.count), count: input.groups.count)
    isSolved = Array(repeating: false, count: input.days)
  }

  /// The days of each week of the horizon.
  func weeks() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var first = 0
    while first < input.days {
      var end = first + 1
      while end < input.days, input.weekOfDay[end] == input.weekOfDay[first] { end += 1 }
      result.append(first..<end)
      first = end
    }
    return result
  }

  /// Solves a week as a linear program and shares its caps out over its days.
  func solveWeek(
    _ days: Range<Int>, library: HiGHSLibrary
  ) throws(SchedulingError) -> SolvedWeek {
    let caps = WeeklyCaps.caps(of: input, days: days)
    let limits = WeeklyLimits.limits(of: input, days: days, weekly: true)
    let quotas = input.quotas(days: days, byWeek: true)
    let design = DesignProgram(
      input,
      scope: scope(
        days: days, integerDays: days.lowerBound..<days.lowerBound, caps: caps, limits: limits,
        quotas: quotas))
    let outcome = try DayDescent.solve(
      design.program, options: DayDescent.linearOptions(for: design.program), library: library)
    var parts: [DesignProgram.Cap] = []
    for cap in caps {
      var shifts = [Double](repeating: 0, count: cap.days.count)
      var paid = shifts
      for shift in design.shifts where shift.member == cap.member {
        let value = max(0, outcome.solution?[shift.column] ?? 0)
        let index = input.slots.dayOfSlot[shift.start] - days.lowerBound
        shifts[index] += value
        paid[index] += value * Double(input.shapes[shift.shape].paidSlots)
      }
      parts += WeeklyCaps.split(cap, shiftUse: shifts, paidUse: paid)
    }
    return SolvedWeek(
      caps: parts,
      limits: limits.flatMap { design.split($0, solution: outcome.solution) },
      quotas: quotas.flatMap { design.split($0, solution: outcome.solution) },
      bound: outcome.solution?.bound ?? 0)
  }

  /// Hands each day its share of the caps.
  mutating func take(_ week: SolvedWeek) {
    weeklyBound += week.bound
    for cap in week.caps { capsOfDay[cap.days[0]].append(cap) }
    for limit in week.limits { limitsOfDay[limit.days[0]].append(limit) }
    for quota in week.quotas { quotasOfDay[quota.days[0]].append(quota) }
  }

  /// The days that can be solved now: those not solved yet into which no unsolved day spills over.
  func nextDays() -> [Int] {
    (0..<input.days).filter { day in
      !isSolved[day] && (day == 0 || isSolved[day - 1] || !input.spillsOver[day - 1])
    }
  }

  /// A day's program and the best answer so far.
  struct Attempt: Sendable {
    let day: Int
    let design: DesignProgram
    var answer: DayDescent.Answer
  }

  /// Looks for the shifts of a day and their breaks, quickly.
  func attempt(_ day: Int, library: HiGHSLibrary) throws(SchedulingError) -> Attempt {
    // A day that spills over is weighed beside the next one, which may still take fractions.
    let end = input.spillsOver[day] ? min(day + 2, input.days) : day + 1
    let design = DesignProgram(
      input,
      scope: scope(
        days: day..<end, integerDays: day..<(day + 1), caps: (day..<end).flatMap { capsOfDay[$0] },
        limits: (day..<end).flatMap { limitsOfDay[$0] },
        quotas: (day..<end).flatMap { quotasOfDay[$0] }))
    return Attempt(
      day: day, design: design,
      answer: try DayDescent.firstAnswer(to: design, options: options, library: library))
  }

  /// Looks again, thoroughly.
  func refined(_ attempt: Attempt, library: HiGHSLibrary) throws(SchedulingError) -> Attempt {
    var copy = attempt
    copy.answer = try DayDescent.refinedAnswer(
      to: attempt.design, from: attempt.answer, options: options, library: library)
    return copy
  }

  /// Reads the chosen shifts and breaks out of an answer.
  func solved(_ attempt: Attempt) -> SolvedDay {
    let (day, design, answer) = (attempt.day, attempt.design, attempt.answer)
    var result = SolvedDay(day: day, bound: answer.bound, limit: answer.limit)
    // Shortage is priced, so only a limit can leave a day without an answer.
    guard let solution = answer.solution else { return result }
    result.objective = solution.objective
    for shift in design.shifts where input.slots.dayOfSlot[shift.start] == day {
      let count = solution.count(of: shift.column)
      guard count > 0 else { continue }
      result.chosen.append(
        Chosen(member: shift.member, shape: shift.shape, start: shift.start, count: count))
    }
    for pause in design.breaks where pause.day == day {
      let count = solution.count(of: pause.column)
      guard count > 0 else { continue }
      result.begun.append(
        Begun(
          group: pause.group, shape: pause.shape, day: day, window: pause.window,
          slot: pause.slot, count: count))
    }
    return result
  }

  /// Fixes the shifts of a day.
  mutating func take(_ day: SolvedDay) {
    isSolved[day.day] = true
    solved.append(day)
    for shift in day.chosen {
      let group = input.members[shift.member].group
      for part in input.shapes[shift.shape].present {
        for slot in (shift.start + part.lowerBound)..<(shift.start + part.upperBound) {
          fixedStaff[group][slot] += shift.count
        }
      }
    }
    for pause in day.begun {
      let width = input.shapes[pause.shape].windows[pause.window].width
      for slot in pause.slot..<min(pause.slot + width, input.slots.count) {
        fixedStaff[pause.group][slot] -= pause.count
      }
    }
  }

  /// - Parameters:
  ///   - limits: those that a week shares out; those per start and day are added.
  ///   - quotas: likewise.
  private func scope(
    days: Range<Int>, integerDays: Range<Int>, caps: [DesignProgram.Cap],
    limits: [DesignProgram.Limit], quotas: [DesignProgram.Quota]
  ) -> DesignProgram.Scope {
    DesignProgram.Scope(
      days: days, integerDays: integerDays, caps: caps, fixedStaff: fixedStaff,
      limits: WeeklyLimits.limits(of: input, days: days, weekly: false) + limits,
      quotas: input.quotas(days: days, byWeek: false) + quotas)
  }
}
