import ContactCenter
import Testing

@Suite struct NearestNameTests {
  @Test("A near miss is found, a stranger is not")
  func nearest() {
    let known = ["timezone", "interval", "queues", "groups"]
    #expect(nearestName(to: "timezon", in: known) == "timezone")
    #expect(nearestName(to: "Queus", in: known) == "queues")
    #expect(nearestName(to: "zebra", in: known) == nil)
  }

  @Test("The order of the known names means nothing")
  func ties() {
    #expect(nearestName(to: "b", in: ["c", "a"]) == nearestName(to: "b", in: ["a", "c"]))
  }
}
