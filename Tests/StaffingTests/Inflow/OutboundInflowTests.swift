import ContactCenter
import Testing

@testable import Staffing

@Suite struct OutboundInflowTests {
  private static func campaign(_ pacing: OutboundCampaign.Pacing) -> OutboundCampaign {
    OutboundCampaign(
      pacing: pacing, connected: Share(0.3), rightParty: Share(0.5), attempt: Seconds(25),
      wrongParty: Seconds(20), abandonmentCap: Share(0.03))
  }

  @Test(
    "A number takes the attempt and the talk with whoever answers; a predictive dialer spares the attempt"
  )
  func seconds() {
    // Talk: 0.3 · (0.5 · 180 + 0.5 · 20) = 30.
    let preview = OutboundInflow.secondsPerNumber(Self.campaign(.preview), handleSeconds: 180)
    let progressive = OutboundInflow.secondsPerNumber(
      Self.campaign(.progressive), handleSeconds: 180)
    let predictive = OutboundInflow.secondsPerNumber(Self.campaign(.predictive), handleSeconds: 180)
    #expect(abs(preview - 55) < 1e-9)
    #expect(abs(progressive - 55) < 1e-9)
    #expect(abs(predictive - 29.1) < 1e-9)
  }

  @Test("A list is work that may wait for its deadline")
  func staffed() throws {
    var queue = SampleCenter.queue(
      Channel(name: "outbound", mode: .live), patience: nil, hours: .always)
    queue.behavior.outbound = Self.campaign(.preview)
    queue.target = ServiceTarget(serviceLevel: Share(1), threshold: Seconds(4 * 3600))
    // 720 numbers of 55 s are 11 hours of work; half an hour to load and 4 hours to dial.
    let result = try Staffer.requirement(
      forArriving: SampleCenter.forecast([720] + Array(repeating: 0, count: 8)),
      request: SampleCenter.request(queue))
    let rows = result.requirement.queues[0].intervals
    #expect(rows.allSatisfy { abs(($0.agentsExact ?? 0) - 11 / 4.5) < 1e-3 && $0.agents == 3 })
    #expect(rows.allSatisfy { $0.serviceLevel == nil && $0.probabilityOfTarget == nil })
    #expect(
      result.findings.map(\.message) == [
        "720 numbers to dial are staffed as work, preview, of which 216 answer and 108 are the right person"
      ])
  }
}
