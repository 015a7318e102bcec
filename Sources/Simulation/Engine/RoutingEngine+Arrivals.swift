extension RoutingEngine {
  /// Puts the queue's first arrival on the event list.
  mutating func scheduleFirstArrival(_ queue: Int) {
    let seconds = lines[queue].nextArrival(
      rates, from: queue &* intervalCount, layout.boundaries, exponential)
    if seconds < endSeconds {
      heap.push(Event(.arrival, at: seconds, sequence: 0, subject: queue))
    }
  }

  /// A contact arrives: it is answered at once or joins the line.
  @inline(__always)
  mutating func arrive(_ queue: Int, _ seconds: Double) {
    let base = queue &* intervalCount
    let (handleSeconds, patience, next) = lines[queue].drawContact(
      meanHandleSeconds: layout.handleSeconds[base &+ interval], rates, from: base,
      layout.boundaries, exponential, normal)
    if next < endSeconds {
      heap.replaceTop(with: Event(.arrival, at: next, sequence: 0, subject: queue))
    } else {
      heap.removeTop()
    }
    let tally = interval &* queueCount &+ queue
    let desk = freeDesk(for: queue)
    if desk >= 0 {
      queueTallies[tally].answerAtOnce()
      begin(at: Int(truncatingIfNeeded: desk), queue, handleSeconds, seconds)
      return
    }
    queueTallies[tally].offered &+= 1
    dropExpired(queue, seconds)
    enqueue(
      queue,
      WaitingContact(
        arrival: seconds, deadline: seconds + patience, handleSeconds: handleSeconds,
        tally: Int32(truncatingIfNeeded: tally), next: WaitingLine.none))
  }

  /// Puts the contacts left over from before the start into their lines.
  mutating func enqueueBacklog() {
    for queue in 0..<queueCount {
      let tally = intervalCount * queueCount + queue
      let mean = layout.handleSeconds[queue * intervalCount]
      for _ in 0..<layout.queues[queue].initialBacklog {
        queueTallies[tally].offered += 1
        let handleSeconds = lines[queue].drawHandleTime(mean: mean, exponential, normal)
        let patience = lines[queue].drawPatience(exponential)
        enqueue(
          queue,
          WaitingContact(
            arrival: 0, deadline: patience, handleSeconds: handleSeconds, tally: Int32(tally),
            next: WaitingLine.none))
      }
    }
  }
}
