import ContactCenter
import Records
import Tables

/// A record file that was read: its value, and what the manifest says of it.
struct Loaded<Value> {
  var value: Value
  var findings: [Finding]
  var file: Manifest.File
}

/// An input file as the bytes of a table.
struct FileBytes: ByteSource {
  let file: InputFile

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try file.read(into: buffer)
  }
}

/// Reads a record from a path or, for `-`, from stdin.
///
/// *Throws*: `CommandFailure` with status 66 or 74, `RecordError` for bad data.
func load<R: Record>(
  _ record: R.Type, from path: String, options: RecordOptions
) throws -> Loaded<R.Value> {
  let input = try InputFile(path: path)
  var options = options
  options.file = input.name
  let reading = try R.read(FileBytes(file: input), options: options)
  return Loaded(
    value: reading.value, findings: reading.findings,
    file: Manifest.File(
      path: input.name, record: R.schema.name, bytes: input.byteCount, rows: reading.rowCount,
      sha256: input.sha256))
}
