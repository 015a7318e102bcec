import ArgumentParser
import ContactCenter

/// A roster from anywhere: its words, the files beside it, and the days to look at.
struct RosterFlags: ParsableArguments {
  /// More days than this are not asked for.
  static let mostDays = 366

  @Option(
    help:
      "The roster before: what was worked last counts towards rest, stretches and weeks. Default: the plan's."
  )
  var previous: String?

  @Option(help: "The agents record; the plan's where there is one.")
  var agents: String?

  @Option(help: "The availability record; the plan's where there is one.")
  var availability: String?

  @Option(
    name: .customLong("activity"), parsing: .singleValue,
    help: ArgumentHelp(
      "A word of the file for an activity, such as work=Phone; may be repeated.",
      valueName: "activity=word"))
  var activities: [String] = []

  @Option(help: "The first day; shifts before are history. Default: the plan's or the roster's.")
  var from: String?

  @Option(help: "How many days. Default: the plan's, or until the roster ends.")
  var days: Int?

  /// The first day and the number of days that the flags name.
  ///
  /// *Throws*: `CommandFailure` with status 64 and an example.
  func period() throws -> (from: CivilDate?, days: Int?) {
    if let days, !(1...Self.mostDays).contains(days) {
      throw CommandFailure(
        .usage, "error: --days is \(days)\nMaybe a number from 1 to \(Self.mostDays).")
    }
    return (
      try from.map {
        try readFlag($0, "--from", example: "2026-03-09") { CivilDate(text: $0) }
      }, days
    )
  }
}
