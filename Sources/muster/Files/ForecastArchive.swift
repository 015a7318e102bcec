import ContactCenter
import Forecasting
import Foundation
import Planning
import Records

/// A folder that keeps every forecast as it was published, so that it can be held against what happened.
///
/// Each forecast is a sub-folder of plain files, named by its first day, a count and the start of its manifest's
/// hash: `2026-03-09-01-5f2c91d0a3be`. It holds `forecast.csv` as published, `manifest.json` with the SHA-256 of every
/// input, and, where the planner changed anything, `unadjusted.csv` and `adjustments.csv`. The count tells which of
/// several forecasts of one first day was published last, without any clock.
struct ForecastArchive {
  /// The folder.
  let folder: String

  /// One forecast of the archive.
  struct Entry {
    /// The name of its folder.
    var name: EntryName
    /// What it was made from.
    var manifest: ArchiveManifest
    /// What it said.
    var forecast: PastForecast
  }

  /// Creates the folder where it is missing, and makes sure that it can be written.
  ///
  /// *Throws*: `CommandFailure` with status 73.
  func prepare() throws { try AtomicFile.createFolder(folder) }

  /// Keeps a forecast; the same one from the same inputs a second time is only counted as the last.
  ///
  /// *Throws*: `CommandFailure` with status 73, 74, or 75 where another run holds the archive.
  func keep(_ result: ForecastResult, plan: Plan, inputs: [Manifest.File]) throws {
    let grid = plan.grid
    let starts = result.forecast.queues.compactMap { $0.intervals.first?.start }
    guard let first = starts.min() else { return }
    var files: [(name: String, record: String, bytes: [UInt8])] = [
      ("forecast.csv", "forecast", try ForecastRecord.bytes(of: result.forecast, zone: grid.zone))
    ]
    if let unadjusted = result.unadjusted {
      files += [
        ("unadjusted.csv", "forecast", try ForecastRecord.bytes(of: unadjusted, zone: grid.zone)),
        (
          "adjustments.csv", "adjustments",
          try AdjustmentsRecord.bytes(of: result.adjustments, zone: grid.zone)
        ),
      ]
    }
    let manifest = ArchiveManifest(
      center: plan.center, grid: grid, firstDay: grid.date(of: first),
      days: plan.forecast.horizonDays, models: result.models, inputs: inputs,
      outputs: files.map { file in
        Manifest.File(
          path: file.name, record: file.record, bytes: file.bytes.count,
          rows: max(0, file.bytes.count { $0 == 0x0A } - 1), sha256: SHA256.hex(file.bytes))
      })
    let told = try manifest.json()
    try prepare()
    let lock = try RunLock(folder: folder)
    defer { withExtendedLifetime(lock) {} }
    try publish(
      files.map { ($0.name, $0.bytes) } + [("manifest.json", told)], firstDay: manifest.firstDay,
      hash: String(SHA256.hex(told).prefix(12)))
  }

  /// Writes the files into a folder of their own and gives it its name at the end, so that an entry is there wholly or
  /// not at all.
  private func publish(
    _ files: [(String, [UInt8])], firstDay: String, hash: String
  ) throws {
    let same = names().filter { $0.firstDay.text == firstDay }
    let next = (same.map(\.count).max() ?? 0) + 1
    if let old = same.first(where: { $0.hash == hash }) {
      // Nothing is written twice; where another came in between, this one is the last again.
      guard old.count + 1 < next else { return }
      try move(old.text, to: EntryName(firstDay: old.firstDay, count: next, hash: hash).text)
      return
    }
    guard let day = CivilDate(text: firstDay) else { return }
    let draft = ".\(hash).\(getpid()).tmp"
    try? FileManager.default.removeItem(atPath: "\(folder)/\(draft)")
    try AtomicFile.createFolder("\(folder)/\(draft)")
    do {
      for (name, bytes) in files { try AtomicFile.write(bytes, to: "\(folder)/\(draft)/\(name)") }
      try move(draft, to: EntryName(firstDay: day, count: next, hash: hash).text)
    } catch {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(draft)")
      throw error
    }
  }

  private func move(_ old: String, to new: String) throws {
    guard rename("\(folder)/\(old)", "\(folder)/\(new)") == 0 else {
      let fault = SystemFault(number: errno)
      throw CommandFailure(
        .cannotCreate, "\(folder)/\(new): error: cannot be created: \(fault)")
    }
  }

  /// The names of all entries, in order of first day and count.
  func names() -> [EntryName] {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return found.compactMap { EntryName(text: $0) }.sorted()
  }

  /// Removes entries whose first day lies more than so many days before the newest one's, and what broken-off runs left.
  ///
  /// - Returns: the names of the entries that are gone.
  /// *Throws*: `CommandFailure` with status 73 where one cannot be removed, 75 where another run holds the archive.
  func prune(olderThan days: Int) throws -> [EntryName] {
    let lock = try RunLock(folder: folder)
    defer { withExtendedLifetime(lock) {} }
    let names = names()
    guard let newest = names.map(\.firstDay).max() else { return [] }
    let old = names.filter { newest.days(since: $0.firstDay) > days }
    let left = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in old.map(\.text) + left.filter({ $0.hasPrefix(".") && $0.hasSuffix(".tmp") }) {
      do {
        try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      } catch {
        throw CommandFailure(
          .cannotCreate, "\(folder)/\(name): error: cannot be removed\nMaybe it is not yours.")
      }
    }
    return old
  }
}

/// The name of an entry's folder.
struct EntryName: Hashable, Comparable {
  /// The first day of the forecast.
  var firstDay: CivilDate
  /// The how-manieth forecast of that day it is.
  var count: Int
  /// The first twelve digits of the SHA-256 of its manifest.
  var hash: String

  init(firstDay: CivilDate, count: Int, hash: String) {
    self.firstDay = firstDay
    self.count = count
    self.hash = hash
  }

  /// Reads `2026-03-09-01-5f2c91d0a3be`; nil for anything else.
  init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 5, let day = CivilDate(text: parts[..<3].joined(separator: "-")),
      let count = Int(parts[3]), count > 0, parts[4].count == 12,
      parts[4].allSatisfy({ $0.isHexDigit && $0.isASCII })
    else { return nil }
    self.init(firstDay: day, count: count, hash: String(parts[4]))
  }

  var text: String { "\(firstDay.text)-\(count < 10 ? "0" : "")\(count)-\(hash)" }

  static func < (a: EntryName, b: EntryName) -> Bool {
    (a.firstDay, a.count, a.hash) < (b.firstDay, b.count, b.hash)
  }
}
