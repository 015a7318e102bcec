import ContactCenter
import MathematicalProgramming

/// The program of one or several days of a component: how many shifts start when, and how many breaks begin when.
///
/// Columns, for member m (a group under a contract), shape L, slot t, queue q:
///
///     x[m,L,s]   shifts that start at s; cost: paid slots
///     b[g,L,k,t] breaks number k that begin at t                           (DesignProgram+Breaks)
///     y[g,q,t]   agents of a group with several queues who serve q at t
///     u[q,t]     agents short, 0...need; cost: price of a short agent-slot
///
/// Rows: coverage of each queue and slot, allocation of each multi-skill group, heads per day, weekly caps; where the plan
/// asks for them, fewest and most agents at work and limits of shifts (DesignProgram+Limits), agents beyond the need
/// and promises of service (DesignProgram+Service). Shortage is priced, so a program always has an answer.
///
/// *Source*: S. E. Bechtold, L. W. Jacobs, "Implicit modeling of flexible break assignments in optimal shift
/// scheduling", Management Science 36 (1990) 1339–1351, doi:10.1287/mnsc.36.11.1339, rewritten as a flow: rows and
/// terms grow with the number of slots and not with the width of the break windows.
struct DesignProgram {
  /// Shifts of one member, shape and start.
  struct ShiftColumn {
    var column: LinearProgram.Column
    var member: Int
    var shape: Int
    var start: Int
  }

  /// Breaks of one group, shape, day and number that begin at one slot.
  struct BreakColumn {
    var column: LinearProgram.Column
    var group: Int
    var shape: Int
    var day: Int
    var window: Int
    var slot: Int
  }

  /// Most shifts and paid slots of a member among those that start on one of some days.
  struct Cap {
    var member: Int
    var days: [Int]
    var shifts: Int
    var paidSlots: Double
    /// Paid slots beyond, each at the price of an hour of overtime.
    var overtimeSlots = 0.0
  }

  /// What varies between programs of the same input.
  struct Scope {
    /// Days whose shifts are columns.
    var days: Range<Int>
    /// Days whose columns are whole numbers.
    var integerDays: Range<Int>
    /// Weekly caps, or a day's share of them.
    var caps: [Cap] = []
    /// Staff per group and slot of shifts already fixed, breaks taken off.
    var fixedStaff: [[Int]]
    /// Limits of shifts, or a day's share of them.
    var limits: [Limit] = []
    /// What promises of service ask of the days.
    var quotas: [Quota] = []
  }

  let input: DesignInput
  let scope: Scope
  private(set) var program = LinearProgram()
  private(set) var shifts: [ShiftColumn] = []
  var breaks: [BreakColumn] = []
  /// Terms of the staff of each group in each slot.
  var staff: [[[(LinearProgram.Column, Double)]]]
  /// Agents short: up to the first at one price, the others at another where they differ.
  private(set) var shortages: [(column: LinearProgram.Column, queue: Int, slot: Int)] = []
  /// Terms of the agents who serve each queue in each covered slot, and how many of them are fixed; where the program
  /// has promises of service.
  var served: [[Int: (terms: [(LinearProgram.Column, Double)], fixed: Double)]]
  /// Agents beyond the fewest that promises of service ask for, by slot.
  var gains: [Int: [Gain]] = [:]
  /// What columns are where nobody works; 0 where nothing is said.
  private(set) var idle: [(column: LinearProgram.Column, value: Double)] = []

  init(_ input: DesignInput, scope: Scope) {
    self.input = input
    self.scope = scope
    staff = Array(
      repeating: Array(repeating: [], count: input.slots.count), count: input.groups.count)
    served = Array(repeating: [:], count: input.queues.count)
    addShifts()
    addBreaks()
    addCoverage()
    addHeads()
    addGains()
    addSurplus()
    addGroupHeads()
    addLimits()
    addPromises()
  }

  /// Whether queues' staff counts for more than covering a need.
  var hasQuotas: Bool { !scope.quotas.isEmpty }

  mutating func addColumn(
    cost: Double = 0, in bounds: ClosedRange<Double>, isInteger: Bool, name: String
  ) -> LinearProgram.Column {
    program.addColumn(cost: cost, in: bounds, isInteger: isInteger, name: name)
  }

  mutating func addRow(
    in bounds: ClosedRange<Double>, _ terms: [(LinearProgram.Column, Double)], name: String
  ) {
    program.addRow(in: bounds, terms, name: name)
  }

  /// Adds a column that is not 0 where nobody works.
  mutating func addSlack(cost: Double, most: Double, name: String) -> LinearProgram.Column {
    let column = program.addColumn(
      cost: cost, in: 0...max(0, most), isInteger: false, name: name)
    idle.append((column, max(0, most)))
    return column
  }

  /// Says what a column is where nobody works.
  mutating func setIdle(_ column: LinearProgram.Column, to value: Double) {
    idle.append((column, value))
  }

  private mutating func addShifts() {
    for (index, member) in input.members.enumerated() {
      for shape in member.shapes {
        let size = input.shapes[shape]
        for start in member.starts[shape] {
          let day = input.slots.dayOfSlot[start]
          guard scope.days.contains(day), member.headsByDay[day] > 0 else { continue }
          let column = program.addColumn(
            cost: input.cost(of: shape, startingAt: start, under: member.contract),
            in: 0...Double(member.headsByDay[day]),
            isInteger: scope.integerDays.contains(day), name: "shifts")
          shifts.append(ShiftColumn(column: column, member: index, shape: shape, start: start))
          for part in size.present {
            for slot in (start + part.lowerBound)..<(start + part.upperBound) {
              staff[member.group][slot].append((column, 1))
            }
          }
        }
      }
    }
  }

  private mutating func addCoverage() {
    let slots = coveredSlots
    var serving = [[(group: Int, column: LinearProgram.Column)]](
      repeating: [], count: input.queues.count)
    for slot in slots {
      for queue in serving.indices { serving[queue] = [] }
      for group in input.groups.indices {
        addAllocation(of: group, in: slot, to: &serving)
      }
      for queue in input.queues.indices where isWanted(queue, in: slot) {
        addCoverage(of: queue, in: slot, serving: serving[queue].map(\.column))
      }
    }
  }

  /// Splits the staff of a group with several queues; groups with one stand on its coverage row themselves.
  private mutating func addAllocation(
    of group: Int, in slot: Int, to serving: inout [[(group: Int, column: LinearProgram.Column)]]
  ) {
    let queues = input.queuesOfGroup[group].filter { isWanted($0, in: slot) }
    guard input.queuesOfGroup[group].count > 1, !queues.isEmpty else { return }
    var terms = staff[group][slot].map { ($0.0, -$0.1) }
    for queue in queues {
      let column = program.addColumn(
        cost: 0, in: 0...Double.infinity, isInteger: false, name: "agents on a queue")
      serving[queue].append((group, column))
      terms.append((column, 1))
    }
    program.addRow(
      atMost: Double(scope.fixedStaff[group][slot]), terms, name: "staff of \(input.groups[group])")
  }

  private mutating func addCoverage(
    of queue: Int, in slot: Int, serving: [LinearProgram.Column]
  ) {
    let need = input.needs[queue][slot]
    var terms = serving.map { ($0, 1.0) }
    var fixed = 0
    for group in input.groups.indices where input.queuesOfGroup[group] == [queue] {
      terms += staff[group][slot]
      fixed += scope.fixedStaff[group][slot]
    }
    if hasQuotas { served[queue][slot] = (terms, Double(fixed)) }
    let left = need - Double(fixed)
    guard left > 0 else { return }
    // A whole number of agents short where everything else in the row is whole: it helps the search.
    let whole = serving.isEmpty && need == need.rounded()
    let day = input.slots.dayOfSlot[slot]
    let isInteger = whole && scope.integerDays.contains(day)
    let price = input.prices.short(of: input.queues[queue])
    let first = price.first < price.more ? min(1, left) : 0
    for (cost, most) in [(price.first, first), (price.more, left - first)] where most > 0 {
      let short = program.addColumn(
        cost: cost, in: 0...most, isInteger: isInteger, name: "short of \(input.queues[queue])")
      shortages.append((short, queue, slot))
      idle.append((short, most))
      terms.append((short, 1))
    }
    program.addRow(atLeast: left, terms, name: "need of \(input.queues[queue])")
  }

  /// Whether agents on a queue count in a slot: it needs some, or its promise of service is the better for them.
  private func isWanted(_ queue: Int, in slot: Int) -> Bool {
    if input.needs[queue][slot] > 0 { return true }
    return hasQuotas && input.table(of: queue, in: slot) != nil
  }

  private mutating func addHeads() {
    var byMemberAndDay: [[Int: [ShiftColumn]]] = Array(repeating: [:], count: input.members.count)
    for shift in shifts {
      byMemberAndDay[shift.member][input.slots.dayOfSlot[shift.start], default: []].append(shift)
    }
    for (member, byDay) in byMemberAndDay.enumerated() {
      for day in scope.days {
        guard let shifts = byDay[day] else { continue }
        program.addRow(
          atMost: Double(input.members[member].headsByDay[day]),
          shifts.map { ($0.column, 1) }, name: "heads on a day")
      }
    }
    for cap in scope.caps {
      let shifts = cap.days.flatMap { byMemberAndDay[cap.member][$0] ?? [] }
      guard !shifts.isEmpty else { continue }
      program.addRow(
        atMost: Double(cap.shifts), shifts.map { ($0.column, 1) }, name: "shifts in a week")
      var paid = shifts.map { ($0.column, Double(input.shapes[$0.shape].paidSlots)) }
      let contract = input.members[cap.member].contract
      if cap.overtimeSlots > 0, let terms = contract.overtime {
        let beyond = program.addColumn(
          cost: max(0, terms.price - 1) * contract.hourPrice, in: 0...cap.overtimeSlots,
          isInteger: false, name: "overtime")
        paid.append((beyond, -1))
      }
      program.addRow(atMost: cap.paidSlots, paid, name: "paid time in a week")
    }
  }

  /// Slots whose need the scope's shifts can serve: its days, and what their shifts reach past them.
  ///
  /// The need past the last day counts only where that day's own shifts are columns too: a shift that spills over is
  /// then weighed against the next day's.
  var coveredSlots: Range<Int> {
    guard !scope.days.isEmpty else { return 0..<0 }
    return input.slots.dayStarts[
      scope.days.lowerBound]..<input.slots.dayStarts[scope.days.upperBound]
  }
}
