internal import ContactCenter

/// The formulas by name.
///
/// A new formula is one line here.
public enum QueueingCatalog {
  /// The formulas that staff by a goal from traffic alone, in alphabetical order.
  public static let formulas: [any QueueingFormula.Type] = [ErlangA.self, ErlangC.self]

  /// A formula as help pages and tables name it.
  public struct Entry: Hashable, Sendable {
    /// The name.
    public let name: String
    /// One sentence.
    public let summary: String
    /// What it takes beside arrivals, handle time, agents and threshold, in words.
    public let parameters: [String]
  }

  /// Every formula, in alphabetical order.
  public static let entries: [Entry] = [
    Entry(
      name: ConcurrentSessions.name, summary: ConcurrentSessions.summary,
      parameters: ["patience", "sessions", "slowdown or handle time by level"]),
    Entry(name: ErlangA.name, summary: ErlangA.summary, parameters: ["patience"]),
    Entry(name: ErlangB.name, summary: ErlangB.summary, parameters: []),
    Entry(name: ErlangC.name, summary: ErlangC.summary, parameters: []),
    Entry(
      name: ErlangX.name, summary: ErlangX.summary,
      parameters: ["patience", "lines", "redial shares"]),
    Entry(
      name: GeneralService.name, summary: GeneralService.summary,
      parameters: ["variations", "approximation"]),
    Entry(
      name: GeneralPatience.name, summary: GeneralPatience.summary, parameters: ["patience law"]),
    Entry(name: LimitedLines.name, summary: LimitedLines.summary, parameters: ["lines"]),
    Entry(
      name: LimitedLines.nameWithPatience, summary: LimitedLines.summaryWithPatience,
      parameters: ["lines", "patience"]),
  ]

  /// The formula of a name, among those that need no parameters.
  ///
  /// *Throws*: `QueueingError.unknownFormula` with the nearest known name.
  public static func formula(
    named name: String
  ) throws(QueueingError) -> any QueueingFormula.Type {
    for formula in formulas where formula.name == name { return formula }
    throw .unknownFormula(name: name, nearest: nearestName(to: name, in: formulas.map { $0.name }))
  }

  /// The entry of a name, among all.
  ///
  /// *Throws*: `QueueingError.unknownFormula` with the nearest known name.
  public static func entry(named name: String) throws(QueueingError) -> Entry {
    for entry in entries where entry.name == name { return entry }
    throw .unknownFormula(name: name, nearest: nearestName(to: name, in: entries.map { $0.name }))
  }
}
