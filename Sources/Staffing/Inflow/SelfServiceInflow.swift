internal import ContactCenter
internal import Queueing

/// What the stage in front of a queue lets through.
///
/// *Formula*: of those who come, (1 − leakage)(1 − outage) go through it, outage being the part of the interval in which it
/// is out of order. Of these, Erlang B of their load over the ports finds no port and is blocked; of the rest,
/// 1 − containment reach the queue after an exponential time with the stage's mean. The others go straight there.
/// *Assumption*: the time's own shape does not matter over intervals of minutes.
struct SelfServiceInflow {
  /// Contacts that reach the queue without it.
  var straight: [Double]
  /// Contacts that reach the queue after it, in vain.
  var through: [Double]
  /// Contacts for which it had no port.
  var blocked: [Double]
  /// Contacts that it settled.
  var contained: Double

  init(_ entering: [Double], stage: SelfService?, on timeline: InflowTimeline) {
    guard let stage else {
      straight = entering
      through = entering.map { _ in 0 }
      blocked = through
      contained = 0
      return
    }
    var (direct, served, refused): ([Double], [Double], [Double]) = ([], [], [])
    for (index, contacts) in entering.enumerated() {
      let share =
        (1 - stage.leakage.value)
        * (1 - Self.outage(stage, timeline.starts[index], timeline.lengths[index]))
      let tries = contacts * share
      var blocking = 0.0
      if let ports = stage.ports, tries > 0 {
        let load = tries * stage.time.value / timeline.lengths[index]
        blocking = (try? ErlangB.blocking(loadErlangs: load, agents: Double(ports))) ?? 0
      }
      direct.append(contacts - tries)
      refused.append(tries * blocking)
      served.append(tries * (1 - blocking))
    }
    straight = direct
    blocked = refused
    through = DelayedArrivals.steady(
      served.map { $0 * (1 - stage.containment.value) }, meanSeconds: stage.time.value,
      on: timeline)
    contained = served.reduce(0, +) * stage.containment.value
  }

  /// The part of an interval in which the stage is out of order.
  private static func outage(_ stage: SelfService, _ start: Instant, _ seconds: Double) -> Double {
    let first = Double(start.secondsSinceEpoch)
    let covered = stage.outages.reduce(0.0) { sum, outage in
      let from = max(first, Double(outage.start.secondsSinceEpoch))
      let to = min(first + seconds, Double(outage.end.secondsSinceEpoch))
      return sum + max(0, to - from)
    }
    return min(1, covered / seconds)
  }
}
