import Testing

@testable import Tables

@Suite("Checking UTF-8")
struct UTF8SequenceTests {
  private func judge(_ bytes: [UInt8]) -> UTF8Sequence.Verdict {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return .truncated }
      return UTF8Sequence.judge(base, at: 0, end: buffer.count)
    }
  }

  @Test("Every character's own bytes are valid")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(UTF8.encode(scalar) ?? .init())
      if judge(bytes) != .valid(bytes.count) {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  @Test("Overlong forms, surrogates, strays and what lies beyond Unicode are invalid")
  func invalid() {
    for bytes: [UInt8] in [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xC3, 0x28],
      [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28],
    ] {
      #expect(judge(bytes) == .invalid, "\(bytes)")
    }
  }

  @Test("A sequence that is cut is told apart from one that is wrong")
  func truncated() {
    for bytes: [UInt8] in [[0xC3], [0xE2], [0xE2, 0x82], [0xF0, 0x9F, 0x99]] {
      #expect(judge(bytes) == .truncated, "\(bytes)")
    }
  }

  @Test("All sequences of two bytes are judged as the standard library judges them")
  func allPairs() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let valid = String(validating: [first, second], as: UTF8.self)?.unicodeScalars.count == 1
        #expect((judge([first, second]) == .valid(2)) == valid)
      }
    }
  }
}
