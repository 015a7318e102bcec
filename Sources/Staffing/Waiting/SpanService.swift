public import ContactCenter
internal import Glibc
internal import Queueing

/// What a queue achieves over a day or a week with the staff of its requirement, shown beside it and in no record.
public struct SpanService: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// Day or week.
  public var span: TargetSpan
  /// The local date of the day, or of the week's first day in the forecast.
  public var date: CivilDate
  /// Mean contacts.
  public var offered: Double
  /// Agent-hours on contacts.
  public var agentHours: Double
  /// The expected service level of all contacts together.
  public var serviceLevel: Double?
  /// The probability that the service level counted over the span reaches the target.
  public var probabilityOfTarget: Double?
}

extension SpanService {
  /// Days or weeks of a contract that a ceiling on agents keeps below its target, and how sure the others are.
  static func findings(_ spans: [SpanService], _ queue: Queue) -> [Finding] {
    guard queue.target.span != .interval, let level = queue.target.serviceLevel else { return [] }
    let own = spans.filter { $0.span == queue.target.span && $0.serviceLevel != nil }
    let missed = own.filter { ($0.serviceLevel ?? 1) < level.value - 1e-9 }
    var findings: [Finding] = []
    if let first = missed.first, queue.maximumAgents != nil {
      findings.append(
        Finding(
          .warning, code: "staffing.ceiling",
          "\(missed.count) \(queue.target.span.rawValue)s miss the target with the agents of maximum_agents",
          place: "\(queue.name) \(first.date.text)",
          advice: "Maybe raise maximum_agents, or lower the target."))
    }
    let least = own.min { ($0.probabilityOfTarget ?? 1) < ($1.probabilityOfTarget ?? 1) }
    if let least, let probability = least.probabilityOfTarget {
      let mean = own.reduce(0) { $0 + ($1.probabilityOfTarget ?? 1) } / Double(own.count)
      findings.append(
        Finding(
          .note, code: "staffing.span-probability",
          "a \(queue.target.span.rawValue) reaches the target with a probability of "
            + "\(Share(roundedToDecimals(mean, 3)).text) on average, at worst "
            + "\(Share(roundedToDecimals(probability, 3)).text) (\(least.date.text))",
          place: queue.name,
          advice: mean < 0.8 ? "Maybe staff for a risk, such as 90%." : ""))
    }
    return findings
  }
}

/// Adds up what the blocks of a span do.
///
/// *Formula*: over the contacts X = Σ (1{in time} − L 1{counted}) is to be 0 or more. At each of five equally likely
/// rates, which all blocks of the span share, X is taken as normal: a block of M counted contacts in the mean, with level
/// ℓ and the path variance v of `ServiceFluctuation`, adds M (ℓ − L) to its mean and M (ℓ(1 − ℓ) + (ℓ − L)²) + M² v to
/// its variance. Blocks are taken as independent of each other at a given rate: waits that reach over an interval's edge
/// are left out, and the probability of a target that is met on average comes out a little too high.
struct SpanSums {
  private let level: Double?
  private(set) var offered = 0.0
  private(set) var agentHours = 0.0
  private var met = 0.0
  private var counted = 0.0
  private var means = [Double](repeating: 0, count: 5)
  private var variances = [Double](repeating: 0, count: 5)

  init(level: Double?) { self.level = level }

  /// Adds the volume and the staff of a block.
  mutating func add(contacts: Double, agentHours: Double) {
    offered += contacts
    self.agentHours += agentHours
  }

  /// Adds what a block's contacts get in expectation.
  mutating func add(share: (met: Double, counted: Double), contacts: Double) {
    met += contacts * share.met
    counted += contacts * share.counted
  }

  /// Adds what a block does at each rate; each way to be present comes with its probability.
  mutating func add(
    _ ways: [(points: [TargetProbability.Point], probability: Double)], seconds: Double
  ) {
    guard let level else { return }
    for index in means.indices {
      var mean = 0.0
      var square = 0.0
      for (points, probability) in ways {
        let point = points.count == 1 ? points[0] : points[index]
        let (own, variance) = Self.moments(point, level, seconds)
        mean += probability * own
        square += probability * (variance + own * own)
      }
      means[index] += mean
      variances[index] += max(0, square - mean * mean)
    }
  }

  private static func moments(
    _ point: TargetProbability.Point, _ level: Double, _ seconds: Double
  ) -> (mean: Double, variance: Double) {
    guard let fluctuation = point.fluctuation else { return (-level * point.contacts, 0) }
    let counted = point.contacts * fluctuation.countedShare
    let own = min(1, max(0, fluctuation.level))
    let distance = own - level
    let coin = own * (1 - own) + distance * distance
    let path = fluctuation.pathVariance(over: seconds)
    return (counted * distance, counted * coin + counted * counted * path)
  }

  /// The service over the span.
  func service(queue: String, span: TargetSpan, date: CivilDate) -> SpanService {
    var probability: Double?
    if level != nil {
      let sum = zip(means, variances).reduce(0.0) { sum, moments in
        let deviation = moments.1.squareRoot()
        guard deviation > 0 else { return sum + (moments.0 >= -1e-9 ? 1 : 0) }
        return sum + 0.5 * erfc(-moments.0 / deviation / 2.0.squareRoot())
      }
      probability = sum / 5
    }
    return SpanService(
      queue: queue, span: span, date: date, offered: offered, agentHours: agentHours,
      serviceLevel: counted > 0 ? met / counted : nil, probabilityOfTarget: probability)
  }
}
