import Probability
import Testing

@Suite struct StreamKeyTests {
  @Test("Every part of a key matters, and parts cannot trade places")
  func parts() {
    var seen = Set<UInt64>()
    let names = ["", "a", "b", "ab", "billing", "sales"]
    for seed in 0..<4 as Range<UInt64> {
      for replication in 0..<4 {
        for name in names {
          for purpose in names {
            let key = StreamKey(
              seed: seed, replication: replication, name: name, purpose: purpose)
            seen.insert(key.value)
          }
        }
      }
    }
    #expect(seen.count == 4 * 4 * 6 * 6)
  }

  @Test("A key means the same bits in every process: published results rest on it")
  func pinned() {
    let key = StreamKey(seed: 1, replication: 7, name: "billing", purpose: "patience")
    #expect(key.value == 6_097_905_872_987_784_715)
  }

  @Test("Neighboring replications give unrelated streams")
  func unrelated() {
    var differing = 0
    for replication in 0..<64 {
      let first = StreamKey(seed: 1, replication: replication, name: "q", purpose: "arrival").value
      let second = StreamKey(seed: 1, replication: replication + 1, name: "q", purpose: "arrival")
        .value
      differing += (first ^ second).nonzeroBitCount
    }
    // 64 keys of 64 bits: 2048 expected to differ, standard deviation 32.
    #expect(abs(differing - 2048) < 160)
  }
}
