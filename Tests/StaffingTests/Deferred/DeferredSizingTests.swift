import ContactCenter
import Staffing
import Testing

@Suite("Deferred work")
struct DeferredSizingTests {
  private let office = OpeningHours(
    week: Array(repeating: [OpeningHours.Stretch(start: 540, end: 600)], count: 7))

  private func queue(deadline: Double, hours: OpeningHours? = .always) -> Queue {
    var queue = SampleCenter.queue(SampleCenter.email, patience: nil, hours: hours)
    queue.target = ServiceTarget(serviceLevel: Share(0.9), threshold: Seconds(deadline))
    return queue
  }

  @Test("ten hours of work at once, due in five hours: two agents, evenly")
  func even() throws {
    // 200 contacts of 180 s in the first half hour are 10 hours of work; with it 0.5 + 4.5 hours to do it.
    let volumes = [200.0] + Array(repeating: 0, count: 9)
    let rows = try SampleCenter.intervals(
      SampleCenter.forecast(volumes), SampleCenter.request(queue(deadline: 16_200)))
    #expect(rows.allSatisfy { $0.agents == 2 && $0.agentsExact == 2 })
    #expect(rows[0].loadErlangs == 20)
    #expect(rows[0].method == "fluid 4h30m of open time")
    #expect(rows.allSatisfy { $0.occupancy == 1 })
    // What arrives in the middle of the first half hour is half of it: 5 hours of work, done after 2.5 hours.
    #expect(abs((rows[0].asaSeconds ?? 0) - (9000 - 900)) < 1)
  }

  @Test("work that comes while closed waits at the door and is due in open time")
  func overnight() throws {
    // Open 09:00 to 10:00 on two days; 40 contacts (2 hours of work) come between.
    var volumes = Array(repeating: 0.0, count: 50)
    volumes[20] = 40
    let rows = try SampleCenter.intervals(
      SampleCenter.forecast(volumes), SampleCenter.request(queue(deadline: 3600, hours: office)))
    #expect(rows[0].agents == 0 && rows[1].agents == 0)
    #expect(rows[20].agents == 0 && rows[20].method == "closed")
    #expect(rows[48].agents == 2 && rows[49].agents == 2)
    #expect(rows[20].scheduledAgents == 0)
  }

  @Test("a cap on occupancy divides the answer")
  func occupancy() throws {
    var queue = queue(deadline: 16_200)
    queue.target.maximumOccupancy = Share(0.8)
    let volumes = [200.0] + Array(repeating: 0, count: 9)
    let rows = try SampleCenter.intervals(
      SampleCenter.forecast(volumes), SampleCenter.request(queue))
    #expect(rows.allSatisfy { $0.agentsExact == 2.5 && $0.agents == 3 })
  }

  @Test("work without any open interval is an error finding")
  func neverOpen() throws {
    let closed = OpeningHours(week: Array(repeating: [], count: 7))
    let result = try Staffer.requirement(
      for: SampleCenter.forecast([10, 10]),
      request: SampleCenter.request(queue(deadline: 3600, hours: closed)))
    #expect(result.findings.map(\.code) == ["staffing.never-open"])
    #expect(result.requirement.queues[0].intervals.map(\.agents) == [0, 0])
  }

  @Test("all deadlines are kept, whatever comes when", arguments: [0.0, 900, 1800, 4000, 14_400])
  func deadlines(deadline: Double) throws {
    let volumes = (0..<96).map { (slot: Int) -> Double in
      let wave: Double = Double((slot * 37) % 53)
      return slot % 11 == 0 ? wave + 90 : wave
    }
    let rows = try SampleCenter.intervals(
      SampleCenter.forecast(volumes), SampleCenter.request(queue(deadline: deadline)))
    var come = 0.0
    var done = 0.0
    var history: [Double] = []
    for (volume, row) in zip(volumes, rows) {
      come += volume * 180
      history.append(come)
      done = min(come, done + Double(row.agents) * 1800)
      // What had come one deadline before the end of this interval is done.
      let back = history.count - 1 - Int((deadline / 1800).rounded(.up))
      if back >= 0 { #expect(done >= history[back] - 1e-6) }
    }
  }
}
