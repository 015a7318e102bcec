import Tables
import Testing

@Suite("Numbers from bytes")
struct NumberParsingTests {
  private func double(_ text: String, _ sign: DecimalSign = .point) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { NumberParsing.double($0, decimalSign: sign) }
  }

  private func integer(_ text: String) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { NumberParsing.integer($0) }
  }

  @Test("What is no plain number is refused")
  func refusals() {
    for text in [
      "", "-", ".", "-.", "e5", "1e", "1e+", "1.e5", "1.", "+1", "nan", "inf", "-inf", "infinity",
      "0x10", "1_000", "1,000", "1 000", " 1", "1 ", "1e400", "-1e400", "1e-400", "1e5.5", "--1",
      "1-", "1.2.3", "１", "1\u{A0}", "1d5", "1f", "\u{FEFF}1",
    ] {
      #expect(double(text) == nil, "\(text)")
    }
  }

  @Test("Plain numbers are read")
  func numbers() {
    for (text, value) in [
      ("0", 0), ("-0", 0), ("1", 1), ("-1.5", -1.5), (".5", 0.5), ("1e3", 1000), ("1.5E-3", 0.0015),
      ("1e+2", 100), ("0001", 1), ("0.1", 0.1), ("123456789012345", 123_456_789_012_345),
      ("9007199254740993", 9_007_199_254_740_992), ("0.30000000000000004", 0.1 + 0.2),
      ("1.7976931348623157e308", Double.greatestFiniteMagnitude),
      ("5e-324", Double.leastNonzeroMagnitude), ("0e999999999999", 0), ("00.00", 0),
    ] {
      #expect(double(text) == value, "\(text)")
    }
    #expect(double("1,5", .comma) == 1.5)
    #expect(double("1.5", .comma) == nil)
    #expect(double("-0")?.sign == .plus)
    #expect(double(String(repeating: "9", count: 400)) == nil)
    #expect(double("0." + String(repeating: "3", count: 400)) == 1.0 / 3)
  }

  @Test("Every number equals the standard library's to the last bit")
  func againstStandardLibrary() {
    var random = SplitMix(state: 7)
    for _ in 0..<200_000 {
      let digits = Int(random.next() % 20) + 1
      var text = random.next() % 2 == 0 ? "-" : ""
      let point = Int(random.next() % UInt64(digits + 1))
      for index in 0..<digits {
        if index == point && index > 0 { text += "." }
        text += String(random.next() % 10)
      }
      if random.next() % 3 == 0 { text += "e\(Int(random.next() % 61) - 30)" }
      let expected = Double(text).map { $0 == 0 ? 0 : $0 }
      if double(text) != expected {
        Issue.record("\(text)")
        return
      }
    }
  }

  @Test("Integers are checked for range and grammar")
  func integers() {
    #expect(integer("0") == 0)
    #expect(integer("-12") == -12)
    #expect(integer("9223372036854775807") == Int.max)
    #expect(integer("-9223372036854775808") == Int.min)
    for text in ["9223372036854775808", "-9223372036854775809", "", "-", "1.0", "1e3", "+1", "１"] {
      #expect(integer(text) == nil, "\(text)")
    }
  }
}

/// A small generator for tests (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
