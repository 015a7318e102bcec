internal import ContactCenter
internal import Queueing

/// The requirement of one queue whose customers wait, staffing interval by staffing interval.
struct WaitingStaffing {
  /// What a queue's staffing says.
  struct Result {
    /// The rows of the record, one per interval of the forecast.
    var intervals: [RequirementInterval]
    /// Days and weeks.
    var spans: [SpanService]
    /// The method over time, and why.
    var choice: OverTimeChoice
    /// Whether sample paths say how uncertain it is.
    var hasPaths: Bool
    /// What was noticed.
    var findings: [Finding]
  }

  private let queue: Queue
  private let request: StaffingRequest
  private let record: IntervalRecord
  private var sizing: WaitingSizing

  init(queue: Queue, request: StaffingRequest) throws(StaffingError) {
    self.queue = queue
    self.request = request
    self.record = IntervalRecord(queue: queue, request: request)
    self.sizing = try WaitingSizing(queue: queue, options: request.options)
  }

  /// Staffs a forecast.
  mutating func result(of demand: QueueForecast) throws(StaffingError) -> Result {
    let loads = try WaitingLoads(demand, queue, request)
    var answers = try answers(loads, demand)
    do throws(QueueingError) {
      try answers.fix(sizing, change: request.changedAgents)
    } catch {
      throw .queueing(queue: queue.name, start: demand.intervals.first?.start, error)
    }
    answers.addScheduled(loads, sizing, request.options)
    let method = sizing.method(loads.choice.method)
    var notes = WaitingNotes()
    var rows: [RequirementInterval] = []
    rows.reserveCapacity(demand.intervals.count)
    var block = 0
    let blocks = loads.profile.blocks
    for (index, interval) in demand.intervals.enumerated() {
      guard loads.profile.steps[index].isOpen else {
        notes.closed(interval)
        rows.append(try record.empty(interval, agents: 0, method: "closed"))
        continue
      }
      while blocks[block].steps.upperBound <= index { block += 1 }
      if let answer = answers.blocks[block] {
        notes.answered(interval, answer, sizing)
        rows.append(try record.interval(interval, answer, method: method))
      } else {
        var empty = try record.empty(interval, agents: max(0, queue.minimumAgents), method: method)
        if let change = request.changedAgents, empty.agents > 0 {
          empty = try record.empty(interval, agents: max(0, change(empty.agents)), method: method)
        }
        empty.probabilityOfTarget = sizing.goal.serviceLevel.map { _ in 1 }
        empty.probabilityOfAdequateStaff = 1
        rows.append(empty)
      }
    }
    notes.compare(loads, answers, sizing, demand)
    let spans = spans(loads, answers, demand)
    return Result(
      intervals: rows, spans: spans, choice: loads.choice, hasPaths: !loads.paths.isEmpty,
      findings: notes.findings(queue: queue, sizing: sizing) + answers.findings(queue)
        + SpanService.findings(spans, queue))
  }

  private mutating func answers(
    _ loads: WaitingLoads, _ demand: QueueForecast
  ) throws(StaffingError) -> WaitingAnswers {
    var answers = WaitingAnswers(loads)
    if loads.choice.method == .isa {
      guard queue.target.span == .interval || sizing.goal.serviceLevel == nil else {
        throw .spanBySimulation(queue: queue.name, span: queue.target.span)
      }
      try iterate(loads, &answers)
    } else if queue.target.span != .interval, sizing.goal.serviceLevel != nil {
      try staffSpans(loads, demand, &answers)
    } else {
      for block in loads.profile.blocks.indices where loads.arrives(in: block) {
        do {
          let expected = try loads.traffic(block, rate: loads.expected[block], sizing)
          let sized = try loads.traffic(block, rate: loads.sized[block], sizing)
          let answer = try sizing.size(for: sized, expected: expected)
          answers.blocks[block] = WaitingAnswer(answer, sizedFor: sized)
        } catch { throw fault(error, demand, loads, block) }
      }
    }
    return answers
  }

  private func staffSpans(
    _ loads: WaitingLoads, _ demand: QueueForecast, _ answers: inout WaitingAnswers
  ) throws(StaffingError) {
    guard let staffing = SpanStaffing(sizing, loads, risk: request.options.risk) else { return }
    do {
      let all = try staffing.answer(blocks(loads, demand, by: queue.target.span).map(\.blocks))
      for block in loads.profile.blocks.indices where loads.arrives(in: block) {
        let expected = try loads.traffic(block, rate: loads.expected[block], sizing)
        let answer = WaitingSizing.Answer(
          traffic: expected, agents: all.agents[block], agentsExact: nil,
          measures: try sizing.achieved(of: expected, agents: all.agents[block]))
        answers.blocks[block] = WaitingAnswer(
          answer, sizedFor: try loads.traffic(block, rate: loads.sized[block], sizing))
        answers.blocks[block]?.spanAdequacy = all.adequacy[block]
        answers.blocks[block]?.floor = all.floors[block]
      }
    } catch {
      throw .queueing(queue: queue.name, start: demand.intervals.first?.start, error)
    }
  }

  private func iterate(
    _ loads: WaitingLoads, _ answers: inout WaitingAnswers
  ) throws(StaffingError) {
    var iteration = IterativeStaffing(loads: loads, sizing: sizing, options: request.options)
    do throws(IterationFault) {
      let all = try iteration.answer()
      answers.iteration = all
      for block in loads.profile.blocks.indices where loads.arrives(in: block) {
        answers.blocks[block] = try iterated(block, all, loads)
      }
    } catch {
      switch error {
      case .queueing(let error): throw .queueing(queue: queue.name, start: nil, error)
      case .simulation(let message): throw .simulation(queue: queue.name, message: message)
      }
    }
  }

  /// A simulated block: the formula at the rate that gives its level, with what was simulated in its place.
  private func iterated(
    _ block: Int, _ all: IterativeStaffing.Answer, _ loads: WaitingLoads
  ) throws(IterationFault) -> WaitingAnswer {
    let ratio = loads.expected[block] > 0 ? all.rates[block] / loads.expected[block] : 1
    do throws(QueueingError) {
      let traffic = try loads.traffic(block, rate: all.rates[block], sizing)
      var measures = try sizing.achieved(of: traffic, agents: all.agents[block])
      if let row = all.rows[block] {
        measures.abandonment = row.abandonment ?? measures.abandonment
        measures.meanWaitAnsweredSeconds = row.asaSeconds ?? measures.meanWaitAnsweredSeconds
        measures.occupancy = row.occupancy ?? measures.occupancy
      }
      var answer = WaitingAnswer(
        WaitingSizing.Answer(
          traffic: traffic, agents: all.agents[block], agentsExact: nil, measures: measures),
        sizedFor: try loads.traffic(block, rate: loads.sized[block] * ratio, sizing))
      answer.rateScale = ratio
      return answer
    } catch { throw .queueing(error) }
  }

  private func fault(
    _ error: QueueingError, _ demand: QueueForecast, _ loads: WaitingLoads, _ block: Int
  ) -> StaffingError {
    let step = loads.profile.blocks[block].steps.lowerBound
    return .queueing(queue: queue.name, start: demand.intervals[step].start, error)
  }

  /// The blocks of each local day, or of each week from Monday.
  private func blocks(
    _ loads: WaitingLoads, _ demand: QueueForecast, by span: TargetSpan
  ) -> [(date: CivilDate, blocks: Range<Int>)] {
    var result: [(date: CivilDate, blocks: Range<Int>)] = []
    var last: CivilDate?
    for (index, block) in loads.profile.blocks.enumerated() {
      let date = request.grid.date(of: demand.intervals[block.steps.lowerBound].start)
      let first = span == .week ? date.advanced(by: -date.weekday.rawValue) : date
      if first == last, let end = result.indices.last {
        result[end].blocks = result[end].blocks.lowerBound..<(index + 1)
      } else {
        result.append((date, index..<(index + 1)))
        last = first
      }
    }
    return result
  }

  private func spans(
    _ loads: WaitingLoads, _ answers: WaitingAnswers, _ demand: QueueForecast
  ) -> [SpanService] {
    let kinds: [TargetSpan] = queue.target.span == .week ? [.day, .week] : [.day]
    return kinds.flatMap { kind in
      blocks(loads, demand, by: kind).map { date, blocks in
        var sums = SpanSums(level: sizing.goal.serviceLevel)
        for block in blocks {
          let seconds = loads.profile.blocks[block].seconds
          let agents = answers.blocks[block]?.sized.agents ?? max(0, queue.minimumAgents)
          sums.add(
            contacts: loads.contacts[block], agentHours: Double(agents) * seconds / 3600)
          guard let answer = answers.blocks[block] else { continue }
          let measures = answer.sized.measures
          let counted = sizing.goal.definition.countedShare(of: measures)
          sums.add(
            share: (measures.serviceLevel(sizing.goal.definition) * counted, counted),
            contacts: loads.contacts[block])
          sums.add(answer.ways, seconds: seconds)
        }
        return sums.service(queue: queue.name, span: kind, date: date)
      }
    }
  }
}

extension Queue {
  /// The handle time of an interval: the forecast's, or the queue's own.
  func handleSeconds(in interval: ForecastInterval) throws(StaffingError) -> Double {
    if let known = interval.handleSecondsMean, known > 0 { return known }
    if let usual = handleTime?.value, usual > 0 { return usual }
    throw .noHandleTime(queue: name, start: interval.start)
  }
}
