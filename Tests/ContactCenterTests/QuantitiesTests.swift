import ContactCenter
import Testing

@Suite struct QuantitiesTests {
  @Test(
    "Durations read as plans write them",
    arguments: [
      ("20s", 20.0), ("5m", 300), ("1h30m", 5400), ("2.5h", 9000), ("45", 45), ("1d", 86_400),
    ])
  func durations(text: String, seconds: Double) {
    #expect(Seconds(text: text)?.value == seconds)
  }

  @Test(
    "What is no duration is refused",
    arguments: ["", "5x", "m", "5m5m", "5s1h", "-5s", "1e3s", "nan"])
  func noDuration(text: String) { #expect(Seconds(text: text) == nil) }

  @Test(
    "Shares read in percent or as a fraction",
    arguments: [("80%", 0.8), ("0.8", 0.8), ("80", 0.8), ("100%", 1)])
  func shares(text: String, value: Double) { #expect(Share(text: text)?.value == value) }

  @Test("What is no share is refused", arguments: ["", "%", "101%", "-5%", "eighty"])
  func noShare(text: String) { #expect(Share(text: text) == nil) }

  @Test(
    "Targets read and print",
    arguments: [("80/20", "80%/20s"), ("90%/4h", "90%/4h"), ("97.5/1m30s", "97.5%/1m30s")])
  func targets(text: String, printed: String) {
    #expect(ServiceTarget(text: text)?.text == printed)
  }

  @Test(
    "What is no target is refused", arguments: ["80", "80/", "/20", "0/20", "120%/20", "80/20/5"])
  func noTarget(text: String) { #expect(ServiceTarget(text: text) == nil) }

  @Test("Shrinkage divides: 100 agents at 30 % need 142.857, not 130")
  func shrinkage() throws {
    func ledger(_ mode: ShrinkageLedger.Mode, _ shares: [Double]) -> ShrinkageLedger {
      ShrinkageLedger(
        mode: mode, categories: shares.map { .init(name: "x", share: Share($0)) })
    }
    let one = try #require(ledger(.additive, [0.3]).scheduled(forRequired: 100))
    #expect(abs(one - 142.857142857) < 1e-9)
    let added = try #require(ledger(.additive, [0.18, 0.14]).scheduled(forRequired: 100))
    #expect(abs(added - 147.0588235) < 1e-6)
    let compounded = try #require(ledger(.compounded, [0.18, 0.14]).scheduled(forRequired: 100))
    #expect(abs(compounded - 141.8037436) < 1e-6)
    #expect(ledger(.additive, [0.6, 0.5]).scheduled(forRequired: 100) == nil)
  }

  @Test("Rounding to decimals survives printing and reading back")
  func rounding() {
    for i in 0..<2000 {
      let value = Double(i * i) / 7
      let rounded = roundedToDecimals(value, 4)
      #expect(Double("\(rounded)") == rounded)
      #expect(roundedToDecimals(rounded, 4) == rounded)
      #expect(abs(rounded - value) <= 0.00005000001)
    }
    #expect(roundedToDecimals(-0.00001, 4).sign == .plus)
  }
}
