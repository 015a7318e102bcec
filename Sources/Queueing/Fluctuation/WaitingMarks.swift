public import ContactCenter
internal import Glibc

/// What becomes of an arrival that finds k contacts waiting, k counting up from 0.
///
/// *Formula*: the wait of an endlessly patient caller with k ahead is a sum of exponential stages with rates
/// nμ, nμ+θ, … nμ+kθ; a customer of ordinary patience is answered with probability c/(c+k+1) and then
/// waits as if c were c + 1. The distribution functions follow the recursion of
/// Q_k = P(V_k > T): Q_0 = e^{−nμT}, term_k = term_{k−1}(1−u)(c+k−1)/k.
struct WaitingMarks {
  private let completionRate: Double
  private let patienceRate: Double
  private var k = 0.0
  private var virtual: StageWait
  private var answered: StageWait
  private var answeredShort: StageWait?
  private var virtualShort: StageWait?
  private let stillPatient: Double
  private let stillPatientShort: Double

  init(traffic: Traffic, agents: Double, threshold: Double, short: Double?) {
    completionRate = agents / traffic.meanHandleSeconds
    patienceRate = 1 / traffic.meanPatienceSeconds
    virtual = StageWait(rate: completionRate, step: patienceRate, threshold: threshold)
    answered = StageWait(
      rate: completionRate + patienceRate, step: patienceRate, threshold: threshold)
    stillPatient = exp(-patienceRate * threshold)
    stillPatientShort = short.map { [patienceRate] in exp(-patienceRate * $0) } ?? 1
    if let short {
      virtualShort = StageWait(rate: completionRate, step: patienceRate, threshold: short)
      answeredShort = StageWait(
        rate: completionRate + patienceRate, step: patienceRate, threshold: short)
    }
  }

  /// Numerator and denominator of the service level for an arrival with k ahead.
  func ratio(_ definition: ServiceLevelDefinition) -> (Double, Double) {
    let share = completionRate / (completionRate + (k + 1) * patienceRate)
    let inTime = share * (1 - answered.beyond)
    let lost = 1 - stillPatient * virtual.beyond - inTime
    switch definition {
    case .offered, .genesys: return (inTime, 1)
    case .answered: return (inTime, share)
    case .credit: return (inTime + lost, 1)
    case .forgive: return (inTime, 1 - lost)
    case .virtual: return (1 - virtual.beyond, 1)
    case .forgiveShort: return (inTime, 1 - lostShort(share))
    case .creditShort: return (inTime + lostShort(share), 1)
    }
  }

  /// Goes to the next k.
  mutating func advance() {
    k += 1
    virtual.advance()
    answered.advance()
    virtualShort?.advance()
    answeredShort?.advance()
  }

  private func lostShort(_ share: Double) -> Double {
    guard let virtualShort, let answeredShort else { return 0 }
    return 1 - stillPatientShort * virtualShort.beyond - share * (1 - answeredShort.beyond)
  }
}

extension ServiceLevelDefinition {
  /// Whether the definition looks at short abandons.
  var usesShortThreshold: Bool { self == .forgiveShort || self == .creditShort }

  /// The share of offered contacts in the denominator.
  public func countedShare(of measures: ServiceMeasures) -> Double {
    switch self {
    case .offered, .credit, .creditShort, .virtual, .genesys: 1
    case .answered: measures.answered
    case .forgive: measures.notAbandonedWithin
    case .forgiveShort: 1 - measures.abandonedWithinShort
    }
  }
}
