import ContactCenter
import Forecasting
import Foundation

/// What the archive says of a forecast: from which inputs it was made, and what it wrote.
///
/// No time stamps and no folders: the same inputs give the same bytes wherever they lie.
struct ArchiveManifest: Codable {
  /// Which model forecast a queue.
  struct Model: Codable {
    var queue: String
    var channel: String
    var model: String
  }

  var schemaVersion = 1
  var center: String
  var timezone: String
  var intervalMinutes: Int
  var firstDay: String
  var days: Int
  var models: [Model]
  var versions: [String: String]
  var inputs: [Manifest.File]
  var outputs: [Manifest.File]

  /// Creates a manifest; only inputs that a forecast is made from are kept, by name.
  init(
    center: String, grid: TimeGrid, firstDay: CivilDate, days: Int, models: [ModelDescription],
    inputs: [Manifest.File], outputs: [Manifest.File]
  ) {
    self.center = center
    timezone = grid.zone.identifier
    intervalMinutes = grid.length.minutes
    self.firstDay = firstDay.text
    self.days = days
    self.models = models.map { Model(queue: $0.queue, channel: $0.channel, model: $0.model) }
    versions = Versions.all().filter { ["muster", "blas", "tzdata"].contains($0.key) }
    self.inputs =
      inputs.filter { !Self.unrelated.contains($0.record) }.map { file in
        var copy = file
        copy.path = PathText.name(of: file.path)
        return copy
      }.sorted { ($0.record, $0.path) < ($1.record, $1.path) }
    self.outputs = outputs
  }

  /// Records that a plan names and no forecast reads.
  private static let unrelated: Set<String> = ["agents", "availability", "paths"]

  /// The manifest as JSON with sorted keys.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// Reads a manifest.
  ///
  /// *Throws*: where the bytes are none.
  static func read(_ bytes: [UInt8]) throws -> ArchiveManifest {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(ArchiveManifest.self, from: Data(bytes))
  }

  /// The grid of the forecast; nil where this machine does not know its zone.
  var grid: TimeGrid? {
    guard let zone = try? ZoneRules.named(timezone),
      let length = IntervalLength(rawValue: intervalMinutes)
    else { return nil }
    return TimeGrid(zone: zone, length: length)
  }
}
