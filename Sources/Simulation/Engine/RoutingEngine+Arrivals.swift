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

  /// The time of the queue's next first-time arrival.
  @inline(__always)
  private mutating func nextArrival(_ queue: Int) -> Double {
    if sources[queue].process == .rates {
      return sources[queue].nextArrival(
        rates, from: queue &* intervalCount, layout.boundaries, exponential)
    }
    return nextRecordedArrival(queue)
  }

  /// Both of an antithetic pair live on the same path.
  private var pathNumber: Int { options.sampling == .antithetic ? stream / 2 : stream }

  @inline(never)
  private mutating func nextRecordedArrival(_ queue: Int) -> Double {
    switch layout.queues[queue].arrivals {
    case .paths(let paths):
      return sources[queue].nextOnPath(paths[pathNumber % paths.count], layout.boundaries)
    default:
      let index = sources[queue].pending
      guard index < layout.traits[queue].trace.count else { return .infinity }
      sources[queue].pending += 1
      return layout.traits[queue].trace[index].seconds
    }
  }

  /// Puts the queue's next arrival on the event list in place of the one that happens now.
  @inline(__always)
  mutating func replaceArrival(_ queue: Int) {
    let next = nextArrival(queue)
    if next < endSeconds {
      heap.replaceTop(with: Event(.arrival, at: next, sequence: 0, subject: queue))
    } else {
      heap.removeTop()
    }
  }

  /// Draws the handle time of a queue's contact: at full speed, by the interval it arrives in.
  @inline(__always)
  func drawHandleTime(_ queue: Int, _ ordinal: UInt64) -> Double {
    layout.handleSeconds[queue &* intervalCount &+ interval]
      * sources[queue].draw(
        key: sources[queue].handleKey, ordinal, layout.handleSamplers[queue], exponential, normal)
  }

  /// Draws the patience of a queue's contact.
  @inline(__always)
  func drawPatience(_ queue: Int, _ ordinal: UInt64) -> Double {
    let mean = sources[queue].meanPatienceSeconds
    guard mean < .infinity else { return .infinity }
    return mean
      * sources[queue].draw(
        key: sources[queue].patienceKey, ordinal, layout.patienceSamplers[queue], exponential,
        normal)
  }

  /// A contact arrives: it is answered at once or joins the line.
  @inline(__always)
  mutating func arrive(_ queue: Int, _ seconds: Double) {
    if !lines[queue].isPlain { return arriveWithRecord(queue, seconds) }
    let ordinal = sources[queue].ordinal
    sources[queue].ordinal = ordinal &+ 1
    let handleSeconds = drawHandleTime(queue, ordinal)
    replaceArrival(queue)
    let tally = interval &* queueCount &+ queue
    var desk = freeDesk(for: queue)
    if desk < 0, lines[queue].interrupts { desk = interruptedDesk(for: queue, seconds) }
    if desk >= 0 {
      queueTallies[tally].answerAtOnce()
      begin(at: Int(truncatingIfNeeded: desk), queue, handleSeconds, seconds)
      return
    }
    // Drawn by the contact's own number: skipping it for those answered at once changes nobody else's.
    let patience = drawPatience(queue, ordinal)
    queueTallies[tally].offered &+= 1
    dropExpired(queue, seconds)
    enqueue(
      queue,
      Contact(
        arrival: seconds, deadline: seconds + patience, handleSeconds: handleSeconds,
        tally: Int32(truncatingIfNeeded: tally), next: WaitingLine.none), ordinal)
  }

  /// Puts the contacts left over from before the start into their lines.
  mutating func enqueueBacklog() {
    for queue in 0..<queueCount {
      let tally = intervalCount * queueCount + queue
      for _ in 0..<layout.queues[queue].initialBacklog {
        queueTallies[tally].offered += 1
        let ordinal = sources[queue].ordinal
        sources[queue].ordinal += 1
        enqueue(
          queue,
          Contact(
            arrival: 0, deadline: drawPatience(queue, ordinal),
            handleSeconds: drawHandleTime(queue, ordinal), tally: Int32(tally),
            next: WaitingLine.none), ordinal)
        if !lines[queue].isPlain {
          let i = Int(lines[queue].last)
          details[i].isCallback = layout.queues[queue].behavior.outbound != nil
          details[i].isReached = !details[i].isCallback
          scheduleStep(i)
        }
        if isTracing {
          note(.arrived, Int(lines[queue].last), 0)
          note(.waiting, Int(lines[queue].last), 0)
        }
      }
    }
  }
}
