import ContactCenter

/// The roster of one group as positions: agents, what each may work on each day, and what is to be covered.
///
/// A *line* is one agent's choice for every day: the position of an option, or `off`. Its cost is that of its options
/// and of the rules it leaves; the cost of the roster is the lines' plus that of cover missed and exceeded.
struct RosterProblem: Sendable {
  /// Work wanted on one day: so many agents in equal shifts.
  struct Cover: Sendable, Hashable {
    var day: Int
    var need: Int
    /// Cost of each agent short.
    var shortPrice: Double
    /// Cost of each agent more; very high where more are not wanted.
    var surplusPrice: Double
  }

  /// Something an agent may do on a day.
  struct Option: Sendable, Hashable {
    /// Position of the cover it serves; -1 for a published shift, which serves none.
    var cover: Int32
    /// Its behavior in the agent's class.
    var behavior: Int32
    /// Price of the requests and wishes that it breaks.
    var cost: Double
    /// Paid hours.
    var hours: Double
    /// Whether it is a night.
    var isNight = false
  }

  /// An agent in positions.
  struct Member: Sendable {
    var name: String
    var lineClass: Int
    /// The agent's place among the starts of the class.
    var start: Int
    /// What the agent may do on each day besides being off.
    var options: [[Option]]
    /// Price of being off on each day; infinite where the agent has a published shift.
    var offCost: [Double]
  }

  var days: Int
  var covers: [Cover]
  var members: [Member]
  var classes: [LineClass]

  /// The choice of a day off.
  static let off: Int32 = -1

  /// For each member the first who may do exactly the same at the same prices.
  var twins: [Int] {
    struct Key: Hashable {
      let lineClass: Int
      let start: [Int32]
      let options: [[Option]]
      let offCost: [Double]
    }
    var first: [Key: Int] = [:]
    return members.indices.map { member in
      let own = members[member]
      let key = Key(
        lineClass: own.lineClass, start: classes[own.lineClass].starts[own.start],
        options: own.options, offCost: own.offCost)
      if let known = first[key] { return known }
      first[key] = member
      return member
    }
  }

  /// Cost of one more agent on a cover that has `count`.
  func priceOfOneMore(_ cover: Int, at count: Int) -> Double {
    count < covers[cover].need ? -covers[cover].shortPrice : covers[cover].surplusPrice
  }

  /// Cost of what is missing and too many.
  func coverCost(_ counts: [Int]) -> Double {
    var sum = 0.0
    for (cover, count) in zip(covers, counts) {
      if count < cover.need { sum += Double(cover.need - count) * cover.shortPrice }
      if count > cover.need { sum += Double(count - cover.need) * cover.surplusPrice }
    }
    return sum
  }

  /// The covers a line serves.
  func coversOf(_ line: Line, member: Int) -> [Int] {
    line.choices.indices.compactMap { day in
      let choice = line.choices[day]
      guard choice != Self.off else { return nil }
      let cover = members[member].options[day][Int(choice)].cover
      return cover < 0 ? nil : Int(cover)
    }
  }

  /// Paid hours of a line.
  func hours(of line: Line, member: Int) -> Double {
    line.choices.indices.reduce(0) { sum, day in
      let choice = line.choices[day]
      return choice == Self.off ? sum : sum + members[member].options[day][Int(choice)].hours
    }
  }
}

/// One agent's choice for every day, and its cost: requests, wishes and soft rules.
struct Line: Sendable, Hashable {
  /// Position of the option of each day, or `RosterProblem.off`.
  var choices: [Int32]
  var cost: Double
}
