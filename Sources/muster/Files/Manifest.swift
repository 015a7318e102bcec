import ContactCenter
import Foundation

/// What a run leaves beside its files: what it was asked, with which versions, what it read and wrote.
///
/// No time stamps and no absolute paths: the same input gives the same bytes.
struct Manifest: Encodable {
  /// A file that was read or written.
  struct File: Codable {
    var path: String
    var record: String
    var bytes: Int
    var rows: Int
    var sha256: String
  }

  /// What the run began with.
  struct Start: Encodable {
    /// First local date planned, and how it was chosen.
    var firstDay: String
    var firstDayChosenBy: String
    /// Days forecast and scheduled.
    var forecastDays: Int
    var scheduledDays: Int
    /// Queue and backlog at the start of the simulation.
    var simulation: String
  }

  var schemaVersion = 1
  var command: [String]
  var center: String
  var timezone: String
  var interval: String
  var seed: UInt64
  var start: Start
  var versions: [String: String]
  var plan: [String: String]
  var inputs: [File]
  var outputs: [File]
  var findings: [String]

  /// The manifest as JSON with sorted keys.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
