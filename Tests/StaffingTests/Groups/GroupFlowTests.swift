import ContactCenter
import TestSupport
import Testing

@testable import Staffing

/// Work that may wait and contacts that others hand on, in groups of their own.
@Suite(.enabled(if: SkillCenter.library != nil, SkillCenter.skipReason))
struct GroupFlowTests {
  private static let grid = TimeGrid(zone: .utc, length: .thirtyMinutes)

  private static func phone() -> Queue {
    var phone = SampleCenter.queue()
    phone.name = "phone"
    return phone
  }

  private static func mail(within deadline: Double = 3600) -> Queue {
    var mail = SampleCenter.queue(SampleCenter.email, patience: nil)
    mail.name = "mail"
    mail.target = ServiceTarget(serviceLevel: Share(0.9), threshold: Seconds(deadline))
    return mail
  }

  private static func demand(_ queue: String, _ channel: String, _ volumes: [Double])
    -> QueueForecast
  {
    QueueForecast(
      queue: queue, channel: channel,
      intervals: volumes.enumerated().map { index, volume in
        ForecastInterval(
          start: SampleCenter.morning.advanced(by: 1800 * index), offered: volume,
          handleSecondsMean: 180)
      })
  }

  /// The agents of each group by interval, where each queue has a group of its own.
  private func agents(
    _ queues: [Queue], _ demand: [QueueForecast]
  ) throws -> (groups: [String: [Int]], single: [String: [Int]]) {
    let library = try #require(SkillCenter.library)
    let forecast = DemandForecast(queues: demand)
    let staffing = StaffingRequest(queues: queues, grid: Self.grid)
    let result = try GroupStaffer.requirement(
      for: forecast,
      request: GroupStaffingRequest(
        staffing: staffing,
        groups: queues.map { AgentGroup(name: $0.name, queues: [$0.name]) },
        options: GroupStaffingOptions(mostReplications: 8), library: library))
    let single = try Staffer.requirement(forArriving: forecast, request: staffing).requirement
    let starts = Set(result.intervals.map(\.start))
    var groups: [String: [Int]] = [:]
    for row in result.requirement { groups[row.group, default: []].append(row.agents) }
    var alone: [String: [Int]] = [:]
    for queue in single.queues {
      alone[queue.queue] = queue.intervals.filter { starts.contains($0.start) }.map(\.agents)
    }
    return (groups, alone)
  }

  @Test("Work that may wait needs its own requirement whatever its contacts do")
  func behavior() throws {
    var mail = Self.mail()
    mail.behavior.wrapUp = Share(0.2)
    mail.behavior.recontact = Recontact(share: Share(0.3), delay: Seconds(1800))
    let answer = try agents([mail], [Self.demand("mail", "email", [60, 60, 60, 60])])
    #expect(answer.groups["mail"] == answer.single["mail"])
    #expect(answer.groups["mail"]?.allSatisfy { $0 > 2 } == true)
  }

  @Test("Mail that the phone hands on is in its requirement, not judged by a short simulation")
  func handedOn() throws {
    var phone = Self.phone()
    let demand = [
      Self.demand("phone", "voice", [20, 20, 20, 20]),
      Self.demand("mail", "email", [60, 60, 60, 60]),
    ]
    for deadline in [3600.0, 86400] {
      phone.behavior.transfers = [Transfer(share: Share(0.9), queue: "mail")]
      let fed = try agents([phone, Self.mail(within: deadline)], demand)
      #expect(fed.groups["mail"] == fed.single["mail"])
      phone.behavior.transfers = []
      let alone = try agents([phone, Self.mail(within: deadline)], demand)
      #expect(alone.groups["mail"] == alone.single["mail"])
      if deadline == 3600 { #expect(fed.groups["mail"]![1] > alone.groups["mail"]![1]) }
    }
  }

  @Test("A queue that others feed has agents where these have contacts, and none elsewhere")
  func fed() throws {
    var phone = Self.phone()
    phone.behavior.transfers = [Transfer(share: Share(0.5), queue: "second")]
    var second = Self.phone()
    second.name = "second"
    let answer = try agents(
      [phone, second],
      [Self.demand("phone", "voice", [12, 0]), Self.demand("second", "voice", [0, 0])])
    #expect(answer.groups["phone"]?[1] == 0)
    #expect(answer.groups["second"]?[1] == 0)
    #expect(answer.groups["second"].map { $0[0] >= 2 } == true)
  }

  @Test("Calls that come of mail alone are staffed")
  func callsOfMail() throws {
    var mail = Self.mail()
    mail.behavior.transfers = [Transfer(share: Share(0.5), queue: "phone")]
    let answer = try agents(
      [mail, Self.phone()],
      [Self.demand("mail", "email", [30, 30]), Self.demand("phone", "voice", [0, 0])])
    #expect(answer.groups["phone"].map { $0[0] >= 2 } == true)
  }
}
