public import ContactCenter
public import MathematicalProgramming

/// Places every break of a roster anew inside its window, so that as little as possible is short.
///
/// Shifts stay as they are. Day by day the breaks of the shifts that start on it are placed by a program
/// (`BreakProgram`), the others being where they are; a day's answer is taken where a count of the whole day finds less
/// short, so coverage never gets worse. Breaks that need not move stay.
///
/// Left alone are published shifts, shifts whose breaks are not those that the rules ask for, and those that begin off
/// the slots; the result counts them.
public enum BreakPlacement {
  /// How breaks are placed.
  public struct Options: Hashable, Sendable {
    /// How much an agent short counts, by queue; 1 where nothing is said.
    public var weights: [String: Double]
    /// Stop a day within this share of its best.
    public var relativeGap: Double
    /// Stop a day after so many nodes of the search tree.
    public var nodeLimit: Int

    /// Creates options.
    public init(
      weights: [String: Double] = [:], relativeGap: Double = 0.001, nodeLimit: Int = 20
    ) {
      self.weights = weights
      self.relativeGap = relativeGap
      self.nodeLimit = nodeLimit
    }
  }

  /// A roster with its breaks placed anew.
  public struct Result: Hashable, Sendable {
    /// The roster.
    public var roster: Roster
    /// Weighted agent-hours short before.
    public var shortHoursBefore: Double
    /// Weighted agent-hours short now; never more.
    public var shortHours: Double
    /// Breaks that moved.
    public var moved: Int
    /// Shifts whose breaks were left alone because they are not what the rules ask for.
    public var leftAlone: Int
  }

  /// Places the breaks of a roster; without a need it comes back as it is.
  ///
  /// - Throws: `SchedulingError.solver`.
  public static func solve(
    _ roster: RosterUnderAudit, library: HiGHSLibrary, options: Options = Options()
  ) throws(SchedulingError) -> Result {
    guard let need = roster.need else {
      return Result(
        roster: roster.roster, shortHoursBefore: 0, shortHours: 0, moved: 0, leftAlone: 0)
    }
    var table = StaffTable(
      roster, need: need, lengths: PlacementLengths.of(roster), weights: options.weights)
    let before = table.shortHours()
    var shifts = MovableShifts(roster, table: table)
    for day in shifts.days {
      try place(shifts.positions(on: day), of: &shifts, table: &table, library, options)
    }
    let moved = shifts.moved
    return Result(
      roster: moved == 0 ? roster.roster : shifts.roster(of: roster),
      shortHoursBefore: before, shortHours: table.shortHours(), moved: moved,
      leftAlone: shifts.leftAlone)
  }

  /// Places the breaks of some shifts and keeps the answer where it is better.
  private static func place(
    _ positions: [Int], of shifts: inout MovableShifts, table: inout StaffTable,
    _ library: HiGHSLibrary, _ options: Options
  ) throws(SchedulingError) {
    let slots = shifts.reach(of: positions).filter { table.staff.indices.contains($0) }
    func short() -> Double { slots.reduce(0) { $0 + table.short(in: $1) } }
    let before = short()
    // Nothing is missing where breaks could go: they stay.
    guard before > 1e-9 else { return }
    var bare = table
    for position in positions { shifts.count(position, as: 1, in: &bare) }
    let classes = shifts.classes(of: positions)
    let program = BreakProgram(classes, table: bare)
    let outcome: ProgramOutcome
    do {
      outcome = try library.solve(
        program.program,
        options: ProgramOptions(relativeGap: options.relativeGap, nodeLimit: options.nodeLimit))
    } catch { throw .solver(error) }
    guard let solution = outcome.solution else { return }
    let old = shifts
    for position in positions { shifts.count(position, as: 1, in: &table) }
    shifts.assign(program.slots(solution), to: classes)
    for position in positions { shifts.count(position, as: -1, in: &table) }
    guard short() > before - 1e-9 else { return }
    for position in positions { shifts.count(position, as: 1, in: &table) }
    shifts = old
    for position in positions { shifts.count(position, as: -1, in: &table) }
  }
}

/// The lengths that slots must divide so that breaks can be placed.
enum PlacementLengths {
  static func of(_ roster: RosterUnderAudit) -> [Int] {
    roster.rules.patterns.flatMap { $0.breaks.map(\.minutes) } + [roster.rules.startEveryMinutes]
  }
}
