import ContactCenter
import MathematicalProgramming

/// The program that gives the shifts of one group to its agents.
///
/// Columns: z[i,T] in {0,1}, agent i works slot T, where contract, availability and published shifts allow it; its cost
/// is the price of requests it breaks. v[T] in 0...need, shifts nobody works; cost: paid hours times the price of being
/// uncovered, so that there is always an answer.
///
/// Rows, per agent: one shift a day; working days and paid hours a week; and rest, as cliques: for every distinct end e
/// of a day's slots, the slots that end at e or later and a later day's slots that start before e + rest exclude each
/// other. Cliques bind the linear program far more tightly than pairs.
struct AssignmentProgram {
  private(set) var program = LinearProgram()
  /// The column of each agent and slot that may meet.
  private(set) var columns: [[Int: LinearProgram.Column]]
  private(set) var uncovered: [LinearProgram.Column] = []

  init(agents: [AssignmentRules], slots: [ShiftSlot], options: RosterOptions) {
    columns = Array(repeating: [:], count: agents.count)
    for (index, rules) in agents.enumerated() {
      for (position, slot) in slots.enumerated() where rules.canWork(slot) {
        columns[index][position] = program.addColumn(
          cost: rules.calendar.price(of: slot.stretch), in: 0...1, isInteger: true, name: "works")
      }
    }
    for (position, slot) in slots.enumerated() {
      let need = Double(slot.shifts.count)
      let short = program.addColumn(
        cost: options.uncoveredPrice * Double(slot.paidMinutes) / 60, in: 0...need,
        isInteger: false, name: "uncovered")
      uncovered.append(short)
      let workers = columns.compactMap { $0[position].map { ($0, 1.0) } }
      program.addRow(equalTo: need, workers + [(short, 1)], name: "shifts to be worked")
    }
    for (index, rules) in agents.enumerated() {
      addWeeks(of: rules, columns: columns[index], slots: slots)
      addRest(of: rules, columns: columns[index], slots: slots)
    }
  }

  private mutating func addWeeks(
    of rules: AssignmentRules, columns: [Int: LinearProgram.Column], slots: [ShiftSlot]
  ) {
    let contract = rules.calendar.contract
    let positions = columns.keys.sorted()
    let byDay = Dictionary(grouping: positions) { slots[$0].day }
    for day in byDay.keys.sorted() {
      addChoice(byDay[day] ?? [], of: columns, atMost: 1, name: "one shift a day")
    }
    let byWeek = Dictionary(grouping: positions) { slots[$0].week }
    for week in byWeek.keys.sorted() {
      let own = byWeek[week] ?? []
      let days = contract.daysPerWeek - (rules.pinnedDays[week]?.count ?? 0)
      addChoice(own, of: columns, atMost: Double(max(0, days)), name: "days a week")
      let hours = contract.hoursPerWeek - Double(rules.pinnedMinutes[week] ?? 0) / 60
      let terms = own.compactMap { position in
        columns[position].map { ($0, Double(slots[position].paidMinutes) / 60) }
      }
      program.addRow(atMost: max(0, hours), terms, name: "hours a week")
    }
  }

  private mutating func addRest(
    of rules: AssignmentRules, columns: [Int: LinearProgram.Column], slots: [ShiftSlot]
  ) {
    let rest = rules.calendar.contract.restMinutes * 60
    let positions = columns.keys.sorted()
    let byDay = Dictionary(grouping: positions) { slots[$0].day }
    for day in byDay.keys.sorted() {
      let today = byDay[day] ?? []
      for end in Set(today.map { slots[$0].stretch.end }).sorted() {
        let rested = end.advanced(by: rest)
        let early = positions.filter {
          slots[$0].day > day && slots[$0].stretch.start < rested
        }
        // One later day at a time: slots of two different later days need not exclude each other.
        for laterDay in Set(early.map { slots[$0].day }).sorted() {
          let clique =
            today.filter { slots[$0].stretch.end >= end }
            + early.filter { slots[$0].day == laterDay }
          addChoice(clique, of: columns, atMost: 1, name: "rest")
        }
      }
    }
  }

  private mutating func addChoice(
    _ positions: [Int], of columns: [Int: LinearProgram.Column], atMost limit: Double, name: String
  ) {
    let terms = positions.compactMap { columns[$0].map { ($0, 1.0) } }
    guard Double(terms.count) > limit else { return }
    program.addRow(atMost: limit, terms, name: name)
  }
}
