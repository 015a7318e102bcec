import ContactCenter
import Staffing
import Tables

/// Which column of a table of cases says what, and which columns its answers have.
///
/// Columns are found by their exact names. Columns of other names are carried through with a finding; answers of
/// an earlier run are left out, because they are written anew.
struct CaseColumns: Sendable {
  /// For each parameter, in the order of its cases, its column in the file.
  let places: [Int?]
  /// The columns of the file that are carried through.
  let carried: [Int]
  /// The header of the answers.
  let header: [String]
  /// Whether found agents get a column of their own, because the file has none.
  let addsAgents: Bool
  /// What was noticed.
  let findings: [Finding]

  /// Binds the columns of a file.
  ///
  /// *Throws*: `CommandFailure` with status 65 where a column is missing that every case needs.
  init(_ names: [String], file: String) throws {
    let places = ErlangParameter.allCases.map { names.firstIndex(of: $0.rawValue) }
    func has(_ parameter: ErlangParameter) -> Bool { names.contains(parameter.rawValue) }
    let canFind = has(.target) || has(.maximumOccupancy)
    var required: [ErlangParameter] = [.model, .contactsPerHour, .handleSeconds]
    if !canFind { required.append(.agents) }
    for parameter in required where !has(parameter) {
      throw Self.missing(parameter, in: names, file: file)
    }
    let answers = Set(ErlangMeasure.allCases.map(\.rawValue) + ["status"])
    self.places = places
    carried = names.indices.filter { !answers.contains(names[$0]) }
    addsAgents = canFind && !has(.agents)
    header =
      carried.map { names[$0] } + (addsAgents ? [ErlangParameter.agents.rawValue] : [])
      + ErlangMeasure.allCases.map(\.rawValue) + ["status"]
    findings = Self.findings(names, answers: answers, file: file)
  }

  /// The column of a parameter.
  func place(_ parameter: ErlangParameter) -> Int? {
    places[ErlangParameter.allCases.firstIndex(of: parameter) ?? 0]
  }

  private static func missing(
    _ parameter: ErlangParameter, in names: [String], file: String
  ) -> CommandFailure {
    let known = Set(ErlangParameter.allCases.map(\.rawValue))
    let near = nearest(to: parameter.rawValue, in: names.filter { !known.contains($0) })
    let hint =
      near.map { "Maybe it is the column \"\($0)\": rename it." }
      ?? (parameter == .agents
        ? "Maybe add agents, or a target that finds them."
        : "Maybe the file has no header row, or a title stands above it.")
    return CommandFailure(
      .badData, "\(file):1: error: column \(parameter.rawValue) is missing\n\(hint)")
  }

  /// The name of `known` that resembles `name`: a near miss, or one that begins like it.
  private static func nearest(to name: String, in known: [String]) -> String? {
    nearestName(to: name, in: known)
      ?? known.sorted().first { other in
        let (short, long) = name.count < other.count ? (name, other) : (other, name)
        return short.count >= 4 && long.hasPrefix(short)
      }
  }

  private static func findings(
    _ names: [String], answers: Set<String>, file: String
  ) -> [Finding] {
    let known = Set(ErlangParameter.allCases.map(\.rawValue))
    let free = ErlangParameter.allCases.map(\.rawValue).filter { !names.contains($0) }
    var findings: [Finding] = []
    for name in names where !known.contains(name) && !answers.contains(name) {
      let near = nearest(to: name, in: free)
      findings.append(
        Finding(
          near == nil ? .note : .warning, code: "cases.extra-column",
          "the column \(TableError.quoted(name)) is carried through and not read",
          place: "\(file):1", advice: near.map { "Maybe \($0) is meant." } ?? ""))
    }
    let old = names.filter { answers.contains($0) }
    if let first = old.first {
      findings.append(
        Finding(
          .note, code: "cases.old-answers",
          "\(old.count) columns of answers, \(first) first, are written anew",
          place: "\(file):1",
          advice: "Maybe rename those that came from elsewhere, to carry them through."))
    }
    return findings
  }
}
