import Foundation
import Testing

@testable import muster

@Suite struct SHA256Tests {
  @Test(
    "The vectors of FIPS 180-4 hold",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func vectors(text: String, digest: String) { #expect(SHA256.hex(Array(text.utf8)) == digest) }

  @Test("Any way of cutting the bytes gives the same digest")
  func chunks() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let whole = SHA256.hex(bytes)
    for size in [1, 3, 55, 63, 64, 65, 127, 500] {
      var digest = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        digest.update(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(digest.finalized() == whole)
    }
  }

  @Test("A million times a, the long vector of the standard")
  func million() {
    var digest = SHA256()
    let block = [UInt8](repeating: 0x61, count: 10_000)
    for _ in 0..<100 { digest.update(block) }
    #expect(
      digest.finalized() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
