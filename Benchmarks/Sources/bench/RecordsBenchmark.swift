import ContactCenter
import Records
import Tables

/// Megabytes per CPU-second of a history of a million rows, read into the noun and written back.
struct RecordsBenchmark {
  static let queues = ["billing", "email", "messaging", "support", "webchat"]
  static let rowsPerQueue = 200_000

  /// Makes a history, then reads and writes it; prints the table.
  func run() throws {
    let zone = try ZoneRules.named("America/Chicago")
    let file = Self.history(in: zone)
    let options = RecordOptions(file: "history.csv", zone: zone)
    let reading = try HistoryRecord.read(ByteChunks(file), options: options)
    var table = Table(["history record", "MB", "rows", "MB/CPU-s", "median", "goal"])

    let read = try Measurement { try HistoryRecord.read(ByteChunks(file), options: options) }
    table.add(Self.cells("read", file.count, reading.rowCount, read, goal: "≥ 100"))

    let written = try HistoryRecord.bytes(of: reading.value, zone: zone)
    let write = try Measurement { try HistoryRecord.bytes(of: reading.value, zone: zone) }
    table.add(Self.cells("write", written.count, reading.rowCount, write, goal: ""))
    print(table.text, terminator: "")
  }

  private static func cells(
    _ name: String, _ bytes: Int, _ rows: Int, _ measurement: Measurement, goal: String
  ) -> [String] {
    let megabytes = Double(bytes) / 1e6
    return [
      name, decimals(megabytes, 1), "\(rows)", decimals(megabytes / measurement.best, 0),
      decimals(megabytes / measurement.median, 0), goal,
    ]
  }

  /// A million rows as a center would export them: local times with offset, seven columns, 55 MB.
  static func history(in zone: ZoneRules) -> [UInt8] {
    var bytes = Array("timestamp,queue,channel,offered,answered,abandoned,handle_seconds\n".utf8)
    bytes.reserveCapacity(60_000_000)
    // Counts need no distribution here, only digits of the usual lengths.
    var state: UInt64 = 1
    func next(below limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    let start = Instant(secondsSinceEpoch: 1_577_836_800)
    for row in 0..<rowsPerQueue {
      for queue in queues {
        let offered = next(below: 60)
        let abandoned = offered / 16
        TimestampText.append(start.advanced(by: row * 900), in: zone, to: &bytes)
        let rest = ",\(queue),voice,\(offered),\(offered - abandoned),\(abandoned)"
        bytes += Array("\(rest),\((offered - abandoned) * (200 + next(below: 200)))\n".utf8)
      }
    }
    return bytes
  }
}
