import ContactCenter
import Queueing
import Staffing
import Tables

/// Some rows of a table of cases: what they say, and their cells as bytes to carry through.
struct CaseChunk: Sendable {
  /// One row.
  struct Row: Sendable {
    var question = ErlangCase()
    /// Which parameters are given.
    var given: ErlangParameters = []
    /// What is wrong with a cell, where something is.
    var problem: String?
    /// Whether a target stands beside given agents: the fewest that meet it take their place.
    var replacesAgents = false
    /// The line in the file.
    var line = 0
    /// Where the row's carried cells end in the chunk's bytes.
    var end = 0
    /// Where a found number goes among them: an empty cell.
    var hole: Int?
  }

  /// The carried cells of all rows, commas between them.
  var bytes: [UInt8] = []
  var rows: [Row] = []
}

/// Reads rows of cases into chunks.
///
/// A cell that is not what its column is for makes a row with a problem, and the next row is read; a file that is
/// no table throws.
struct CaseReader: ~Copyable {
  private var reader: TableReader
  let columns: CaseColumns
  private let parameters: [(parameter: ErlangParameter, bit: ErlangParameters, place: Int)]
  private let findable: [Int]
  private var models = CellTexts<ErlangModel>()
  private var kinds = CellTexts<TargetKind>()
  private var definitions = CellTexts<ServiceLevelDefinition>()
  private var approximations = CellTexts<GeneralService.Approximation>()
  private var laws = CellTexts<PatienceLaw>()

  /// Opens a table and binds its columns.
  ///
  /// *Throws*: `TableError`, `CommandFailure` for a missing column, whatever the source throws.
  init(_ source: any ByteSource, format: TableFormat, file: String) throws {
    let table = try TableReader.open(source, format: format)
    let columns = try CaseColumns(table.columns, file: file)
    self.reader = table
    self.columns = columns
    parameters = ErlangParameter.allCases.compactMap { parameter in
      columns.place(parameter).map { (parameter, ErlangParameters(parameter), $0) }
    }
    findable = [.agents, .contactsPerHour, .handleSeconds].compactMap { columns.place($0) }
  }

  /// The next rows, at most `count`; nil at the end.
  ///
  /// *Throws*: `TableError` where a row cannot be cut, whatever the source throws.
  mutating func next(_ count: Int) throws -> CaseChunk? {
    var chunk = CaseChunk()
    chunk.rows.reserveCapacity(count)
    // Patience can be another text in every row, and so can mistakes: texts are forgotten with their chunk.
    models = CellTexts()
    kinds = CellTexts()
    definitions = CellTexts()
    approximations = CellTexts()
    laws = CellTexts()
    while chunk.rows.count < count, try reader.next() {
      var row = CaseChunk.Row()
      row.line = reader.line
      do throws(TableError) {
        try read(&row)
      } catch {
        row.problem = error.message
      }
      carry(&row, into: &chunk.bytes)
      row.end = chunk.bytes.count
      chunk.rows.append(row)
    }
    return chunk.rows.isEmpty ? nil : chunk
  }

  private mutating func read(_ row: inout CaseChunk.Row) throws(TableError) {
    var target: Double?
    var kind = TargetKind.serviceLevel
    for (parameter, bit, place) in parameters where !reader.isBlank(place) {
      row.given.insert(bit)
      switch parameter {
      case .model: row.question.model = try models.value(of: reader, place)
      case .contactsPerHour: row.question.contactsPerHour = try reader.number(place)
      case .handleSeconds: row.question.handleSeconds = try reader.number(place)
      case .agents: row.question.agents = try reader.number(place)
      case .lines: row.question.lines = try reader.number(place)
      case .patienceSeconds: row.question.patienceSeconds = try reader.number(place)
      case .patience: row.question.patience = try laws.value(of: reader, place)
      case .thresholdSeconds: row.question.thresholdSeconds = try reader.number(place)
      case .redialAbandon: row.question.redialAbandon = try reader.number(place)
      case .redialBlock: row.question.redialBlock = try reader.number(place)
      case .redialDelaySeconds: row.question.redialDelaySeconds = try reader.number(place)
      case .maximumSessions: row.question.maximumSessions = try reader.number(place)
      case .slowdown: row.question.slowdown = try reader.number(place)
      case .arrivalVariation: row.question.arrivalVariation = try reader.number(place)
      case .serviceVariation: row.question.serviceVariation = try reader.number(place)
      case .approximation:
        row.question.approximation = try approximations.value(of: reader, place)
      case .target: target = try reader.number(place)
      case .targetKind: kind = try kinds.value(of: reader, place)
      case .maximumOccupancy: row.question.goal.maximumOccupancy = try reader.number(place)
      case .definition: row.question.goal.definition = try definitions.value(of: reader, place)
      }
    }
    if row.question.model == nil, let place = columns.place(.model) {
      throw reader.failure(place, expected: "the name of a model", hint: "")
    }
    guard let target else { return }
    kind.set(target, in: &row.question.goal)
    if row.question.agents != nil, row.question.contactsPerHour != nil,
      row.question.handleSeconds != nil
    {
      row.question.agents = nil
      row.replacesAgents = true
    }
  }

  /// Copies the carried cells of the row, quoted where they must be.
  private func carry(_ row: inout CaseChunk.Row, into bytes: inout [UInt8]) {
    for (index, column) in columns.carried.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let canBeFound = findable.contains(column)
      if reader.isEmpty(column) || (canBeFound && reader.isBlank(column))
        || (row.replacesAgents && column == columns.place(.agents))
      {
        if canBeFound { row.hole = bytes.count }
        continue
      }
      reader.withBytes(column) { CSVCell.append($0, to: &bytes) }
    }
  }
}

/// What a target is about: the words of the column `target_kind`.
enum TargetKind: String, CaseIterable {
  case serviceLevel = "service-level"
  case asa, abandonment, occupancy, blocking
  case immediateAnswer = "immediate-answer"

  /// Puts the target into a goal.
  func set(_ target: Double, in goal: inout ServiceGoal) {
    switch self {
    case .serviceLevel: goal.serviceLevel = target
    case .asa: goal.maximumASASeconds = target
    case .abandonment: goal.maximumAbandonment = target
    case .occupancy: goal.maximumOccupancy = min(target, goal.maximumOccupancy ?? target)
    case .blocking: goal.maximumBlocking = target
    case .immediateAnswer: goal.minimumImmediateAnswer = target
    }
  }
}
