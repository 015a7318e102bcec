public import ContactCenter
public import Queueing

/// The law of queueing formulas, on seeded random cases from a tenth of an erlang to a thousand.
///
/// Shares are shares and add up; Little's law holds; more agents never serve worse, by any definition; a longer
/// threshold never lowers a level; the agents found are the smallest that meet the goal, and the fractional
/// number meets it exactly. Returns what is broken, in words; empty when the law holds.
public func checkQueueingFormula(
  _ formula: any QueueingFormula.Type, cases: Int, seed: UInt64,
  definitions: [ServiceLevelDefinition] = ServiceLevelDefinition.allCases
) -> [String] {
  checkQueueingModel(
    PlainModel(formula), cases: cases, seed: seed, definitions: definitions)
}
