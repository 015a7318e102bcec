import Queueing
import Testing

@Suite("The requirement of deferred work")
struct DeferredWorkTests {
  @Test(
    "all work of a morning due by the end: 100 contacts of 360 s, 8 hours and 2 more, take 1 agent")
  func example() throws {
    let found = try DeferredWork.fluidRequirement(
      contacts: [100, 0, 0, 0, 0, 0, 0, 0], intervalSeconds: 3600, handleSeconds: 360,
      deadlineSeconds: 9 * 3600)
    #expect(abs(found.agents - 1) < 1e-14)
    #expect(found.window == 0...0)
  }

  @Test("the fluid requirement is what a fluid backlog needs: all in time with it, not with less")
  func meetsItself() throws {
    let volumes = [40.0, 0, 90, 120, 10, 80, 0, 0, 200, 5, 0, 0]
    for deadline in [0.5, 1, 3, 9] {
      let required = try DeferredWork.fluidRequirement(
        contacts: volumes, intervalSeconds: 1800, handleSeconds: 240,
        deadlineSeconds: deadline * 1800)
      func met(_ agents: Double) throws -> Double {
        try FluidBacklog(
          contacts: volumes, intervalSeconds: 1800, handleSeconds: 240, agents: agents
        ).shareMet(within: deadline * 1800)
      }
      #expect(try abs(met(required.agents * (1 + 1e-9)) - 1) < 1e-9)
      #expect(try met(required.agents * 0.999) < 1)
    }
  }

  @Test("a probability of one half is the fluid requirement, a larger one needs more")
  func normal() throws {
    func required(_ probability: Double) throws -> Double {
      try DeferredWork.normalRequirement(
        contacts: [30, 60, 20], intervalSeconds: 3600, handleSeconds: 300, handleVariation: 1,
        deadlineSeconds: 3600, probability: probability
      ).agents
    }
    let fluid = try DeferredWork.fluidRequirement(
      contacts: [30, 60, 20], intervalSeconds: 3600, handleSeconds: 300, deadlineSeconds: 3600)
    #expect(try abs(required(0.5) - fluid.agents) < 1e-14)
    #expect(try required(0.9) > fluid.agents && required(0.99) > required(0.9))
  }

  @Test("no work needs nobody; intervals, counts and times that are none are refused")
  func ends() throws {
    let none = try DeferredWork.fluidRequirement(
      contacts: [0, 0], intervalSeconds: 3600, handleSeconds: 300, deadlineSeconds: 0)
    #expect(none.agents == 0 && none.window == 0...0)
    for (contacts, interval, handle, deadline) in [
      ([], 3600.0, 300.0, 0.0), ([-1], 3600, 300, 0), ([.nan], 3600, 300, 0), ([1], 0, 300, 0),
      ([1], 3600, 0, 0), ([1], 3600, 300, -1),
    ] {
      #expect(throws: QueueingError.self) {
        try DeferredWork.fluidRequirement(
          contacts: contacts, intervalSeconds: interval, handleSeconds: handle,
          deadlineSeconds: deadline)
      }
    }
  }
}
