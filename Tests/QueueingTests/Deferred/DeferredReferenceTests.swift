import Queueing
import Testing

@Suite("Deferred work against closed forms")
struct DeferredReferenceTests {
  private func contacts(_ row: ReferenceTable.Row) throws -> [Double] {
    try row.text("arrivals_per_hour").split(separator: ";").map { text in
      try #require(Double(text))
    }
  }

  /// The tables are written with 11 to 14 significant digits.
  private func expectWritten(
    _ value: Double, _ reference: Double, _ row: ReferenceTable.Row, _ column: String
  ) {
    #expect(
      abs(value - reference) <= 1e-10 * max(1, abs(reference)),
      "\(row) \(column): \(value), reference \(reference)")
  }

  @Test(
    "every row of backlog_required.csv: fluid and normal requirement, and the window that binds")
  func required() throws {
    let table = try ReferenceTable("../../StaffingTests/Data/backlog_required.csv")
    #expect(table.rows.count == 32)
    for row in table.rows {
      let volumes = try contacts(row)
      let handle = try row.number("handle_s")
      let deadline = try row.number("deadline_h") * 3600
      let fluid = try DeferredWork.fluidRequirement(
        contacts: volumes, intervalSeconds: 3600, handleSeconds: handle,
        deadlineSeconds: deadline)
      try expectWritten(fluid.agents, row.number("fluid_n"), row, "fluid_n")
      #expect(
        try "\(fluid.window.lowerBound)-\(fluid.window.upperBound)" == row.text("binding_window"),
        "\(row)")
      for (probability, column) in [
        (0.5, "normal_n_p0.5"), (0.9, "normal_n_p0.9"), (0.99, "normal_n_p0.99"),
      ] {
        let normal = try DeferredWork.normalRequirement(
          contacts: volumes, intervalSeconds: 3600, handleSeconds: handle,
          handleVariation: row.number("handle_cv2"), deadlineSeconds: deadline,
          probability: probability)
        try expectWritten(normal.agents, row.number(column), row, column)
      }
    }
    table.expectAllRead(besides: ["profile"])
  }

  @Test("every row of backlog_fluid.csv: the course of the backlog and the shares in time")
  func fluid() throws {
    let table = try ReferenceTable("backlog_fluid.csv")
    #expect(table.rows.count == 24)
    for row in table.rows {
      let course = try FluidBacklog(
        contacts: contacts(row), intervalSeconds: 3600, handleSeconds: row.number("handle_s"),
        agents: row.number("n_staff"))
      let ends = try row.text("backlog_end_of_hour_agent_h").split(separator: ";")
      #expect(ends.count == course.atEnd.count)
      for (found, text) in zip(course.atEnd, ends) {
        let reference = try #require(Double(text))
        expectWritten(found / 3600, reference, row, "backlog")
      }
      try expectWritten(
        course.maximum / 3600, row.number("max_backlog_agent_h"), row, "max_backlog_agent_h")
      for hours in [1, 2, 4, 8] {
        let column = "met_within_\(hours)h"
        try expectWritten(
          course.shareMet(within: Double(hours) * 3600), row.number(column), row, column)
      }
    }
    table.expectAllRead(besides: ["profile"])
  }

  @Test("every row of backlog_clear_probability.csv: exact and normal, exponential and constant")
  func clearing() throws {
    let table = try ReferenceTable("backlog_clear_probability.csv")
    #expect(table.rows.count == 6)
    let columns: [(DeferredClearing.HandleTimes, String)] = [
      (.exponential, "exact_exp"), (.normal(variation: 1), "normal_exp"),
      (.deterministic, "exact_det"), (.normal(variation: 0), "normal_det"),
    ]
    for row in table.rows {
      for (times, column) in columns {
        let found = try DeferredClearing.probability(
          meanContacts: row.number("mean_contacts"), handleSeconds: row.number("handle_s"),
          times: times, agents: row.number("n_staff"), withinSeconds: row.number("hours") * 3600)
        try expectWritten(found, row.number(column), row, column)
      }
    }
    table.expectAllRead()
  }
}
