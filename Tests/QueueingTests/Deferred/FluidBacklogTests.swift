import Queueing
import Testing

@Suite("A fluid backlog")
struct FluidBacklogTests {
  @Test("60 contacts an hour of 120 s against one agent: an hour of backlog, gone an hour later")
  func course() throws {
    let backlog = try FluidBacklog(
      contacts: [60, 0, 0], intervalSeconds: 3600, handleSeconds: 120, agents: 1)
    #expect(backlog.atEnd == [3600, 0, 0])
    #expect(backlog.maximum == 3600)
    // The wait grows from 0 to an hour while they come: half of them wait at most half an hour.
    #expect(abs(backlog.shareMet(within: 1800) - 0.5) < 1e-15)
    #expect(backlog.shareMet(within: 3600) == 1)
    #expect(backlog.shareMet(within: 0) == 0)
  }

  @Test("inflow equal to capacity keeps what there is; shares in time rise with the time")
  func shares() throws {
    let backlog = try FluidBacklog(
      contacts: [90, 30, 10, 30, 0], intervalSeconds: 3600, handleSeconds: 120, agents: 1)
    #expect(backlog.atEnd == [7200, 7200, 4800, 4800, 1200])
    var before = -1.0
    for minutes in stride(from: 0.0, through: 130, by: 10) {
      let share = backlog.shareMet(within: minutes * 60)
      #expect(share >= before && share <= 1)
      before = share
    }
    #expect(before == 1)
  }

  @Test("without contacts all is in time; without agents there is no answer")
  func ends() throws {
    let none = try FluidBacklog(
      contacts: [0, 0], intervalSeconds: 60, handleSeconds: 60, agents: 2)
    #expect(none.maximum == 0 && none.shareMet(within: 0) == 1)
    #expect(throws: QueueingError.self) {
      try FluidBacklog(contacts: [1], intervalSeconds: 60, handleSeconds: 60, agents: 0)
    }
  }
}
