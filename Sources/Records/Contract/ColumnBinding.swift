internal import ContactCenter
internal import Tables

/// Which column of a file is which column of the record.
///
/// In order: the mapping of the options, the exact name, the name with case and punctuation ignored, the
/// aliases. Whatever is left over is told in a finding; whatever required is missing is an error.
struct ColumnBinding {
  /// For each column of the schema its position in the file, or nil.
  private(set) var places: [Int?] = []

  init(
    schema: RecordSchema, file columns: [String], options: RecordOptions,
    ledger: inout FindingLedger, error: inout RecordError
  ) {
    var taken: Set<Int> = []
    let folded = columns.map(Self.folded)
    for (name, _) in options.mapping.sorted(by: { $0.key < $1.key })
    where !schema.columns.contains(where: { $0.name == name }) {
      error.add(Self.unknownMapping(name, schema: schema))
    }
    for column in schema.columns {
      if let wanted = options.mapping[column.name] {
        let place = columns.firstIndex(of: wanted)
        if place == nil { error.add(Self.unknownTarget(wanted, of: column.name, in: columns)) }
        places.append(place)
      } else {
        let names = [column.name] + column.aliases
        places.append(
          columns.firstIndex(of: column.name)
            ?? names.lazy.compactMap { folded.firstIndex(of: Self.folded($0)) }
            .first { !taken.contains($0) })
      }
      if let place = places.last ?? nil { taken.insert(place) }
    }
    for (index, column) in schema.columns.enumerated()
    where places[index] == nil && column.isRequired && options.constants[column.name] == nil {
      if let wanted = options.mapping[column.name], !columns.contains(wanted) { continue }
      error.add(Self.missing(column, in: columns))
    }
    let extra = columns.indices.filter { !taken.contains($0) }
    for place in extra.prefix(20) {
      Self.noteExtra(
        columns[place], schema: schema, places: places, options: options, ledger: &ledger)
    }
    if extra.count > 20 {
      ledger.note(
        .note, "\(schema.name).extra-columns", place: "\(options.file):1",
        "\(extra.count - 20) more columns are not read")
    }
  }

  /// Letters and digits in lower case.
  static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
  }

  /// The name of `known` that resembles `name`: a near miss, or one that contains the other's words.
  static func nearest(to name: String, in known: [String]) -> String? {
    let wanted = folded(String(name.prefix(64)))
    let folds = known.map(folded)
    if let near = nearestName(to: wanted, in: folds), let at = folds.firstIndex(of: near) {
      return known[at]
    }
    return known.indices.first { at in
      let (short, long) = folds[at].count < wanted.count ? (folds[at], wanted) : (wanted, folds[at])
      return short.count >= 4 && (long.hasPrefix(short) || long.hasSuffix(short))
    }.map { known[$0] }
  }

  private static func missing(_ column: RecordColumn, in columns: [String]) -> TableError {
    let listed = columns.prefix(20).map { TableError.quoted($0) }.joined(separator: ", ")
    let more = columns.count > 20 ? " and \(columns.count - 20) more" : ""
    let near = nearest(to: column.name, in: columns)
    let looksLikeData = columns.contains { $0.first?.isNumber == true }
    return TableError(
      code: .missingColumn, line: 1, field: column.name,
      message: "column \(column.name) is missing; the file has \(listed)\(more)",
      hint: near.map {
        "Maybe it is the column \(TableError.quoted($0)): --map \(column.name)=\($0)"
      }
        ?? (looksLikeData
          ? "Maybe the file has no header row, or a title stands above it."
          : "Maybe it has another name: --map \(column.name)=NAME"))
  }

  private static func unknownMapping(_ name: String, schema: RecordSchema) -> TableError {
    let near = nearest(to: name, in: schema.columnNames)
    return TableError(
      code: .missingColumn, field: name,
      message: "the record \(schema.name) has no column \(TableError.quoted(name)) to map to",
      hint: near.map { "Maybe \($0) is meant." }
        ?? "Maybe one of these is meant: \(schema.columnNames.joined(separator: ", ")).")
  }

  private static func unknownTarget(
    _ wanted: String, of name: String, in columns: [String]
  ) -> TableError {
    let near = nearest(to: wanted, in: columns)
    return TableError(
      code: .missingColumn, line: 1, field: name,
      message:
        "\(name) is mapped to the column \(TableError.quoted(wanted)), which the file has not",
      hint: near.map { "Maybe \(TableError.quoted($0)) is meant." }
        ?? "Maybe the header is spelled otherwise: capitals and blanks count here.")
  }

  private static func noteExtra(
    _ name: String, schema: RecordSchema, places: [Int?], options: RecordOptions,
    ledger: inout FindingLedger
  ) {
    let free = schema.columns.indices.filter { places[$0] == nil }.map { schema.columns[$0].name }
    let near = nearest(to: name, in: free)
    ledger.note(
      .note, "\(schema.name).extra-column", key: "extra-column \(name)",
      place: "\(options.file):1",
      advice: near.map { "Maybe it is \($0): --map \($0)=\(name)" } ?? "",
      "the column \(TableError.quoted(name)) is not read")
  }
}
