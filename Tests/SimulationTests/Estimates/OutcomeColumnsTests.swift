import ContactCenter
import Testing

@testable import Simulation

/// What each column of the outcome is, on tallies made by hand.
@Suite struct OutcomeColumnsTests {
  @Test("Contacts that met no agent are told in columns of their own, and are in no denominator")
  func denominators() throws {
    let tally = HandMade.tally { interval, queue in
      guard queue == 0 else { return QueueTally() }
      var own = HandMade.contacts(met: 6, late: 2, abandoned: 2)
      own.offered += 1 + 2 + 3 + 4
      own.blocked = 1
      own.contained = 2
      own.unreached = 3
      own.movedOut = 4
      own.redialed = 2
      own.recontacted = 1
      own.transferredIn = 3
      own.callbacks = 5
      return own
    }
    let outcome = try HandMade.result([tally]).outcome
    for (level, name) in [(OutcomeRow.Level.queue, "a"), (.channel, "voice"), (.center, "center")] {
      let row = try #require(outcome.run(level, name))
      #expect(row.offered == 80)
      #expect(row.blocked == 4)
      #expect(row.contained == 8)
      #expect(row.redialed == 8)
      #expect(row.recontacted == 4)
      #expect(row.transferred == 12)
      #expect(row.callbacks == 20)
      #expect(row.serviceLevel == 0.6)
      #expect(row.abandonment == 0.2)
      #expect(row.asaSeconds == 25)
    }
  }

  @Test("Those called back are answered, but in no service level and no average wait")
  func callbacks() throws {
    let tally = HandMade.tally { _, queue in
      guard queue == 0 else { return QueueTally() }
      var own = HandMade.contacts(met: 6, late: 2, abandoned: 2)
      own.offered += 10
      own.answered += 10
      own.callbacks = 10
      own.answeredCallbacks = 10
      own.callbackWaitSeconds = 10_000
      return own
    }
    let row = try #require(try HandMade.result([tally]).outcome.run(.queue, "a"))
    #expect(row.answered == 72)
    #expect(row.serviceLevel == 0.6)
    #expect(row.asaSeconds == 25)
    // They could have given up, and did not.
    #expect(row.abandonment == 0.1)
  }

  @Test("A backlog is that of the period's end, and its age a mean over replications that have one")
  func backlog() throws {
    let tallies = [0, 1, 2].map { replication in
      HandMade.tally { interval, queue in
        var own = HandMade.contacts(met: 1)
        own.backlog = replication * (interval + 1)
        own.backlogAgeSeconds = replication == 0 ? 0 : Double(100 * replication + interval)
        return own
      }
    }
    let outcome = try HandMade.result(tallies).outcome
    let run = try #require(outcome.run(.queue, "a"))
    #expect(run.backlog == 4)
    #expect(run.backlogAgeSeconds == 153)
    let first = try #require(outcome.row(.day, .queue, "a", start: 0))
    #expect(first.backlog == 2)
    #expect(first.backlogAgeSeconds == 151)
    // Of several queues the sum, and the oldest of all.
    let center = try #require(outcome.row(.interval, .center, "center", start: 1800))
    #expect(center.backlog == 4)
    #expect(center.backlogAgeSeconds == 151)
  }

  @Test("Nobody waiting has no age")
  func noBacklog() throws {
    let tally = HandMade.tally { _, _ in HandMade.contacts(met: 1) }
    let row = try #require(try HandMade.result([tally]).outcome.run(.queue, "a"))
    #expect(row.backlog == 0)
    #expect(row.backlogAgeSeconds == nil)
  }

  @Test("Cost is staffed hours at each group's price, and empty where no group has one")
  func cost() throws {
    let tallies = [1.0, 2].map { share in
      HandMade.tally(group: { _, _ in
        var own = GroupTally()
        own.staffedSeconds = 3600
        own.busySeconds = 1800 * share
        own.sessionSeconds = 2700 * share
        return own
      }) { _, _ in QueueTally() }
    }
    let outcome = try HandMade.result(tallies).outcome
    let paid = try #require(outcome.run(.group, "g"))
    #expect(paid.cost == 120)
    #expect(paid.occupancy == 0.75)
    // Busy 0.5 and 1 of the time: the residuals are ± 0.25 of the mean, t with one degree of freedom is 12.706.
    #expect(abs((paid.occupancyError ?? 0) - 12.706_205 * 0.25) < 1e-5)
    #expect(paid.sessions == 1.5)
    #expect(try #require(outcome.run(.group, "h")).cost == nil)
    #expect(try #require(outcome.run(.center, "center")).cost == 120)
    #expect(try #require(outcome.run(.queue, "a")).cost == nil)
    #expect(try #require(outcome.row(.interval, .group, "g", start: 0)).cost == 30)
  }

  @Test("Wait quantiles are of answered contacts, over days and runs but not intervals")
  func waits() throws {
    // 16 waits of 10 to 10.5 s on the first day, 16 of 40 to 42 s on the second: one bucket each.
    let waits = HandMade.waits(days: 2) { counts in
      counts[WaitHistograms.bucket(10.1)] = 16
      counts[2 * WaitHistograms.size + WaitHistograms.bucket(40.1)] = 16
    }
    let tally = HandMade.tally(waits: waits) { _, _ in HandMade.contacts(met: 1) }
    let outcome = try HandMade.result([tally, tally]).outcome
    let first = try #require(outcome.row(.day, .queue, "a", start: 0))
    #expect(first.waitP50Seconds == 10.25)
    #expect(first.waitP90Seconds == 10.45)
    let run = try #require(outcome.run(.center, "center"))
    #expect(run.waitP50Seconds == 10.5)
    #expect(run.waitP90Seconds == 41.6)
    #expect(run.waitP95Seconds == 41.8)
    #expect(try #require(outcome.run(.queue, "b")).waitP50Seconds == nil)
    #expect(try #require(outcome.row(.interval, .queue, "a", start: 0)).waitP50Seconds == nil)
  }

  @Test("A run that begins inside a day has no wait quantiles, since days are not cut")
  func partOfADay() throws {
    let waits = HandMade.waits(days: 2) { counts in
      for index in counts.indices { counts[index] = 1 }
    }
    let tally = HandMade.tally(waits: waits) { _, _ in HandMade.contacts(met: 1) }
    var model = HandMade.model
    model.firstReportedInterval = 1
    let outcome = try HandMade.result([tally], of: model).outcome
    #expect(try #require(outcome.run(.queue, "a")).waitP50Seconds == nil)
    #expect(try #require(outcome.row(.day, .queue, "a", start: 1800)).waitP50Seconds == nil)
    #expect(try #require(outcome.row(.day, .queue, "a", start: 3600)).waitP50Seconds != nil)
  }

  @Test("Ratios come with half-widths by the delta method")
  func errors() throws {
    // 8 of 10, 15 of 20 and 27 of 30 met: the worked case of RatioStatisticsTests; the rest is late or abandoned.
    let tallies = [(8, 1, 1), (15, 3, 2), (27, 1, 2)].map { met, late, abandoned in
      HandMade.tally { interval, queue in
        interval == 0 && queue == 0
          ? HandMade.contacts(met: met, late: late, abandoned: abandoned) : QueueTally()
      }
    }
    let row = try #require(try HandMade.result(tallies).outcome.run(.queue, "a"))
    let factor = 4.302_652_73
    #expect(abs((row.serviceLevelError ?? 0) - factor * Self.error([8, 15, 27])) < 1e-6)
    #expect(abs((row.abandonmentError ?? 0) - factor * Self.error([1, 2, 2])) < 1e-6)
    // 100 s for each late one, over 9, 18 and 28 answered.
    let wait = 100 * Self.error([1, 3, 1], over: [9, 18, 28])
    #expect(abs((row.asaErrorSeconds ?? 0) - factor * wait) < 1e-3)
    #expect(row.asaSeconds == 9.091)
  }

  /// The standard error of a ratio of sums, as Cochran writes it.
  private static func error(_ y: [Double], over x: [Double] = [10, 20, 30]) -> Double {
    let ratio = y.reduce(0, +) / x.reduce(0, +)
    let residuals = zip(y, x).map { $0 - ratio * $1 }.map { $0 * $0 }.reduce(0, +)
    return (residuals / 2 / 3).squareRoot() / (x.reduce(0, +) / 3)
  }

  @Test("A replication that loses a contact is an error that names every fate")
  func conservation() throws {
    let lost = HandMade.tally { _, _ in
      var own = HandMade.contacts(met: 3)
      own.offered = 4
      return own
    }
    let error = try #require(throws: SimulationError.self) { try HandMade.result([lost]) }
    #expect(error.message.hasPrefix("4 contacts offered, but 3 answered, 0 abandoned, 0 blocked"))
  }
}
