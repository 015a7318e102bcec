import Testing

@testable import Queueing

@Suite("The sums over waiting contacts")
struct WaitingSumsTests {
  @Test(
    "sums of hundreds of millions of terms are refused, short ones are taken whatever their size")
  func size() throws {
    #expect(WaitingSums.sum(c: 1e15, z: 1e15) == nil)
    #expect(WaitingSums.sum(c: 1e15, z: 1e15 + 1) == nil)
    #expect(WaitingSums.sum(c: 1, z: 1e15) == nil)
    // Terms as good as powers of one half.
    let half = try #require(WaitingSums.sum(c: 2e15, z: 1e15))
    #expect(abs(half.served - 1) < 1e-12)
    #expect(abs(half.lost - 2) < 1e-12)
  }

  @Test("who asks for them hears why")
  func refusal() throws {
    let traffic = try Traffic(
      contacts: 3.6e7, inSeconds: 3600, meanHandleSeconds: 1, meanPatienceSeconds: 1e10)
    do {
      _ = try PlainModel(ErlangA.self).measures(
        of: traffic, agents: 10_000, threshold: 20, shortThreshold: 20)
      Issue.record("was answered")
    } catch {
      #expect(
        error.message
          == "contacts within one patience is 100000000000000.0, expected at most 10000000000000.0 where agents are this busy"
      )
    }
  }
}
