import ContactCenter
import Planning
import Staffing
import Testing

@Suite struct FitLinesTests {
  /// A fit that knows something of everything.
  private static func fit() throws -> QueueFit {
    var fit = QueueFit(queue: "billing & more", channel: "voice", contacts: 4000)
    let times = CensoredTimes(
      events: (1...200).map { Double($0 * $0) / 40 }, censored: (1...300).map { Double($0) })
    fit.patienceFamilies = PatienceFit.all(times)
    fit.patience = fit.patienceFamilies.first { $0.shape == .exponential }
    fit.handleTimeFit = HandleTimeFit((1...400).map { Double($0 % 37 + 1) * 12 })
    fit.handleTime = fit.handleTimeFit?.mean
    func share(_ value: Double) -> FittedValue {
      FittedValue(value, lower: value - 0.01, upper: value + 0.01, count: 1000)
    }
    fit.balking = share(0.04)
    fit.wrapUp = share(0.123456)
    fit.containment = share(0.35)
    fit.leakage = share(0.05)
    fit.selfServiceSeconds = FittedValue(41.7, lower: 40, upper: 43, count: 900)
    fit.transfers = [QueueFit.TransferFit(queue: "other", share: share(0.08))]
    fit.redialAfterAbandonment = ReturnFit(
      CensoredTimes(
        events: (1...300).map { Double($0 * 4) }, censored: Array(repeating: 14_400, count: 500)),
      windowSeconds: 14_400)
    fit.recontact = ReturnFit(
      CensoredTimes(
        events: (1...100).map { Double($0 * 2000) }, censored: Array(repeating: 1e6, count: 900)),
      windowSeconds: 1e6)
    let first = try #require(CivilDate(text: "2026-01-05"))
    fit.dispersion = ArrivalDispersion(
      days: (0..<28).map { day in
        ArrivalDispersion.Day(
          date: first.advanced(by: day),
          counts: (0..<10).map { Double(40 + 10 * (day / 7) + 7 * (day * $0 % 5)) })
      })
    return fit
  }

  private static func plan(_ lines: String) throws -> Plan {
    let text = "timezone: Europe/Dublin\n" + lines + "\n  other: {}\n"
    return try PlanReader.read(text, file: "fitted.yaml")
  }

  @Test("What is written reads back as a plan")
  func roundTrip() throws {
    let lines = try #require(FitLines.text([try Self.fit()]))
    let queue = try #require(try Self.plan(lines).queue(named: "billing & more"))
    let fit = try Self.fit()
    #expect(queue.patience?.value == fit.patience?.mean.value.rounded())
    #expect(queue.patienceShape == .exponential)
    #expect(queue.handleTime?.value == fit.handleTime?.value.rounded())
    #expect(queue.behavior.balking == Share(0.04))
    #expect(queue.behavior.wrapUp.text == "12.3%")
    #expect(queue.behavior.selfService?.containment == Share(0.35))
    #expect(queue.behavior.selfService?.time == Seconds(42))
    #expect(queue.behavior.transfers == [Transfer(share: Share(0.08), queue: "other")])
    let redial = try #require(queue.behavior.redial)
    #expect(
      abs(redial.afterAbandonment.value - (fit.redialAfterAbandonment?.share.value ?? 0)) < 6e-4)
    #expect(queue.behavior.recontact != nil)
    #expect(queue.busynessVariation != nil)
  }

  @Test("The family that fits best is written on request")
  func bestPatience() throws {
    let fit = try Self.fit()
    let best = try #require(fit.patienceFamilies.first)
    #expect(best.shape != .exponential)
    let lines = try #require(FitLines.text([fit], bestPatience: true))
    let queue = try #require(try Self.plan(lines).queue(named: "billing & more"))
    #expect(queue.patienceShape.text == best.shape.kept)
  }

  @Test("Too few abandons stand as a comment, and a queue of which nothing is known not at all")
  func thin() throws {
    var thin = QueueFit(queue: "thin", channel: "voice", contacts: 30)
    thin.patience = PatienceFit.exponential(totalSeconds: 700, events: 7)
    #expect(FitLines.text([thin]) == nil)
    thin.balking = FittedValue(0.1, lower: 0.02, upper: 0.3, count: 20)
    thin.handleTime = FittedValue(180, lower: 150, upper: 210, count: 60)
    let lines = try #require(FitLines.text([thin]))
    #expect(lines.contains("# patience: 7 abandons are too few: 49s to 4m9s"))
    #expect(try Self.plan(lines).queue(named: "thin")?.patience == nil)
  }

  @Test("The delay of redials comes from a share that is told, not from a rejected one")
  func redialDelay() throws {
    var fit = QueueFit(queue: "q", channel: "voice", contacts: 1000)
    fit.redialAfterAbandonment = ReturnFit(
      CensoredTimes(
        events: (1...100).map { Double($0 * 4) }, censored: Array(repeating: 14_400, count: 200)),
      windowSeconds: 14_400)
    // Spread evenly over the window: chance, though more of it.
    fit.redialAfterBlock = ReturnFit(
      CensoredTimes(
        events: (1...300).map { Double($0 * 48) }, censored: Array(repeating: 14_400, count: 2000)),
      windowSeconds: 14_400)
    let told = try #require(fit.redialAfterAbandonment)
    #expect(try #require(fit.redialAfterBlock).share.lower == 0)
    let lines = try #require(FitLines.text([fit]))
    #expect(lines.contains("delay: \(Seconds(told.delay.value.rounded()).text) }"), "\(lines)")
  }
}
