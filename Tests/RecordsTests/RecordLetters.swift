import ContactCenter
import Records
import Tables

/// The whole text of the refusal of a file, or nil when it was read.
func letter<R: Record>(
  _ record: R.Type, _ text: String, zone: ZoneRules = .utc,
  configure: (inout RecordOptions) -> Void = { _ in }
) -> String? {
  do {
    _ = try read(record, text, zone: zone, configure: configure)
    return nil
  } catch { return "\(error)" }
}

/// Reads a text as a record.
func read<R: Record>(
  _ record: R.Type, _ text: String, zone: ZoneRules = .utc,
  configure: (inout RecordOptions) -> Void = { _ in }
) throws -> RecordReading<R.Value> {
  var options = RecordOptions(file: "\(R.schema.name).csv", zone: zone)
  configure(&options)
  return try R.read(ByteChunks(text), options: options)
}
