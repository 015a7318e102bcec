import ContactCenter
import Testing

@Suite struct ResponseCampaignTests {
  private static func campaign(_ curve: ResponseCampaign.Curve) -> ResponseCampaign {
    ResponseCampaign(
      start: Instant(secondsSinceEpoch: 0), sent: 20_000, response: Share(0.03), curve: curve)
  }

  @Test("Half of those still to come within each half-life")
  func halfLife() {
    let campaign = Self.campaign(.halfLife(Seconds(3600)))
    #expect(campaign.responses(after: 0) == 0)
    #expect(campaign.responses(after: -5) == 0)
    #expect(abs(campaign.responses(after: 3600) - 300) < 1e-9)
    #expect(abs(campaign.responses(after: 7200) - 450) < 1e-9)
    #expect(abs(campaign.responses(after: 1800) - 600 * (1 - 0.5.squareRoot())) < 1e-9)
    #expect(campaign.responses(after: 1e9) == 600)
  }

  @Test("Shares of all responses by stretch of time, evenly within each")
  func shares() {
    let campaign = Self.campaign(.shares([0.5, 0.3], every: Seconds(1000)))
    #expect(abs(campaign.responses(after: 500) - 150) < 1e-9)
    #expect(abs(campaign.responses(after: 1000) - 300) < 1e-9)
    #expect(abs(campaign.responses(after: 1500) - 390) < 1e-9)
    #expect(abs(campaign.responses(after: 9000) - 480) < 1e-9)
  }
}
