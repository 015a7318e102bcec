internal import ContactCenter
internal import Probability

extension RoutingEngine {
  /// Puts the queue's first arrival on the event list.
  mutating func scheduleFirstArrival(_ queue: Int) {
    let seconds = nextArrival(queue)
    if seconds < endSeconds {
      heap.push(Event(.arrival, at: seconds, sequence: 0, subject: queue))
    }
  }

  /// The time of the queue's next arrival; ∞ past the last interval.
  ///
  /// *Formula*: the process has independent unit exponentials between arrivals in operational time, the integral of
  /// the rate; an exponential not used up in one interval is carried into the next. So a change of one interval's
  /// rate leaves the draws of all others in place.
  @inline(__always)
  mutating func nextArrival(_ queue: Int) -> Double {
    var load = exponential.draw(using: &lines[queue].arrivals)
    var seconds = lines[queue].arrivalSeconds
    var current = lines[queue].arrivalInterval
    let rateBase = queue &* intervalCount
    while current < intervalCount {
      let rate = rates[rateBase &+ current]
      let end = layout.boundaries[current &+ 1]
      let capacity = (end - seconds) * rate
      if capacity > load {
        seconds += load / rate
        lines[queue].arrivalSeconds = seconds
        lines[queue].arrivalInterval = current
        return seconds
      }
      load -= capacity
      seconds = end
      current &+= 1
    }
    lines[queue].arrivalInterval = current
    return .infinity
  }

  /// A contact arrives: it is answered at once or joins the line.
  @inline(__always)
  mutating func arrive(_ queue: Int, _ seconds: Double) {
    let next = nextArrival(queue)
    if next < endSeconds {
      heap.replaceTop(with: Event(.arrival, at: next, sequence: 0, subject: queue))
    } else {
      heap.removeTop()
    }
    let handleSeconds = drawHandleTime(
      queue, layout.handleSeconds[queue &* intervalCount &+ interval])
    let patience = drawPatience(queue)
    let tally = interval &* queueCount &+ queue
    queueTallies[tally].offered &+= 1
    let desk = freeDesk(for: queue)
    if desk >= 0 {
      queueTallies[tally].answered &+= 1
      queueTallies[tally].answeredInThreshold &+= 1
      queueTallies[tally].virtualInThreshold &+= 1
      begin(at: Int(desk), queue, seconds)
      sequence &+= 1
      let slowness = layout.slowness[
        Int(desks[Int(desk)].group) &* queueCount &+ queue]
      heap.push(
        Event(
          .serviceEnd, at: seconds + handleSeconds * slowness, sequence: sequence,
          subject: Int(truncatingIfNeeded: desk)))
      return
    }
    dropExpired(queue, seconds)
    enqueue(
      queue,
      WaitingContact(
        arrival: seconds, deadline: seconds + patience, handleSeconds: handleSeconds,
        tally: Int32(truncatingIfNeeded: tally), next: WaitingLine.none))
  }

  /// The handle time of the queue's next contact.
  @inline(__always)
  mutating func drawHandleTime(_ queue: Int, _ mean: Double) -> Double {
    switch lines[queue].shape {
    case .exponential: return mean * exponential.draw(using: &lines[queue].handleTimes)
    case .constant: return mean
    case .lognormal:
      let deviation = lines[queue].logDeviation
      let standard = normal.draw(using: &lines[queue].handleTimes)
      return mean * exponentialFunction(deviation * (standard - 0.5 * deviation))
    }
  }

  /// The patience of the queue's next contact, drawn whether it will be needed or not.
  @inline(__always)
  mutating func drawPatience(_ queue: Int) -> Double {
    let mean = lines[queue].meanPatienceSeconds
    return mean < .infinity ? mean * exponential.draw(using: &lines[queue].patiences) : mean
  }

  /// Puts the contacts left over from before the start into their lines.
  mutating func enqueueBacklog() {
    for queue in 0..<queueCount {
      let tally = intervalCount * queueCount + queue
      for _ in 0..<layout.queues[queue].initialBacklog {
        queueTallies[tally].offered += 1
        let handleSeconds = drawHandleTime(queue, layout.handleSeconds[queue * intervalCount])
        enqueue(
          queue,
          WaitingContact(
            arrival: 0, deadline: drawPatience(queue), handleSeconds: handleSeconds,
            tally: Int32(tally), next: WaitingLine.none))
      }
    }
  }
}
