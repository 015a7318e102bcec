extension RoutingEngine {
  /// Notes what happens to a contact, where anybody asks.
  @inline(__always)
  mutating func note(
    _ kind: TraceEvent.Kind, _ i: Int, _ seconds: Double, desk: Int = -1, wait: Double? = nil
  ) {
    if isTracing { write(kind, i, seconds, desk, wait) }
  }

  @inline(never)
  private mutating func write(
    _ kind: TraceEvent.Kind, _ i: Int, _ seconds: Double, _ desk: Int, _ wait: Double?
  ) {
    let detail = details[i]
    let origin = layout.queues[Int(detail.origin)].name
    var event = TraceEvent(
      seconds: seconds, kind: kind, queue: layout.queues[Int(detail.queue)].name,
      contact: "\(origin)#\(detail.ordinal)", waitSeconds: wait)
    if desk >= 0 { describe(&event, desk) }
    trace.append(event)
  }

  /// Notes that an agent comes or goes.
  mutating func noteAgent(_ kind: TraceEvent.Kind, _ desk: Int, _ seconds: Double) {
    guard isTracing else { return }
    var event = TraceEvent(seconds: seconds, kind: kind)
    describe(&event, desk)
    trace.append(event)
  }

  private func describe(_ event: inout TraceEvent, _ desk: Int) {
    let group = Int(desks[desk].group)
    event.group = layout.groups[group].name
    event.agent =
      layout.isRoster ? layout.agentNames[desk] : "\(desk - groups[group].firstDesk + 1)"
  }
}
