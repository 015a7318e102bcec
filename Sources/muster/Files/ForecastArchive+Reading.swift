import ContactCenter
import Forecasting
import Records

extension ForecastArchive {
  /// What stands in an archive.
  struct Reading {
    /// The entries, in order of first day; of several forecasts of one first day the last.
    var entries: [Entry] = []
    /// Entries that are damaged, and how many were published anew.
    var findings: [Finding] = []
  }

  /// Reads all entries; a damaged one is told and left out.
  ///
  /// - Parameter grid: the grid they must have; nil takes that of the newest.
  /// *Throws*: `CommandFailure` with status 66 where the folder is missing or holds no forecast.
  func read(grid wanted: TimeGrid? = nil) throws -> Reading {
    let names = names()
    guard !names.isEmpty else {
      throw CommandFailure(
        .inputMissing,
        "\(folder): error: no forecast is kept here\nMaybe muster run or muster forecast --archive \(folder) has yet to keep one."
      )
    }
    var reading = Reading()
    var grid = wanted
    var seen: Set<String> = []
    var replaced = 0
    for name in names.reversed() {
      switch load(name) {
      case .failure(let fault): reading.findings.append(fault.finding)
      case .success(let entry):
        guard let own = entry.manifest.grid, grid == nil || grid == own else {
          reading.findings.append(
            Finding(
              .warning, code: "archive.other-grid",
              "the forecast has \(entry.manifest.intervalMinutes)-minute intervals in"
                + " \(entry.manifest.timezone), the others have another grid: it is left out",
              place: "\(folder)/\(name.text)"))
          continue
        }
        grid = own
        guard seen.insert("\(name.firstDay.text) \(entry.manifest.center)").inserted else {
          replaced += 1
          continue
        }
        reading.entries.append(entry)
      }
    }
    if replaced > 0 {
      reading.findings.append(
        Finding(
          .note, code: "archive.published-anew",
          "\(replaced == 1 ? "1 forecast was" : "\(replaced) forecasts were") published anew for the same"
            + " first day: the last one counts",
          place: folder))
    }
    reading.entries.reverse()
    return reading
  }

  private struct Fault: Error { var finding: Finding }

  private func load(_ name: EntryName) -> Result<Entry, Fault> {
    let path = "\(folder)/\(name.text)"
    func damaged(_ why: String) -> Result<Entry, Fault> {
      .failure(
        Fault(
          finding: Finding(
            .warning, code: "archive.entry-damaged", "\(why): the forecast is left out",
            place: path, advice: "Maybe bring it back from a backup, or remove the folder.")))
    }
    guard let bytes = try? InputFile(path: "\(path)/manifest.json").readAll(),
      let manifest = try? ArchiveManifest.read(bytes)
    else { return damaged("manifest.json is missing or cannot be read") }
    guard String(SHA256.hex(bytes).prefix(12)) == name.hash else {
      return damaged("manifest.json was changed since the forecast was kept")
    }
    guard let grid = manifest.grid else {
      return damaged("the time zone \(manifest.timezone) is not known on this machine")
    }
    var forecast = PastForecast(
      firstDay: name.firstDay, published: DemandForecast(queues: []))
    for file in manifest.outputs {
      let options = RecordOptions(file: file.path, zone: grid.zone)
      let target = "\(path)/\(PathText.name(of: file.path))"
      do {
        let sum: String
        switch file.path {
        case "forecast.csv":
          let loaded = try muster.load(ForecastRecord.self, from: target, options: options)
          (forecast.published, sum) = (loaded.value, loaded.file.sha256)
        case "unadjusted.csv":
          let loaded = try muster.load(ForecastRecord.self, from: target, options: options)
          (forecast.unadjusted, sum) = (loaded.value, loaded.file.sha256)
        case "adjustments.csv":
          let loaded = try muster.load(AdjustmentsRecord.self, from: target, options: options)
          (forecast.adjustments, sum) = (loaded.value, loaded.file.sha256)
        default: continue
        }
        guard sum == file.sha256 else {
          return damaged("\(file.path) was changed since the forecast was kept")
        }
      } catch { return damaged("\(file.path) is missing or cannot be read") }
    }
    return .success(Entry(name: name, manifest: manifest, forecast: forecast))
  }
}
