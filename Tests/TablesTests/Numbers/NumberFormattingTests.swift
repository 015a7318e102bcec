import Tables
import Testing

@Suite("Numbers to bytes")
struct NumberFormattingTests {
  private func text(_ value: Double, _ decimals: Int, _ sign: DecimalSign = .point) -> String? {
    var bytes: [UInt8] = []
    guard NumberFormatting.append(value, decimals: decimals, decimalSign: sign, to: &bytes) else {
      return bytes.isEmpty ? nil : "left bytes behind"
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Decimals are at most so many, without trailing zeros")
  func decimals() {
    for (value, places, expected) in [
      (0.0, 3, "0"), (-0.0, 3, "0"), (1, 0, "1"), (1.5, 0, "2"), (2.5, 0, "2"), (1.25, 4, "1.25"),
      (1.23456, 4, "1.2346"), (-1.5, 2, "-1.5"), (0.001, 3, "0.001"), (0.0004, 3, "0"),
      (-0.0004, 3, "0"), (100, 3, "100"), (1_000_000, 0, "1000000"), (0.1 + 0.2, 4, "0.3"),
      (312.4, 3, "312.4"), (1e12, 6, "1000000000000"),
      (1e16, 6, "1e+16"), (9_007_199_254_740_992, 0, "9007199254740992"),
      (0.05, 1, "0"), (0.06, 1, "0.1"), (10.01, 2, "10.01"),
    ] {
      #expect(text(value, places) == expected)
    }
    #expect(text(1.5, 2, .comma) == "1,5")
  }

  @Test("What is not finite is refused and leaves nothing behind")
  func refusals() {
    #expect(text(.nan, 2) == nil)
    #expect(text(.infinity, 2) == nil)
    #expect(text(-.infinity, 2) == nil)
  }

  @Test("A number with so many decimals reads back as the same double")
  func roundTrip() {
    var random = SplitMix(state: 11)
    for _ in 0..<200_000 {
      let places = Int(random.next() % 7)
      var scale = 1.0
      for _ in 0..<places { scale *= 10 }
      let units = Double(Int64(random.next() % 2_000_000_000_001) - 1_000_000_000_000)
      let value = units / scale
      let text = text(value, places) ?? ""
      let back = Array(text.utf8).withUnsafeBufferPointer { NumberParsing.double($0) }
      if back != value {
        Issue.record("\(value) is written \(text)")
        return
      }
    }
  }

  @Test("Large and small doubles survive as well, whatever the decimals")
  func extremes() {
    for value in [1e15, 1e18, 1.5e300, .greatestFiniteMagnitude, -4e17, 0x1p53, 0x1p53 + 2] {
      let written = text(value, 4) ?? ""
      let back = Array(written.utf8).withUnsafeBufferPointer { NumberParsing.double($0) }
      #expect(back == value, "\(written)")
    }
  }

  @Test("Integers are written to the ends of their range")
  func integers() {
    for value in [0, 7, -7, 10, 1_000, Int.max, Int.min] {
      var bytes: [UInt8] = []
      NumberFormatting.append(value, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == String(value))
    }
  }

  @Test("The shortest digits read back as the same double, and whole numbers have no decimals")
  func shortest() {
    func shortest(_ value: Double, _ sign: DecimalSign = .point) -> String? {
      var bytes: [UInt8] = []
      guard NumberFormatting.appendShortest(value, decimalSign: sign, to: &bytes) else {
        return nil
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(shortest(12) == "12")
    #expect(shortest(-0.0) == "0")
    #expect(shortest(0.1 + 0.2) == "0.30000000000000004")
    #expect(shortest(1.5, .comma) == "1,5")
    #expect(shortest(1e-300) == "1e-300")
    #expect(shortest(.nan) == nil)
    #expect(shortest(.infinity) == nil)
    var bits: UInt64 = 0x3FF0_0000_0000_0001
    for _ in 0..<2000 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: bits)
      guard value.isFinite else { continue }
      #expect(Double(shortest(value) ?? "") == value)
    }
  }
}
