import ContactCenter
import Testing

@testable import Staffing

@Suite struct ReturningInflowTests {
  private static let start = Instant(secondsSinceEpoch: 0)
  private static let forecast = SampleCenter.forecast(Array(repeating: 100, count: 48), from: start)

  private static func network(_ queue: Queue, abandonment: Double) -> InflowNetwork {
    var network = InflowNetwork(forecast, SampleCenter.request(queue))
    network.take(Array(repeating: abandonment, count: 48), Array(repeating: 0, count: 48), of: 0)
    network.settle()
    return network
  }

  @Test(
    "Redials without limit make 1/(1 − p) attempts, whatever the delay", arguments: [60.0, 7200])
  func redials(delay: Double) {
    var queue = SampleCenter.queue()
    queue.behavior.redial = Redial(
      afterAbandonment: Share(0.5), afterBlock: Share(0), delay: Seconds(delay))
    let flow = Self.network(queue, abandonment: 0.2).flow(of: 0)
    #expect(flow.reaching.allSatisfy { abs($0 - 100 / 0.9) < 1e-3 })
  }

  @Test("A limit on attempts cuts the series: three attempts are 1 + p + p²")
  func attempts() {
    var queue = SampleCenter.queue()
    queue.behavior.redial = Redial(
      afterAbandonment: Share(0.5), afterBlock: Share(0), delay: Seconds(60), maximumAttempts: 3)
    let flow = Self.network(queue, abandonment: 0.4).flow(of: 0)
    #expect(flow.reaching.allSatisfy { abs($0 - 124) < 1e-3 })
    #expect(ReturningInflow.limited(0.5, failing: 0.4, attempts: 1) == 0)
    #expect(ReturningInflow.limited(1, failing: 1, attempts: 4) == 0.75)
  }

  @Test("Recontacts come of those who were answered")
  func recontacts() {
    var queue = SampleCenter.queue()
    queue.behavior.recontact = Recontact(share: Share(0.1), delay: Seconds(86_400))
    let flow = Self.network(queue, abandonment: 0.2).flow(of: 0)
    #expect(flow.reaching.allSatisfy { abs($0 - 100 / (1 - 0.08)) < 1e-3 })
  }

  @Test("Who comes again goes through the self-service again")
  func throughSelfService() {
    var queue = SampleCenter.queue()
    queue.behavior.selfService = SelfService(time: Seconds(60), containment: Share(0.5))
    queue.behavior.recontact = Recontact(share: Share(0.2), delay: Seconds(600))
    let flow = Self.network(queue, abandonment: 0).flow(of: 0)
    // R = 0.5 (100 + 0.2 R).
    #expect(flow.reaching.allSatisfy { abs($0 - 50 / 0.9) < 1e-3 })
  }
}
