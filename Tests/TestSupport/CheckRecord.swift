public import ContactCenter
public import Records
public import Tables

/// The law of records: what is written reads back equal, and writes the same bytes again.
///
/// Returns what is broken, in words; empty when the law holds. `value` may be in any order and with any
/// decimals: the reader is held to its canonical form.
public func checkRecord<R: Record>(
  _ record: R.Type, _ value: R.Value, zone: ZoneRules, style: TableStyle = .standard
) -> [String] {
  let name = R.schema.name
  var broken: [String] = []
  do {
    let expected = R.canonical(value)
    if R.canonical(expected) != expected { broken.append("\(name): canonical is not idempotent") }
    let bytes = try R.bytes(of: expected, zone: zone, style: style)
    var format = style.format
    format.bufferBytes = 64
    let options = RecordOptions(file: "\(name).csv", zone: zone, format: format)
    let reading = try R.read(ByteChunks(bytes), options: options)
    if reading.value != expected {
      broken.append("\(name): reads back different:\n\(String(decoding: bytes, as: UTF8.self))")
    }
    for finding in reading.findings { broken.append("\(name): finding \(finding.message)") }
    let again = try R.bytes(of: reading.value, zone: zone, style: style)
    if again != bytes { broken.append("\(name): a second writing gives other bytes") }
    let fromRaw = try R.bytes(of: value, zone: zone, style: style)
    if let back = try? R.read(ByteChunks(fromRaw), options: options), back.value != expected {
      broken.append("\(name): writing rounds otherwise than canonical does")
    }
    let header = String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    for column in R.schema.columns where column.isRequired && !header.contains(column.name) {
      broken.append("\(name): the header lacks \(column.name)")
    }
  } catch {
    broken.append("\(name): \(error)")
  }
  return broken
}
