import ContactCenter
import Queueing
import Staffing
import Tables

/// A table of cases to a table of answers: read in chunks, computed on every core, written in order.
///
/// Memory does not grow with the table, and the bytes do not depend on the number of threads.
enum CaseTable {
  /// What is worth telling after the table.
  struct Summary {
    var rows = 0
    var refused = 0
    var findings: [Finding] = []
  }

  /// Rows computed in one go.
  private static let chunkRows = 4096

  /// Answers every row.
  ///
  /// *Throws*: `TableError` for a file that is no table, `CommandFailure` for a missing column, whatever reading
  /// and writing throw.
  static func answer(
    _ source: any ByteSource, format: TableFormat, file: String, precision: AnswerPrecision,
    threads: Int, write: ([UInt8]) throws -> Void
  ) async throws -> Summary {
    var reader = try CaseReader(source, format: format, file: file)
    let columns = reader.columns
    var header: [UInt8] = []
    for (index, name) in columns.header.enumerated() {
      if index > 0 { header.append(UInt8(ascii: ",")) }
      CSVCell.append(name, to: &header)
    }
    header.append(0x0A)
    try write(header)
    let writer = CaseAnswers.Writer(
      answers: AnswerWriter(precision: precision), addsAgents: columns.addsAgents)
    var total = CaseAnswers()
    // A sliding window of chunks: the reader is never far ahead of the slowest computation.
    try await withThrowingTaskGroup(of: (Int, CaseAnswers).self) { group in
      var waiting: [Int: CaseAnswers] = [:]
      var started = 0
      var written = 0
      func take(_ done: (Int, CaseAnswers)) throws {
        waiting[done.0] = done.1
        while let next = waiting.removeValue(forKey: written) {
          try write(next.bytes)
          total.count(next)
          written += 1
        }
      }
      while let chunk = try reader.next(chunkRows) {
        let number = started
        group.addTask { (number, writer.answer(chunk)) }
        started += 1
        // Answers behind a slow chunk wait for it, and so does the reader.
        while started - written > 2 * threads + 2, let done = try await group.next() {
          try take(done)
        }
      }
      for try await done in group { try take(done) }
    }
    return Summary(
      rows: total.rows, refused: total.refused,
      findings: columns.findings + total.findings(file: file))
  }
}

/// The answers of some rows as bytes, and what is worth telling about them.
struct CaseAnswers: Sendable {
  /// The rows with their answers.
  var bytes: [UInt8] = []
  var rows = 0
  var refused = 0
  /// The first refused row: its line, and why.
  var firstRefused: (line: Int, reason: String)?
  /// Rows whose given agents made way for those that a target asks for.
  var replaced = 0
  /// Rows whose target is met only because customers give up.
  var flattered = 0
  /// For each model, in the order of its cases, parameters that are given and not read.
  var unread: [ErlangParameters] = Array(repeating: [], count: ErlangModel.allCases.count)

  /// Adds the counts of later rows.
  mutating func count(_ other: CaseAnswers) {
    rows += other.rows
    refused += other.refused
    replaced += other.replaced
    flattered += other.flattered
    firstRefused = firstRefused ?? other.firstRefused
    for index in unread.indices { unread[index].formUnion(other.unread[index]) }
  }

  /// Refused rows, and parameters that models do not read.
  func findings(file: String) -> [Finding] {
    var findings: [Finding] = []
    if let firstRefused {
      findings.append(
        Finding(
          .warning, code: "cases.refused",
          "\(refused) of \(rows) rows are refused, the first because \(firstRefused.reason)",
          place: "\(file):\(firstRefused.line)", advice: "The column status says why of each."))
    }
    if flattered > 0 {
      findings.append(
        Finding(
          .warning, code: "cases.definition-met-by-abandonment",
          "in \(flattered) rows the target is met by fewer agents than erlangs, because customers give up",
          place: file, advice: "Maybe count service level as offered there, or limit abandonment."))
    }
    if replaced > 0 {
      findings.append(
        Finding(
          .note, code: "cases.agents-replaced",
          "in \(replaced) rows the fewest agents that meet the target stand in place of those given",
          place: file, advice: "Maybe leave the target empty to judge given agents."))
    }
    for (model, parameters) in zip(ErlangModel.allCases, unread) where !parameters.isEmpty {
      findings.append(
        Finding(
          .note, code: "cases.unread-parameter",
          "\(model.rawValue) does not read "
            + parameters.list.map(\.rawValue).joined(separator: ", "),
          place: file,
          advice: "Maybe another model is meant, or the column is for other rows."))
    }
    return findings
  }

  /// Computes and writes chunks.
  struct Writer: Sendable {
    let answers: AnswerWriter
    let addsAgents: Bool

    /// The answers of a chunk.
    func answer(_ chunk: CaseChunk) -> CaseAnswers {
      var result = CaseAnswers()
      result.bytes.reserveCapacity(chunk.bytes.count + chunk.rows.count * 200)
      var calculator = ErlangCalculator()
      var start = 0
      for row in chunk.rows {
        let reason = append(row, chunk.bytes[start..<row.end], &calculator, &result)
        start = row.end
        result.rows += 1
        if let reason {
          result.refused += 1
          result.firstRefused = result.firstRefused ?? (row.line, reason)
        }
      }
      return result
    }

    /// Appends one row; returns why it is refused, where it is.
    private func append(
      _ row: CaseChunk.Row, _ carried: ArraySlice<UInt8>,
      _ calculator: inout ErlangCalculator, _ result: inout CaseAnswers
    ) -> String? {
      var reason = row.problem
      var answer: ErlangAnswer?
      if reason == nil {
        do throws(ErlangCaseError) {
          answer = try calculator.answer(row.question)
        } catch {
          reason = error.message
        }
      }
      if let answer {
        note(row, answer.model, &result)
        if row.replacesAgents { result.replaced += 1 }
        if row.question.isMetByAbandonment(answer) { result.flattered += 1 }
        if let hole = row.hole {
          result.bytes.append(contentsOf: carried[..<hole])
          answers.appendFound(answer, to: &result.bytes)
          result.bytes.append(contentsOf: carried[hole...])
        } else {
          result.bytes.append(contentsOf: carried)
        }
        if addsAgents {
          result.bytes.append(UInt8(ascii: ","))
          answers.appendFound(answer, to: &result.bytes)
        }
        answers.append(answer, to: &result.bytes)
      } else {
        result.bytes.append(contentsOf: carried)
        if addsAgents { result.bytes.append(UInt8(ascii: ",")) }
        answers.refuse(reason ?? "", to: &result.bytes)
      }
      result.bytes.append(0x0A)
      return reason
    }

    private func note(
      _ row: CaseChunk.Row, _ model: ErlangModel, _ result: inout CaseAnswers
    ) {
      let extra = row.given.subtracting(model.reads)
      guard !extra.isEmpty, let index = ErlangModel.allCases.firstIndex(of: model) else { return }
      result.unread[index].formUnion(extra)
    }
  }
}
