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
/// Rows: coverage of each queue and slot, allocation of each multi-skill group, heads per day, weekly caps. Shortage is
/// priced, so a program always has an answer.
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
    /// Cost of one agent short in one slot, in paid slots.
    var shortagePrice: Double
  }

  let input: DesignInput
  let scope: Scope
  private(set) var program = LinearProgram()
  private(set) var shifts: [ShiftColumn] = []
  var breaks: [BreakColumn] = []
  /// Terms of the staff of each group in each slot.
  var staff: [[[(LinearProgram.Column, Double)]]]
  private(set) var shortages: [(column: LinearProgram.Column, queue: Int, slot: Int)] = []

  init(_ input: DesignInput, scope: Scope) {
    self.input = input
    self.scope = scope
    staff = Array(
      repeating: Array(repeating: [], count: input.slots.count), count: input.groups.count)
    addShifts()
    addBreaks()
    addCoverage()
    addHeads()
  }

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

  private mutating func addShifts() {
    for (index, member) in input.members.enumerated() {
      for shape in member.shapes {
        let size = input.shapes[shape]
        for start in input.starts[member.group][shape] {
          let day = input.slots.dayOfSlot[start]
          guard scope.days.contains(day), member.headsByDay[day] > 0 else { continue }
          let column = program.addColumn(
            cost: Double(size.paidSlots), in: 0...Double(member.headsByDay[day]),
            isInteger: scope.integerDays.contains(day), name: "shifts")
          shifts.append(ShiftColumn(column: column, member: index, shape: shape, start: start))
          for slot in start..<(start + size.slots) { staff[member.group][slot].append((column, 1)) }
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
      for queue in input.queues.indices where input.needs[queue][slot] > 0 {
        addCoverage(of: queue, in: slot, serving: serving[queue].map(\.column))
      }
    }
  }

  /// Splits the staff of a group with several queues; groups with one stand on its coverage row themselves.
  private mutating func addAllocation(
    of group: Int, in slot: Int, to serving: inout [[(group: Int, column: LinearProgram.Column)]]
  ) {
    let queues = input.queuesOfGroup[group].filter { input.needs[$0][slot] > 0 }
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
    let left = need - Double(fixed)
    guard left > 0 else { return }
    // A whole number of agents short where everything else in the row is whole: it helps the search.
    let whole = serving.isEmpty && need == need.rounded()
    let day = input.slots.dayOfSlot[slot]
    let short = program.addColumn(
      cost: scope.shortagePrice, in: 0...left,
      isInteger: whole && scope.integerDays.contains(day), name: "short of \(input.queues[queue])")
    shortages.append((short, queue, slot))
    terms.append((short, 1))
    program.addRow(atLeast: left, terms, name: "need of \(input.queues[queue])")
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
      program.addRow(
        atMost: cap.paidSlots,
        shifts.map { ($0.column, Double(input.shapes[$0.shape].paidSlots)) },
        name: "paid time in a week")
    }
  }

  /// Slots whose need the scope's shifts can serve: its days, and what their shifts reach past them.
  ///
  /// The need past the last day counts only where that day's own shifts are columns too: a shift that spills over is
  /// then weighed against the next day's.
  private var coveredSlots: Range<Int> {
    guard !scope.days.isEmpty else { return 0..<0 }
    return input.slots.dayStarts[
      scope.days.lowerBound]..<input.slots.dayStarts[scope.days.upperBound]
  }
}
