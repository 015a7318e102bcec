import ContactCenter
import MathematicalProgramming

/// The program that places the breaks of one day's shifts anew, everything else of the roster being as it is.
///
/// Shifts that are alike (kind of agent, and windows) are one class of n. Columns: y[c,k,t], breaks number k of class c
/// that begin in slot t, split into those that begin there already, free, and those that move there, at a price that
/// decides between equals only; u[q,t], agents short on a queue; a[g,q,t], agents of a kind with several queues who serve
/// one of them.
///
///     sum over t of y[c,k,t] = n[c]
///     served[g,t]: sum over q of a[g,q,t] + sum of y of g that cover t  <=  agents of g at t without any breaks
///     covered[q,t]: u[q,t] + sum over g of a[g,q,t] >= need[q,t]
///
/// Kinds with one queue stand on its row directly. This is Aykin's form of the design's chains (1996): with the shifts
/// known its bound is the same, and it lets windows differ from shift to shift.
///
/// *Source*: T. Aykin, "Optimal shift scheduling with multiple break windows", Management Science 42 (1996) 591–602,
/// doi:10.1287/mnsc.42.4.591.
struct BreakProgram {
  /// Shifts that are alike, and where their breaks begin now.
  struct ShiftClass {
    var kind: Int
    var choices: BreakChoices
    /// Positions in the caller's list of shifts.
    var members: [Int]
    /// For every break the slots in which it begins now, one for each member.
    var taken: [[Int]]
  }

  private(set) var program = LinearProgram()
  /// For every class, break and slot the columns that begin there.
  private(set) var begins: [[[Int: [LinearProgram.Column]]]] = []

  /// What a break that moves costs, in weighted agents short for a slot: so little that it decides between equals only.
  static let movePrice = 1e-3

  /// Builds the program; the table must hold the staff without the breaks of `classes`.
  init(_ classes: [ShiftClass], table: StaffTable) {
    /// The breaks that cover a slot, by kind.
    var covering: [Int: [Int: [LinearProgram.Column]]] = [:]
    var most: [Int: [Int: Double]] = [:]
    for group in classes {
      let count = Double(group.members.count)
      var columns: [[Int: [LinearProgram.Column]]] = []
      for (index, choice) in group.choices.choices.enumerated() {
        let now = Dictionary(group.taken[index].map { ($0, 1.0) }, uniquingKeysWith: +)
        var own: [Int: [LinearProgram.Column]] = [:]
        for slot in choice.slots {
          let stays = now[slot] ?? 0
          if stays > 0 {
            own[slot, default: []].append(
              program.addColumn(cost: 0, in: 0...stays, isInteger: true, name: "breaks kept"))
          }
          if stays < count {
            own[slot, default: []].append(
              program.addColumn(
                cost: Self.movePrice, in: 0...(count - stays), isInteger: true,
                name: "breaks moved"))
          }
          for covered in slot..<slot + choice.width where table.staff.indices.contains(covered) {
            covering[covered, default: [:]][group.kind, default: []] += own[slot] ?? []
          }
        }
        let all = choice.slots.flatMap { own[$0] ?? [] }
        program.addRow(equalTo: count, all.map { ($0, 1) }, name: "breaks of a class")
        let reach = Set(choice.slots.flatMap { $0..<$0 + choice.width })
        for slot in reach { most[slot, default: [:]][group.kind, default: 0] += count }
        columns.append(own)
      }
      begins.append(columns)
      for spacing in group.choices.spacings { keepApart(spacing, group.choices, columns) }
    }
    for slot in covering.keys.sorted() {
      var worst = table.staff[slot]
      for (kind, count) in most[slot] ?? [:] { worst[kind] = max(0, worst[kind] - count) }
      // Where nobody is missed even with everybody at a break, the slot decides nothing.
      guard table.short(worst, in: slot) > 0 else { continue }
      addSlot(slot, breaks: covering[slot] ?? [:], table: table)
    }
  }

  /// Rows that let the breaks of a class be paired so that each pair keeps its spacing: the first to begin with the first
  /// of the next, and so on.
  ///
  ///     sum over s <= t of y[k+1,s] <= sum over s <= t - width - least of y[k,s]
  ///     sum over s <= t of y[k,s] <= sum over s <= t + width + most of y[k+1,s]
  private mutating func keepApart(
    _ spacing: ShiftShape.Spacing, _ choices: BreakChoices,
    _ columns: [[Int: [LinearProgram.Column]]]
  ) {
    let (early, late) = (columns[spacing.window], columns[spacing.window + 1])
    let width = choices.choices[spacing.window].width
    func begun(_ own: [Int: [LinearProgram.Column]], by slot: Int) -> [LinearProgram.Column] {
      own.keys.sorted().filter { $0 <= slot }.flatMap { own[$0] ?? [] }
    }
    for slot in late.keys.sorted() {
      program.addRow(
        atMost: 0,
        begun(late, by: slot).map { ($0, 1) }
          + begun(early, by: slot - width - spacing.least).map { ($0, -1) },
        name: "work between breaks at least")
    }
    guard let most = spacing.most else { return }
    for slot in early.keys.sorted() {
      program.addRow(
        atMost: 0,
        begun(early, by: slot).map { ($0, 1) }
          + begun(late, by: slot + width + most).map { ($0, -1) },
        name: "work between breaks at most")
    }
  }

  private mutating func addSlot(
    _ slot: Int, breaks: [Int: [LinearProgram.Column]], table: StaffTable
  ) {
    let needs = table.needed(in: slot)
    var rows: [[(LinearProgram.Column, Double)]] = needs.map { _ in [] }
    var served = [Double](repeating: 0, count: needs.count)
    for kind in table.kinds.indices where table.staff[slot][kind] > 0 {
      let away = breaks[kind] ?? []
      let queues = table.kinds[kind].filter { needs[$0] > 0 }
      let there = table.staff[slot][kind]
      if queues.count == 1 {
        served[queues[0]] += there
        rows[queues[0]] += away.map { ($0, -1) }
      } else if queues.count > 1 {
        let shares = queues.map { queue in
          let column = program.addColumn(cost: 0, in: 0...there, name: "serving")
          rows[queue].append((column, 1))
          return column
        }
        program.addRow(
          atMost: there, shares.map { ($0, 1) } + away.map { ($0, 1) }, name: "agents of a kind")
      }
    }
    for queue in needs.indices where needs[queue] > 0 {
      let short = program.addColumn(
        cost: table.weightOfQueue[queue], in: 0...Double.infinity, name: "short")
      program.addRow(
        atLeast: needs[queue] - served[queue], rows[queue] + [(short, 1)], name: "covered")
    }
  }

  /// The slots in which the breaks of every class begin, ascending, one for each member.
  func slots(_ solution: ProgramSolution) -> [[[Int]]] {
    begins.map { breaks in
      breaks.map { columns in
        columns.keys.sorted().flatMap { slot in
          let count = (columns[slot] ?? []).reduce(0) { $0 + solution.count(of: $1) }
          return Array(repeating: slot, count: max(0, count))
        }
      }
    }
  }
}
