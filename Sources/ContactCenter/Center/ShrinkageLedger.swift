/// The shares of scheduled time in which agents do not take contacts, one line each.
///
/// *Formula*: scheduled = required / (1 − s), never required × (1 + s). Additive: s = Σ sᵢ; compounded:
/// s = 1 − Π (1 − sᵢ).
public struct ShrinkageLedger: Hashable, Sendable {
  /// How the categories add up.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    case additive, compounded
  }

  /// One reason for absence from contacts.
  public struct Category: Hashable, Sendable {
    /// The name, such as `vacation`.
    public var name: String
    /// Its share of scheduled time.
    public var share: Share

    /// Creates a category.
    public init(name: String, share: Share) {
      self.name = name
      self.share = share
    }
  }

  /// How the categories add up.
  public var mode: Mode
  /// The categories, in the plan's order.
  public var categories: [Category]

  /// Creates a ledger.
  public init(mode: Mode = .additive, categories: [Category] = []) {
    self.mode = mode
    self.categories = categories
  }

  /// The whole share of scheduled time lost, below 1 in every valid ledger.
  public var total: Share {
    switch mode {
    case .additive: Share(categories.reduce(0) { $0 + $1.share.value })
    case .compounded: Share(1 - categories.reduce(1) { $0 * (1 - $1.share.value) })
    }
  }

  /// Agents to schedule so that `required` are left; nil where the ledger leaves nobody.
  public func scheduled(forRequired required: Double) -> Double? {
    let left = 1 - total.value
    return left > 0 ? required / left : nil
  }
}
