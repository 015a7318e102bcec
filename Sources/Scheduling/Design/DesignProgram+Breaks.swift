import MathematicalProgramming

extension DesignProgram {
  /// Adds the breaks of all groups and shapes.
  ///
  /// For break number k with window [a, z] after a shift's start, width w, and every slot t at which some shift may
  /// begin it:
  ///
  ///     o[t] = o[t-1] + x[t-a] - b[t]            windows opened and not yet used after t
  ///     0 <= o[t] <= sum of x[s], t-z < s <= t-a   only windows still open after t may wait
  ///
  /// Windows of one length move with the start, so serving the first opened first gives every shift its break
  /// (`BreakRecovery`).
  ///
  /// A chain holds the shifts of one day only, so that a day can be fixed, breaks included, while the next is open.
  mutating func addBreaks() {
    var chains: [[Int]: [Int: [(LinearProgram.Column, Double)]]] = [:]
    for shift in shifts {
      let key = [
        input.members[shift.member].group, shift.shape, input.slots.dayOfSlot[shift.start],
      ]
      chains[key, default: [:]][shift.start, default: []].append((shift.column, 1))
    }
    for key in chains.keys.sorted(by: { ($0[0], $0[1], $0[2]) < ($1[0], $1[1], $1[2]) }) {
      guard let starting = chains[key] else { continue }
      let isInteger = scope.integerDays.contains(key[2])
      let waiting = input.shapes[key[1]].windows.indices.map { window in
        addChain(
          group: key[0], shape: key[1], window: window, starting: starting, isInteger: isInteger)
      }
      for spacing in input.shapes[key[1]].spacings {
        addSpacing(
          spacing, shape: input.shapes[key[1]], starting: starting,
          waiting: (waiting[spacing.window], waiting[spacing.window + 1]))
      }
    }
  }

  /// Keeps two breaks of every shift of a chain apart.
  ///
  /// Served first in, first out, shift i takes the i-th break of either number, so the breaks of every shift are far
  /// enough apart exactly where the counts of breaks begun are, for every slot t:
  ///
  ///     begun[k+1] by t   <=  begun[k] by t - width - least
  ///     begun[k+1] by t   >=  begun[k] by t - width - most
  ///
  /// Breaks begun by t are the shifts whose window has opened less those that wait, so each row holds two waiting
  /// columns and the starts between two slots. Nothing is lost: where any breaks of the shifts keep the spacing, they
  /// keep it after both are sorted.
  private mutating func addSpacing(
    _ spacing: ShiftShape.Spacing, shape: ShiftShape,
    starting: [Int: [(LinearProgram.Column, Double)]],
    waiting: (early: [Int: LinearProgram.Column], late: [Int: LinearProgram.Column])
  ) {
    let (early, late) = (shape.windows[spacing.window], shape.windows[spacing.window + 1])
    guard let first = starting.keys.min(), let last = starting.keys.max() else { return }
    for slot in (first + late.first)...(last + late.last) {
      let latest = slot - early.width - spacing.least
      let terms = difference(
        from: slot - late.first, to: latest - early.first, starting: starting,
        late: waiting.late[slot], early: waiting.early[latest])
      if !terms.isEmpty { addRow(in: -Double.infinity...0, terms, name: "work between breaks") }
    }
    guard let most = spacing.most else { return }
    for slot in (first + early.first)...(last + early.last) {
      let deadline = slot + early.width + most
      let terms = difference(
        from: deadline - late.first, to: slot - early.first, starting: starting,
        late: waiting.late[deadline], early: waiting.early[slot])
      if !terms.isEmpty { addRow(in: 0...Double.infinity, terms, name: "work without break") }
    }
  }

  /// Terms of: shifts started by `late` less those waiting, minus shifts started by `early` less those waiting.
  private func difference(
    from lateStart: Int, to earlyStart: Int, starting: [Int: [(LinearProgram.Column, Double)]],
    late: LinearProgram.Column?, early: LinearProgram.Column?
  ) -> [(LinearProgram.Column, Double)] {
    var terms: [(LinearProgram.Column, Double)] = []
    let sign = lateStart > earlyStart ? 1.0 : -1.0
    for start in (min(lateStart, earlyStart) + 1)..<(max(lateStart, earlyStart) + 1) {
      terms += (starting[start] ?? []).map { ($0.0, sign) }
    }
    if let late { terms.append((late, -1)) }
    if let early { terms.append((early, 1)) }
    return terms
  }

  /// - Returns: the columns of breaks that wait after each slot, where there are any.
  private mutating func addChain(
    group: Int, shape: Int, window index: Int,
    starting: [Int: [(LinearProgram.Column, Double)]], isInteger: Bool
  ) -> [Int: LinearProgram.Column] {
    let window = input.shapes[shape].windows[index]
    let starts = starting.keys.sorted()
    guard let first = starts.first, let last = starts.last else { return [:] }
    var columns: [Int: LinearProgram.Column] = [:]
    var waiting: LinearProgram.Column?
    for slot in (first + window.first)...(last + window.last) {
      let canBegin = starts.contains { $0 + window.first <= slot && slot <= $0 + window.last }
      guard canBegin else { continue }
      let begun = addColumn(in: 0...Double.infinity, isInteger: isInteger, name: "breaks")
      breaks.append(
        BreakColumn(
          column: begun, group: group, shape: shape, day: input.slots.dayOfSlot[first],
          window: index, slot: slot))
      for covered in slot..<min(slot + window.width, input.slots.count) {
        staff[group][covered].append((begun, -1))
      }
      var balance: [(LinearProgram.Column, Double)] = [(begun, 1)]
      balance += (starting[slot - window.first] ?? []).map { ($0.0, -$0.1) }
      if let waiting { balance.append((waiting, -1)) }
      let stillOpen = starts.filter { slot - window.last < $0 && $0 <= slot - window.first }
      if stillOpen.isEmpty {
        waiting = nil
      } else {
        let after = addColumn(in: 0...Double.infinity, isInteger: false, name: "waiting breaks")
        balance.append((after, 1))
        let open = stillOpen.flatMap { starting[$0] ?? [] }.map { ($0.0, -$0.1) }
        addRow(in: -Double.infinity...0, [(after, 1)] + open, name: "open break windows")
        waiting = after
        columns[slot] = after
      }
      addRow(in: 0...0, balance, name: "breaks begun")
    }
    return columns
  }
}
