internal import ContactCenter

/// The formulas by name.
///
/// A new formula is one line here.
public enum QueueingCatalog {
  /// All formulas that staff by a goal, in alphabetical order.
  public static let formulas: [any QueueingFormula.Type] = [ErlangA.self, ErlangC.self]

  /// The formula of a name.
  ///
  /// *Throws*: `QueueingError.unknownFormula` with the nearest known name.
  public static func formula(
    named name: String
  ) throws(QueueingError) -> any QueueingFormula.Type {
    for formula in formulas where formula.name == name { return formula }
    throw .unknownFormula(name: name, nearest: nearestName(to: name, in: formulas.map { $0.name }))
  }
}
