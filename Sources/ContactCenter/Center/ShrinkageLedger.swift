/// The shares of time in which agents do not take contacts, one line each.
///
/// *Formula*: time shrinks in three steps, paid → scheduled → logged in → on contacts; a category is a share of the
/// time at the step its ``Category/base`` names. Within a base categories add up (s = Σ sᵢ) or compound
/// (s = 1 − Π (1 − sᵢ)); bases always compound, for each is a share of what the one before left. Demand view:
/// scheduled = required / (1 − s), never required × (1 + s). Supply view: on contacts = scheduled × (1 − s).
///
///     let ledger = ShrinkageLedger(categories: [.init(name: "sickness", share: Share(0.18)), .init(name: "training", share: Share(0.14))])
///     ledger.scheduled(forRequired: 100)   // 147.06; compounded 141.80
public struct ShrinkageLedger: Hashable, Sendable {
  /// How the categories of one base add up.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    case additive, compounded
  }

  /// What a category is a share of.
  public enum Base: String, Hashable, Sendable, CaseIterable {
    /// Paid time: vacation and paid holidays, which no schedule holds.
    case paid
    /// Time on the schedule: sickness, training, meetings.
    case scheduled
    /// Time at work: coaching, a system that is down, idle reasons.
    case loggedIn = "logged-in"
  }

  /// Where an agent is who takes no contacts.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// At work, for part of the shift.
    case office
    /// Away, for the whole shift.
    case away
  }

  /// One reason for taking no contacts.
  public struct Category: Hashable, Sendable {
    /// The name, such as `vacation`.
    public var name: String
    /// Its share of the time of its base.
    public var share: Share
    /// What it is a share of.
    public var base: Base
    /// Whether it is known in advance.
    public var isPlanned: Bool
    /// Where the agent is.
    public var place: Place
    /// Whether it stands for breaks, which leave the ledger where shifts hold them.
    public var isBreak: Bool
    /// When it occurs by the wall clock; nil for always.
    public var hours: OpeningHours?

    /// Creates a category with the usual attributes of its name (`ShrinkageCatalog`).
    public init(name: String, share: Share) {
      self = ShrinkageCatalog.category(named: name)
      self.share = share
    }

    init(_ name: String, isPlanned: Bool, _ place: Place, isBreak: Bool = false) {
      self.name = name
      self.share = Share(0)
      self.base = .scheduled
      self.isPlanned = isPlanned
      self.place = place
      self.isBreak = isBreak
    }

    /// Whether it occurs at a reading of the clock; without one, whether it ever does.
    public func occurs(at local: LocalDateTime?) -> Bool {
      guard let hours, let local else { return true }
      return hours.isOpen(at: local)
    }
  }

  /// How the categories of one base add up.
  public var mode: Mode
  /// The categories, in the plan's order.
  public var categories: [Category]

  /// Creates a ledger.
  public init(mode: Mode = .additive, categories: [Category] = []) {
    self.mode = mode
    self.categories = categories
  }

  /// The share of a base's time that is lost when the clock shows `local`.
  ///
  /// *Edge cases*: without a time every category counts, whenever it occurs: the most that can be lost.
  public func lost(
    of base: Base, at local: LocalDateTime? = nil, where isMeant: (Category) -> Bool = { _ in true }
  ) -> Share {
    let shares = categories.filter { $0.base == base && $0.occurs(at: local) && isMeant($0) }
      .map(\.share.value)
    switch mode {
    case .additive: return Share(shares.reduce(0, +))
    case .compounded: return Share(1 - shares.reduce(1) { $0 * (1 - $1) })
    }
  }

  /// The share of scheduled time lost when the clock shows `local`, below 1 in every valid ledger.
  public func total(at local: LocalDateTime?) -> Share {
    let left =
      (1 - lost(of: .scheduled, at: local).value) * (1 - lost(of: .loggedIn, at: local).value)
    // A ledger with one base keeps the digits that its lines add up to.
    if lost(of: .loggedIn, at: local).value == 0 { return lost(of: .scheduled, at: local) }
    return Share(1 - left)
  }

  /// The share of scheduled time lost where every category counts.
  public var total: Share { total(at: nil) }

  /// The most that is lost of a base's time at any time of the week.
  public func mostLost(of base: Base) -> Share {
    // What is lost changes only where some hours begin.
    var starts: Set<Int> = [0]
    for category in categories {
      for (day, stretches) in (category.hours?.week ?? []).enumerated() {
        for stretch in stretches {
          starts.formUnion([day * 1440 + stretch.start, day * 1440 + stretch.end])
        }
      }
    }
    // 1970-01-05 was a Monday.
    let readings = starts.map { LocalDateTime(wallSeconds: 4 * 86_400 + $0 % 10_080 * 60) }
    return readings.map { lost(of: base, at: $0) }.max() ?? lost(of: base)
  }

  /// Whether no step loses all of its time, at any time.
  public var leavesSomebody: Bool { Base.allCases.allSatisfy { mostLost(of: $0).value < 1 } }

  /// Agents to schedule so that `required` are left; nil where the ledger leaves nobody.
  public func scheduled(forRequired required: Double, at local: LocalDateTime? = nil) -> Double? {
    let left = 1 - total(at: local).value
    return left > 0 ? required / left : nil
  }

  /// Agents on contacts of `scheduled` ones: the supply view.
  public func onContacts(ofScheduled scheduled: Double, at local: LocalDateTime? = nil) -> Double {
    scheduled * max(0, 1 - total(at: local).value)
  }

  /// Paid time per scheduled time, as vacation and paid holidays add to it; nil where they leave nothing.
  public var paidPerScheduled: Double? {
    let left = 1 - lost(of: .paid).value
    return left > 0 ? 1 / left : nil
  }

  /// The ledger of a center whose shifts hold their breaks.
  public func leavingOutBreaks() -> ShrinkageLedger {
    ShrinkageLedger(mode: mode, categories: categories.filter { !$0.isBreak })
  }
}

/// The reasons for shrinkage that Muster knows by name, with what they usually are.
///
/// A plan may say otherwise of each; a name that is not here is planned and in the office. All are shares of scheduled
/// time unless the plan names another base: that is how a ledger without bases is meant.
public enum ShrinkageCatalog {
  /// All known reasons, in alphabetical order.
  public static let all: [ShrinkageLedger.Category] = [
    .init("absence", isPlanned: false, .away),
    .init("breaks", isPlanned: true, .office, isBreak: true),
    .init("coaching", isPlanned: true, .office),
    .init("holidays", isPlanned: true, .away),
    .init("lateness", isPlanned: false, .office),
    .init("leave", isPlanned: true, .away),
    .init("lunch", isPlanned: true, .office, isBreak: true),
    .init("meetings", isPlanned: true, .office),
    .init("sickness", isPlanned: false, .away),
    .init("system", isPlanned: false, .office),
    .init("training", isPlanned: true, .office),
    .init("vacation", isPlanned: true, .away),
  ]

  /// A category of this name without a share.
  public static func category(named name: String) -> ShrinkageLedger.Category {
    all.first { $0.name == name.lowercased() }.map { known in
      var category = known
      category.name = name
      return category
    } ?? .init(name, isPlanned: true, .office)
  }
}
