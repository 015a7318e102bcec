/// Every record that Muster reads and writes, for the documentation and for `check`.
public enum RecordCatalog {
  /// The schemas, in the order in which a plan's data flows.
  public static let schemas: [RecordSchema] = [
    HistoryRecord.schema, ContactsRecord.schema, CalendarRecord.schema, RegressorsRecord.schema,
    AdjustmentsRecord.schema, ForecastRecord.schema, PathsRecord.schema, TotalsRecord.schema,
    BacktestRecord.schema,
    RequirementRecord.schema, GroupRequirementRecord.schema, AgentsRecord.schema,
    AvailabilityRecord.schema, RosterRecord.schema, OutcomeRecord.schema,
  ]

  /// The schema of this name, or nil.
  public static func schema(named name: String) -> RecordSchema? {
    schemas.first { $0.name == name }
  }

  /// The records whose required columns a header has, most columns first: what a file could be.
  public static func candidates(for header: [String]) -> [RecordSchema] {
    let folded = Set(header.map(ColumnBinding.folded))
    let fitting = schemas.filter { schema in
      schema.columns.allSatisfy { column in
        !column.isRequired
          || ([column.name] + column.aliases).contains {
            folded.contains(ColumnBinding.folded($0))
          }
      }
    }
    func known(_ schema: RecordSchema) -> Int {
      schema.columns.count { folded.contains(ColumnBinding.folded($0.name)) }
    }
    return fitting.sorted { one, other in
      known(one) == known(other) ? one.name < other.name : known(one) > known(other)
    }
  }
}
