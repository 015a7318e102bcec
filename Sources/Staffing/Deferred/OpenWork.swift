internal import ContactCenter

/// The work of a deferred queue on the axis of open time.
///
/// Work that comes while the queue is closed stands at the door when it opens.
struct OpenWork {
  /// Whether each interval of the forecast is open.
  private(set) var isOpen: [Bool] = []
  /// The length of each open interval.
  private(set) var seconds: [Double] = []
  /// Work at the door when each open interval begins, in agent-seconds.
  private var before: [Double] = []
  /// Work that comes during each open interval.
  private var during: [Double] = []
  /// All work.
  private(set) var total = 0.0
  /// Work that comes after the last open interval.
  private var after = 0.0

  init(_ demand: QueueForecast, queue: Queue, request: StaffingRequest) throws(StaffingError) {
    var waiting = 0.0
    for interval in demand.intervals {
      var contacts = interval.offered
      if let risk = request.options.risk, let spread = ForecastSpread(interval.quantiles) {
        contacts = spread.volume(at: risk.value)
      }
      let work =
        contacts >= fewestContacts ? contacts * (try queue.handleSeconds(in: interval)) : 0
      total += work
      let open = request.isOpen(queue, at: interval)
      isOpen.append(open)
      if open {
        seconds.append(request.seconds(of: interval.start))
        before.append(waiting)
        during.append(work)
        waiting = 0
      } else {
        waiting += work
      }
    }
    after = waiting
  }

  /// The load that comes during an open interval, in erlangs.
  func load(_ open: Int) -> Double { during[open] / seconds[open] }

  /// Agents busy in each open interval when work is spread as evenly as the deadline allows.
  func rates(deadline: Double) -> [Double] {
    guard !seconds.isEmpty else { return [] }
    var gates: [TautString.Gate] = []
    var position = 0.0
    var come = 0.0
    for index in seconds.indices {
      position += seconds[index]
      come += before[index] + during[index]
      gates.append(TautString.Gate(position: position, lower: 0, upper: come))
    }
    let end = position
    let everything = come + after
    var due = ArrivalCurve(self)
    for index in gates.indices {
      let lower = due.come(until: gates[index].position - deadline)
      gates[index].lower = min(lower, gates[index].upper)
    }
    // Beyond the horizon: one gate for each interval's deadline still to come, then everything.
    var late = ArrivalCurve(self)
    for index in seconds.indices where gates[index].position + deadline > end && deadline > 0 {
      gates.append(
        TautString.Gate(
          position: gates[index].position + deadline,
          lower: late.come(until: gates[index].position), upper: everything))
    }
    if deadline > 0 { gates[gates.count - 1].lower = everything }
    let heights = TautString.heights(at: gates)
    return seconds.indices.map { index in
      (heights[index] - (index > 0 ? heights[index - 1] : 0)) / seconds[index]
    }
  }

  /// What becomes of the work with given agents, first come first served.
  func flow(
    capacity: [Double], deadline: Double
  ) -> (done: [Double], inTime: [Double], wait: [Double]) {
    var done: [Double] = []
    var backlog = 0.0
    for index in seconds.indices {
      backlog += before[index] + during[index]
      let worked = min(backlog, capacity[index] * seconds[index])
      backlog -= worked
      done.append(worked)
    }
    var inTime: [Double] = []
    var wait: [Double] = []
    var finish = CompletionCurve(done: done, seconds: seconds, rate: capacity.last ?? 0)
    var come = 0.0
    var position = 0.0
    for index in seconds.indices {
      come += before[index]
      var met = 0.0
      var sum = 0.0
      // Four pieces of the interval's own work stand for all of it.
      for piece in 0..<4 {
        let part = (Double(piece) + 0.5) / 4
        let arrival = position + part * seconds[index]
        let delay = max(0, finish.time(of: come + part * during[index]) - arrival)
        met += delay <= deadline + 1e-6 * seconds[index] ? 0.25 : 0
        sum += min(delay, 1e9) / 4
      }
      inTime.append(met)
      wait.append(sum)
      come += during[index]
      position += seconds[index]
    }
    return (done, inTime, wait)
  }

  /// A(τ), read at ascending times.
  private struct ArrivalCurve {
    private let work: OpenWork
    private var index = 0
    private var start = 0.0
    private var height = 0.0

    init(_ work: OpenWork) { self.work = work }

    /// The work that has come at or before τ, the door's work of that instant included.
    mutating func come(until time: Double) -> Double {
      if time < 0 { return 0 }
      while index < work.seconds.count, start + work.seconds[index] <= time {
        height += work.before[index] + work.during[index]
        start += work.seconds[index]
        index += 1
      }
      guard index < work.seconds.count else { return height }
      return height + work.before[index]
        + work.during[index] * (time - start) / work.seconds[index]
    }
  }

  /// When a piece of work is finished, read at ascending amounts.
  private struct CompletionCurve {
    let done: [Double]
    let seconds: [Double]
    let rate: Double
    private var index = 0
    private var start = 0.0
    private var height = 0.0

    init(done: [Double], seconds: [Double], rate: Double) {
      self.done = done
      self.seconds = seconds
      self.rate = rate
    }

    mutating func time(of amount: Double) -> Double {
      while index < done.count, height + done[index] < amount {
        height += done[index]
        start += seconds[index]
        index += 1
      }
      if index < done.count {
        return done[index] > 0 ? start + (amount - height) / done[index] * seconds[index] : start
      }
      return rate > 0 ? start + (amount - height) / rate : .infinity
    }
  }
}
