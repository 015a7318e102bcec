import ContactCenter
import Staffing
import Testing

@Suite("Deferred work")
struct DeferredSizingTests {
  private let office = OpeningHours(
    week: Array(repeating: [OpeningHours.Stretch(start: 540, end: 600)], count: 7))

  private func queue(
    deadline: Double, hours: OpeningHours? = .always, share: Double = 1,
    clock: QueueBehavior.Clock = .openHours
  ) -> Queue {
    var queue = SampleCenter.queue(SampleCenter.email, patience: nil, hours: hours)
    queue.target = ServiceTarget(serviceLevel: Share(share), threshold: Seconds(deadline))
    queue.behavior.clock = clock
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

  @Test("A share below all lets work wait longer than its deadline, as far as it holds")
  func share() throws {
    let volumes = (0..<96).map { (slot: Int) -> Double in slot % 24 == 0 ? 400 : 20 }
    func peak(_ share: Double) throws -> (agents: Double, inTime: Double) {
      let rows = try SampleCenter.intervals(
        SampleCenter.forecast(volumes), SampleCenter.request(queue(deadline: 7200, share: share)))
      let met = zip(rows, volumes).reduce(0) { $0 + ($1.0.serviceLevel ?? 0) * $1.1 }
      return (rows.compactMap(\.agentsExact).max() ?? 0, met / volumes.reduce(0, +))
    }
    let (most, some, few) = (try peak(0.95), try peak(0.8), try peak(0.5))
    #expect(most.agents > some.agents && some.agents > few.agents)
    #expect(most.inTime >= 0.95 && some.inTime >= 0.8 && few.inTime >= 0.5)
    #expect(few.inTime < 0.8)
  }

  @Test("By the clock, what is over before the door opens is late whatever the staff, and is told")
  func impossible() throws {
    // 20 contacts each half hour around the clock, open one hour a day, two hours by the clock.
    let result = try Staffer.requirement(
      for: SampleCenter.forecast(Array(repeating: 20, count: 96)),
      request: SampleCenter.request(
        queue(deadline: 7200, hours: office, share: 0.9, clock: .always)))
    let finding = try #require(
      result.findings.first { $0.code == "staffing.deadline-impossible" })
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("can be in time, 90% are asked"))
  }

  @Test("A deadline by the clock runs on over night, one in open time does not")
  func clocks() throws {
    // What comes on the first day at 09:30 is due at 13:30 by the clock; in open time on the fifth day.
    let volumes = [0.0, 40] + Array(repeating: 0, count: 300)
    func agents(_ clock: QueueBehavior.Clock) throws -> [Int] {
      try SampleCenter.intervals(
        SampleCenter.forecast(volumes),
        SampleCenter.request(queue(deadline: 14_400, hours: office, share: 0.9, clock: clock))
      ).map(\.agents)
    }
    let wall = try agents(.always)
    let open = try agents(.openHours)
    #expect(wall[1] >= 4, "two hours of work in the half hour left: \(wall[1])")
    #expect(open.max() == 1)
  }

  @Test("What waits at the start is work like any other, due a deadline from the start")
  func backlog() throws {
    var queue = queue(deadline: 16_200)
    queue.behavior.startingBacklog = 180
    // 9 hours of work and none to come: 4.5 hours to do it.
    let rows = try SampleCenter.intervals(
      SampleCenter.forecast([20] + Array(repeating: 0, count: 9)), SampleCenter.request(queue))
    #expect(rows[0].agentsExact.map { $0 > 1.99 && $0 < 2.05 } == true, "\(rows[0])")
  }

  @Test("Risk asks for the normal version: z standard deviations of the work in the binding window")
  func normal() throws {
    var queue = queue(deadline: 14_400, share: 1)
    queue.handleTimeVariation = 1
    // 200 contacts in half an hour, 4.5 hours to do them: (36,000 s + 1.28155 · √(200 · 2) · 180 s)/16,200 s.
    let rows = try SampleCenter.intervals(
      SampleCenter.forecast([200] + Array(repeating: 0, count: 9)),
      SampleCenter.request(queue, options: StaffingOptions(risk: Share(0.9))))
    let exact = rows.compactMap(\.agentsExact).max() ?? 0
    #expect(abs(exact - (36_000 + 1.28155 * 3600) / 16_200) < 0.002, "\(exact)")
    #expect(rows[0].method == "normal 4h of open time")
  }

  @Test("A note tells the share in time, the ages and the chance that nothing is left")
  func outcome() throws {
    let result = try Staffer.requirement(
      for: SampleCenter.forecast([200] + Array(repeating: 0, count: 19)),
      request: SampleCenter.request(queue(deadline: 14_400, share: 0.9)))
    let note = try #require(result.findings.first { $0.code == "staffing.deferred" })
    #expect(note.message.contains("of the contacts are expected in time"))
    #expect(note.message.contains("within 4h"))
    #expect(note.message.contains("nothing is left at the end with a probability of"))
  }
}
