/// Reading and writing ISO 8601 timestamps, byte by byte.
///
/// Goals, in this order: refuse what is not certain; name the fault; 0.05 µs a row, because histories have
/// millions (formatters of Foundation take 30 to 50 µs).
public enum TimestampText {
  /// A timestamp as the text gave it: with an offset, or a naive reading of some wall clock.
  public enum Reading: Hashable, Sendable {
    case instant(Instant)
    case local(LocalDateTime)
  }

  /// Why a text is no timestamp.
  public enum Fault: Error, Hashable, Sendable {
    /// Day and month cannot be told apart, as in 03/04/2026.
    case ambiguousDate
    /// There is no such day or time, as in 2026-02-31 or 25:00.
    case noSuchTime
    /// It does not look like a timestamp at all.
    case notATimestamp

    /// What is wrong and what to do.
    public var hint: String {
      switch self {
      case .ambiguousDate:
        "Maybe write dates as 2026-04-03: day and month cannot be told apart here."
      case .noSuchTime: "Maybe there is no such day or hour; times run from 00:00:00 to 23:59:59."
      case .notATimestamp: "Maybe write it as 2026-03-09T10:00:00 or with an offset, …-06:00."
      }
    }
  }

  /// Reads `2026-03-09T10:00`, with a space for the `T`, seconds and fraction optional, and `Z`
  /// or `±hh[:mm]` optional.
  ///
  /// A date alone means its midnight. Fractions of a second are cut off.
  ///
  /// *Throws*: `Fault`.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> Reading {
    var cursor = Cursor(bytes: bytes)
    guard let year = cursor.digits(4), cursor.take(0x2D), let month = cursor.digits(2),
      cursor.take(0x2D), let day = cursor.digits(2)
    else {
      throw bytes.contains(0x2F) ? .ambiguousDate : .notATimestamp
    }
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchTime }
    if cursor.isAtEnd { return .local(LocalDateTime(date: date, secondOfDay: 0)) }
    guard cursor.take(0x54) || cursor.take(0x20) || cursor.take(0x74),
      let hour = cursor.digits(2), cursor.take(0x3A), let minute = cursor.digits(2)
    else { throw .notATimestamp }
    var second = 0
    if cursor.take(0x3A) {
      guard let s = cursor.digits(2) else { throw .notATimestamp }
      second = s
      if cursor.take(0x2E) || cursor.take(0x2C) {
        guard cursor.skipDigits() else { throw .notATimestamp }
      }
    }
    guard hour <= 23, minute <= 59, second <= 59 else { throw .noSuchTime }
    let local = LocalDateTime(date: date, secondOfDay: hour * 3600 + minute * 60 + second)
    if cursor.isAtEnd { return .local(local) }
    guard let offset = cursor.offset(), cursor.isAtEnd else { throw .notATimestamp }
    guard offset.magnitude < 86_400 else { throw .noSuchTime }
    return .instant(Instant(secondsSinceEpoch: local.wallSeconds - offset))
  }

  /// Reads a timestamp from a string.
  public static func parse(_ text: String) throws(Fault) -> Reading {
    var copy = text
    let result: Result<Reading, Fault> = copy.withUTF8 { bytes in
      do throws(Fault) { return .success(try parse(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The instant in a zone, as `2026-11-01T01:30:00-04:00`.
  public static func text(_ instant: Instant, in zone: ZoneRules) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(25)
    append(instant, in: zone, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the instant in a zone as text to a buffer.
  public static func append(_ instant: Instant, in zone: ZoneRules, to bytes: inout [UInt8]) {
    let offset = zone.offset(at: instant)
    let local = LocalDateTime(wallSeconds: instant.secondsSinceEpoch + offset)
    let (year, month, day) = local.date.parts
    put(year, 4, &bytes)
    bytes.append(0x2D)
    put(month, 2, &bytes)
    bytes.append(0x2D)
    put(day, 2, &bytes)
    bytes.append(0x54)
    put(local.secondOfDay / 3600, 2, &bytes)
    bytes.append(0x3A)
    put(local.secondOfDay / 60 % 60, 2, &bytes)
    bytes.append(0x3A)
    put(local.secondOfDay % 60, 2, &bytes)
    bytes.append(offset < 0 ? 0x2D : 0x2B)
    put(Int(offset.magnitude) / 3600, 2, &bytes)
    bytes.append(0x3A)
    put(Int(offset.magnitude) / 60 % 60, 2, &bytes)
  }

  private static func put(_ number: Int, _ width: Int, _ bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }
}

/// A position in the bytes of one timestamp.
private struct Cursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for _ in 0..<count {
      let digit = Int(bytes[index]) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      value = value * 10 + digit
      index += 1
    }
    return value
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func skipDigits() -> Bool {
    let start = index
    while index < bytes.count, bytes[index] &- 0x30 <= 9 { index += 1 }
    return index > start
  }

  /// `Z`, `+hh`, `+hhmm` or `+hh:mm`, in seconds east of UTC.
  mutating func offset() -> Int? {
    if take(0x5A) || take(0x7A) { return 0 }
    let sign: Int
    if take(0x2B) {
      sign = 1
    } else if take(0x2D) {
      sign = -1
    } else {
      return nil
    }
    guard let hours = digits(2) else { return nil }
    if isAtEnd { return sign * hours * 3600 }
    _ = take(0x3A)
    guard let minutes = digits(2), minutes <= 59 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
