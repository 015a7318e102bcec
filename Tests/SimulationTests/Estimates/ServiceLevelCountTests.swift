import ContactCenter
import Simulation
import Testing

@Suite struct ServiceLevelCountTests {
  // ICMI's example: 1000 answered, 60 abandoned, 860 in T, 20 abandoned in T, 10 within 5 s.
  static var example: QueueTally {
    var tally = QueueTally()
    tally.offered = 1060
    tally.answered = 1000
    tally.abandoned = 60
    tally.answeredInThreshold = 860
    tally.abandonedInThreshold = 20
    tally.abandonedShort = 10
    tally.virtualInThreshold = 875
    return tally
  }

  static let published: [ServiceLevelDefinition: Double] = [
    .answered: 0.860, .offered: 0.8113207547169812, .credit: 0.8301886792452831,
    .forgive: 0.8269230769230769, .forgiveShort: 0.819047619047619, .creditShort: 0.820754716981132,
    .virtual: 0.8254716981132075, .genesys: 0.8113207547169812,
  ]

  @Test("Each definition gives its published value", arguments: ServiceLevelDefinition.allCases)
  func definitions(definition: ServiceLevelDefinition) throws {
    let expected = try #require(Self.published[definition])
    let share = try #require(ServiceLevelCount(Self.example, definition).share)
    #expect(abs(share - expected) < 1e-15)
  }

  @Test("Contacts still waiting count as missed only once they are late")
  func waiting() {
    var tally = Self.example
    tally.offered += 30
    tally.waiting = 30
    tally.waitingLate = 20
    #expect(ServiceLevelCount(tally, .offered).counted == 1080)
    #expect(ServiceLevelCount(tally, .answered).counted == 1000)
  }

  @Test(
    "Callbacks, and contacts that met no agent, are in no definition",
    arguments: ServiceLevelDefinition.allCases)
  func leftOut(definition: ServiceLevelDefinition) {
    var tally = Self.example
    tally.offered += 50 + 1 + 2 + 3 + 4 + 5
    tally.answered += 50
    tally.callbacks = 60
    tally.answeredCallbacks = 50
    tally.blocked = 1
    tally.contained = 2
    tally.unreached = 3
    tally.movedOut = 4
    tally.inSelfService = 5
    #expect(tally.isConserved)
    #expect(ServiceLevelCount(tally, definition) == ServiceLevelCount(Self.example, definition))
  }

  @Test("Nothing counted has no share")
  func nothing() {
    #expect(ServiceLevelCount(QueueTally(), .offered).share == nil)
  }
}
