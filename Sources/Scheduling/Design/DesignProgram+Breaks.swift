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
      for window in input.shapes[key[1]].windows.indices {
        addChain(
          group: key[0], shape: key[1], window: window, starting: starting,
          isInteger: scope.integerDays.contains(key[2]))
      }
    }
  }

  private mutating func addChain(
    group: Int, shape: Int, window index: Int,
    starting: [Int: [(LinearProgram.Column, Double)]], isInteger: Bool
  ) {
    let window = input.shapes[shape].windows[index]
    let starts = starting.keys.sorted()
    guard let first = starts.first, let last = starts.last else { return }
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
      }
      addRow(in: 0...0, balance, name: "breaks begun")
    }
  }
}
