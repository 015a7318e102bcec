import Records
import Tables

/// A file that may be one of two records: its header says which.
struct RecordInput {
  /// The name as messages show it.
  let name: String
  private let bytes: [UInt8]
  /// Whether each row is a contact; a row per interval otherwise.
  let isContacts: Bool

  /// Reads a file, or stdin for `-`.
  ///
  /// - Parameter mapping: columns under other names, which may hold the one that tells.
  /// *Throws*: `CommandFailure` with status 66 or 74; `TableError` for a file without a header.
  init(path: String, mapping: [String: String]) throws {
    let file = try InputFile(path: path)
    name = file.name
    bytes = try file.readAll()
    let header = (try? TableReader.open(ByteChunks(bytes)))?.columns ?? []
    let folded = header.map { $0.lowercased().filter { $0.isLetter } }
    isContacts = mapping["outcome"].map { header.contains($0) } ?? folded.contains("outcome")
  }

  /// Reads it as a record.
  ///
  /// *Throws*: `RecordError` for bad data.
  func read<R: Record>(_ record: R.Type, _ options: RecordOptions) throws -> RecordReading<R.Value>
  {
    var options = options
    options.file = name
    return try R.read(ByteChunks(bytes), options: options)
  }
}
