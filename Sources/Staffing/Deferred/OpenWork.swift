internal import ContactCenter

/// The work of a deferred queue on the axis of open time.
///
/// Work that comes while the queue is closed stands at the door when it opens, and so does what waits at the start.
struct OpenWork {
  /// A moment of an interval of the forecast, for the contacts that come about then.
  struct Point {
    /// The open interval in which they can first be worked on.
    var open: Int
    /// Where they stand on the axis of open time.
    var position: Double
    /// When they come, in seconds of the epoch.
    var time: Double
    /// Work that has come up to then.
    var come: Double
    /// The variance of the work up to then, by chance alone.
    var variance: Double
    /// The deviation of the work up to then, by the forecast's spread, which is common to all intervals.
    var deviation: Double
  }

  /// Whether each interval of the forecast is open.
  private(set) var isOpen: [Bool] = []
  /// The length of each open interval.
  private(set) var seconds: [Double] = []
  /// When each open interval begins, in seconds of the epoch.
  private(set) var times: [Double] = []
  /// Work at the door when each open interval begins, in agent-seconds.
  private(set) var before: [Double] = []
  /// Work that comes during each open interval.
  private(set) var during: [Double] = []
  /// Where each open interval begins on the axis of open time.
  private(set) var starts: [Double] = []
  /// What has come, of work, its variance and its deviation, before the door of each open interval opens.
  private(set) var doors: [(come: Double, variance: Double, deviation: Double)] = []
  /// The contacts of each interval of the forecast, then those that wait at the start.
  private(set) var contacts: [Double] = []
  /// For each of them three moments: a quarter, three quarters and all of them have come.
  private(set) var points: [Point] = []
  /// The parts of an interval at which its points stand.
  static let parts = [0.25, 0.75, 1]
  /// All work.
  private(set) var total = 0.0
  /// Work that comes after the last open interval.
  private(set) var after = 0.0
  /// The end of the last open interval on the axis of open time.
  private(set) var end = 0.0

  init(_ demand: QueueForecast, queue: Queue, request: StaffingRequest) throws(StaffingError) {
    let squares = 1 + queue.squaredHandleTimeVariation
    var sum = (come: 0.0, variance: 0.0, deviation: 0.0)
    var door = sum
    if queue.behavior.startingBacklog > 0, let first = demand.intervals.first {
      let handle = try queue.handleSeconds(in: first)
      sum.come = Double(queue.behavior.startingBacklog) * handle
      sum.variance = sum.come * handle * (squares - 1)
    }
    let backlog = sum.come
    for interval in demand.intervals {
      var contacts = interval.offered
      let spread = ForecastSpread(interval.quantiles)
      if let risk = request.options.risk, let spread { contacts = spread.volume(at: risk.value) }
      let handle = contacts >= fewestContacts ? try queue.handleSeconds(in: interval) : 0
      let work = contacts >= fewestContacts ? contacts * handle : 0
      let length = request.seconds(of: interval.start)
      let isOpen = request.isOpen(queue, at: interval)
      self.isOpen.append(isOpen)
      if isOpen {
        seconds.append(length)
        times.append(Double(interval.start.secondsSinceEpoch))
        starts.append(end)
        before.append(sum.come - door.come)
        during.append(work)
        doors.append(door)
      }
      // Chance of number and of handle times; what the spread has beyond the chance of number is the forecast's.
      let variance = work * handle * squares
      let beyond = (spread?.variance ?? 0) - interval.offered
      let deviation = handle * max(0, beyond).squareRoot()
      self.contacts.append(contacts)
      for part in Self.parts {
        points.append(
          Point(
            open: isOpen ? seconds.count - 1 : seconds.count,
            position: isOpen ? end + part * length : end,
            time: Double(interval.start.secondsSinceEpoch) + part * length,
            come: sum.come + part * work, variance: sum.variance + part * variance,
            deviation: sum.deviation + part * deviation))
      }
      sum.come += work
      sum.variance += variance
      sum.deviation += deviation
      if isOpen {
        end += length
        door = sum
      }
    }
    total = sum.come
    after = sum.come - door.come
    addBacklog(backlog, queue, demand)
  }

  /// Those who wait at the start are contacts like any other, whose deadline runs from there.
  private mutating func addBacklog(_ work: Double, _ queue: Queue, _ demand: QueueForecast) {
    guard work > 0, let first = demand.intervals.first else { return }
    contacts.append(Double(queue.behavior.startingBacklog))
    let handle = work / Double(queue.behavior.startingBacklog)
    let variance = work * handle * queue.squaredHandleTimeVariation
    for part in Self.parts {
      points.append(
        Point(
          open: 0, position: 0, time: Double(first.start.secondsSinceEpoch), come: part * work,
          variance: part * variance, deviation: 0))
    }
  }

  /// The load that comes during an open interval, in erlangs.
  func load(_ open: Int) -> Double { during[open] / seconds[open] }

  /// Agents busy in each open interval when work is spread as evenly as the deadline allows.
  ///
  /// - Parameter deadline: in open time.
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

  /// What becomes of the work with given agents, first come first served: the work done in each open interval, and when
  /// each point is done on the axis of open time.
  func flow(capacity: [Double]) -> (done: [Double], finished: [Double]) {
    var done: [Double] = []
    var backlog = 0.0
    for index in seconds.indices {
      backlog += before[index] + during[index]
      let worked = min(backlog, capacity[index] * seconds[index])
      backlog -= worked
      done.append(worked)
    }
    let finish = CompletionCurve(done: done, seconds: seconds, rate: capacity.last ?? 0)
    // What waits at the start stands after the others and is done before them.
    var (forecast, waiting) = (finish, finish)
    let own = points.count - (contacts.count > isOpen.count ? Self.parts.count : 0)
    let finished = points.indices.map { index in
      let time =
        index < own
        ? forecast.time(of: points[index].come) : waiting.time(of: points[index].come)
      return max(points[index].position, time)
    }
    return (done, finished)
  }

  /// The instant at a place on the axis of open time; where a closing and an opening meet, the closing.
  func time(at position: Double) -> Double {
    guard !starts.isEmpty else { return .infinity }
    let index = max(0, place(of: position, in: starts, orEqual: false))
    return times[index] + (position - starts[index])
  }

  /// The place of an instant on the axis of open time; closed hours are the place where they begin.
  func position(at time: Double) -> Double {
    guard !starts.isEmpty else { return 0 }
    let index = place(of: time, in: times, orEqual: true)
    guard index >= 0 else { return 0 }
    let within = time - times[index]
    // Beyond the forecast, time goes on open.
    let isLast = index == times.count - 1
    return starts[index] + (isLast ? within : min(seconds[index], within))
  }

  /// The last entry below a value, or not above it; −1 for none.
  private func place(of value: Double, in list: [Double], orEqual: Bool) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < value || orEqual && list[middle] == value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low - 1
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
