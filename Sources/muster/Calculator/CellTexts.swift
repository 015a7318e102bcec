import ContactCenter
import Queueing
import Staffing
import Tables

/// What a text cell of a case can mean.
protocol CellWord {
  /// The value of a text.
  init?(cell text: String)
  /// Words to offer where the text is none of them.
  static var words: [String] { get }
}

extension CellWord where Self: RawRepresentable & CaseIterable, RawValue == String {
  init?(cell text: String) { self.init(rawValue: text) }
  static var words: [String] { allCases.map(\.rawValue) }
}

extension ErlangModel: CellWord {}
extension TargetKind: CellWord {}
extension ServiceLevelDefinition: CellWord {}
extension GeneralService.Approximation: CellWord {}

extension PatienceLaw: CellWord {
  init?(cell text: String) { self.init(text: text) }
  static var words: [String] {
    [
      "deterministic(60)", "lognormal(120, 0.5)", "weibull(1.5, 120)",
      "hyperexponential(0.3, 5, 300)", "uniform(240)", "exponential(120)",
    ]
  }
}

/// The values of a column of texts, each text read once.
struct CellTexts<Word: CellWord & Sendable>: Sendable {
  private var pool = TextPool()
  private var values: [Word?] = []

  /// The value of a cell.
  ///
  /// *Throws*: `TableError` with the place where the text means nothing.
  mutating func value(
    of reader: borrowing TableReader, _ column: Int
  ) throws(TableError) -> Word {
    let index = reader.index(column, in: &pool)
    if index == values.count { values.append(Word(cell: pool.texts[index])) }
    if let value = values[index] { return value }
    let near = nearestName(to: pool.texts[index], in: Word.words)
    throw reader.failure(
      column,
      expected: near.map { "a known word, maybe \($0)" }
        ?? "one of \(Word.words.joined(separator: ", "))",
      hint: "")
  }
}
