internal import ContactCenter

/// A queue's time line: steps of constant rate, and the staffing intervals they make up.
///
/// A step is a row of the forecast; a block is a staffing interval, or the part of one in which the queue is open.
/// Volumes are not part of it: the same line carries the mean, the quantiles and the sample paths.
struct RateProfile {
  /// A row of the forecast.
  struct Step {
    /// The real length.
    var seconds: Double
    /// Time since the row before ended, in which nothing arrives.
    var gapSeconds: Double
    /// Mean handle time; of a neighbor where there are no contacts to have one.
    var handleSeconds: Double
    /// Whether the queue takes contacts.
    var isOpen: Bool
  }

  /// A staffing interval with one number of agents.
  struct Block {
    /// Its steps, all open and without a gap.
    var steps: Range<Int>
    /// Its length.
    var seconds: Double
    /// Mean handle time of its contacts.
    var handleSeconds: Double
    /// The first step of the open hours it belongs to.
    var opening: Int
  }

  private(set) var steps: [Step] = []
  private(set) var blocks: [Block] = []
  /// Mean contacts of each step, none where the queue is closed.
  private(set) var contacts: [Double] = []
  /// Steps of the first 24 hours, where the queue is open just before the first of them.
  private(set) var warmUp: Range<Int>?

  /// The line of a forecast.
  ///
  /// *Throws*: `StaffingError.noHandleTime` where contacts arrive that nobody knows the length of.
  init(
    of demand: QueueForecast, queue: Queue, request: StaffingRequest
  ) throws(StaffingError) {
    var handles: [Double?] = []
    var end: Instant?
    for interval in demand.intervals {
      let isOpen = request.isOpen(queue, at: interval)
      let arrives = isOpen && interval.offered >= fewestContacts
      handles.append(
        arrives ? try queue.handleSeconds(in: interval) : try? queue.handleSeconds(in: interval))
      let seconds = request.seconds(of: interval.start)
      let gap = end.map { interval.start.seconds(since: $0) } ?? 0
      end = interval.start.advanced(by: Int(seconds))
      steps.append(
        Step(seconds: seconds, gapSeconds: Double(max(0, gap)), handleSeconds: 1, isOpen: isOpen))
      contacts.append(isOpen ? interval.offered : 0)
    }
    fill(handles)
    makeBlocks(demand, request)
    warmUp = Self.warmUp(demand, steps, queue, request)
  }

  /// The volumes of the steps from another list of the same length: none where the queue is closed.
  func open(_ volumes: [Double]) -> [Double] {
    zip(volumes, steps).map { $1.isOpen ? max(0, $0) : 0 }
  }

  /// The sum of a block's volumes.
  func sum(_ volumes: [Double], _ block: Block) -> Double {
    volumes[block.steps].reduce(0, +)
  }

  private mutating func fill(_ handles: [Double?]) {
    var last = handles.lazy.compactMap { $0 }.first ?? 1
    for index in steps.indices {
      last = handles[index] ?? last
      steps[index].handleSeconds = last
    }
  }

  private mutating func makeBlocks(_ demand: QueueForecast, _ request: StaffingRequest) {
    let grid = TimeGrid(
      zone: request.grid.zone, length: request.options.staffingInterval ?? request.grid.length)
    let isGrid = grid.length == request.grid.length
    var opening = 0
    var slot: Instant?
    for index in steps.indices where steps[index].isOpen {
      let isNew = index == 0 || !steps[index - 1].isOpen || steps[index].gapSeconds > 0
      if isNew { opening = index }
      let start = demand.intervals[index].start
      let own = isGrid ? start : grid.interval(containing: start).start
      if isNew || own != slot {
        blocks.append(Block(steps: index..<index, seconds: 0, handleSeconds: 1, opening: opening))
        slot = own
      }
      let last = blocks.count - 1
      blocks[last].steps = blocks[last].steps.lowerBound..<(index + 1)
      blocks[last].seconds += steps[index].seconds
    }
    for index in blocks.indices {
      let own = blocks[index].steps
      let volume = contacts[own].reduce(0, +)
      let work = own.reduce(0) { $0 + contacts[$1] * steps[$1].handleSeconds }
      blocks[index].handleSeconds =
        own.count > 1 && volume >= fewestContacts
        ? work / volume : steps[own.lowerBound].handleSeconds
    }
  }

  /// The first day, where it stands for the night before it.
  ///
  /// A queue that is open around the clock carries load over midnight: what the first day leaves behind stands for the
  /// night before, as in a simulation with a warm-up day. Without opening hours, contacts just before the same time of
  /// the next day tell that it is open.
  private static func warmUp(
    _ demand: QueueForecast, _ steps: [Step], _ queue: Queue, _ request: StaffingRequest
  ) -> Range<Int>? {
    guard let first = demand.intervals.first?.start, steps[0].isOpen else { return nil }
    let dayEnd = first.advanced(by: 86_400)
    let day = 0..<(demand.intervals.firstIndex { $0.start >= dayEnd } ?? demand.intervals.count)
    if let hours = queue.openingHours {
      let before = request.grid.zone.local(first.advanced(by: -1))
      let isOpen =
        hours.isOpen(at: before) && !request.calendar.isClosed(at: before, queue: queue.name)
      return isOpen ? day : nil
    }
    let last = demand.intervals[day.upperBound - 1].start
    let reaches = last.advanced(by: Int(steps[day.upperBound - 1].seconds)) >= dayEnd
    return reaches && steps[day.upperBound - 1].isOpen ? day : nil
  }
}
