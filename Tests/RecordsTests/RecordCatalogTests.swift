import Records
import Testing

@Suite("The catalog of records")
struct RecordCatalogTests {
  @Test("Every record of the design is listed once, by a unique name")
  func names() {
    #expect(
      RecordCatalog.schemas.map(\.name) == [
        "history", "contacts", "calendar", "regressors", "adjustments", "forecast", "paths",
        "totals", "backtest", "requirement", "group_requirement", "agents", "availability",
        "roster", "outcome",
      ])
    #expect(RecordCatalog.schema(named: "roster") == RosterRecord.schema)
    #expect(RecordCatalog.schema(named: "rosters") == nil)
  }

  @Test("Columns stand in the order of the design, required ones marked")
  func columns() throws {
    func columns(_ name: String) throws -> String {
      let schema = try #require(RecordCatalog.schema(named: name))
      return schema.columns.map { $0.isRequired ? $0.name.uppercased() : $0.name }
        .joined(separator: " ")
    }
    #expect(
      try columns("history")
        == "TIMESTAMP QUEUE CHANNEL OFFERED answered abandoned blocked threshold_seconds"
        + " answered_in_threshold abandoned_in_threshold abandoned_short talk_seconds hold_seconds"
        + " wrap_seconds handle_seconds answered_wait_seconds abandoned_wait_seconds backlog agents"
    )
    #expect(
      try columns("forecast")
        == "TIMESTAMP QUEUE CHANNEL OFFERED handle_seconds_mean p2.5 p10 p20 p30 p40 p50 p60 p70 p80"
        + " p90 p97.5 offered_unadjusted")
    #expect(
      try columns("requirement")
        == "TIMESTAMP QUEUE CHANNEL AGENTS offered handle_seconds_mean load_erlangs agents_exact"
        + " scheduled_agents target threshold_seconds service_level service_level_definition"
        + " asa_seconds asa_all_seconds abandonment occupancy probability_of_target"
        + " probability_of_adequate_staff"
        + " method")
    #expect(try columns("agents") == "AGENT GROUP SKILLS CONTRACT site timezone hired remote")
    #expect(
      try columns("adjustments") == "queue start end KIND VALUE reason event author")
    #expect(
      try columns("calendar")
        == "DATE NAME KIND queue region start end repeats expected_effect days")
    #expect(
      try columns("outcome")
        == "PERIOD TIMESTAMP LEVEL NAME offered answered abandoned service_level"
        + " service_level_definition threshold_seconds service_level_error service_level_p10"
        + " service_level_p90 asa_seconds abandonment occupancy probability_of_target agents blocked"
        + " contained redialed recontacted transferred callbacks wait_p50_seconds wait_p90_seconds"
        + " wait_p95_seconds sessions backlog backlog_age_seconds cost asa_error_seconds"
        + " abandonment_error occupancy_error asa_all_seconds")
  }

  @Test("A header tells which records a file could be, the best first")
  func candidates() {
    let header = ["timestamp", "queue", "channel", "offered", "answered"]
    #expect(RecordCatalog.candidates(for: header).map(\.name) == ["history", "forecast"])
    #expect(RecordCatalog.candidates(for: ["a"]).isEmpty)
  }
}
