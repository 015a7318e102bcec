internal import ContactCenter

/// What a queue's history tells about its customers without any simulation.
struct ReplayEvidence {
  /// An estimate and what it rests on.
  struct Estimate: Hashable {
    var value: Double
    var count: Int
  }

  /// Mean patience in seconds, from all waits.
  var patienceSeconds: Estimate?
  /// How much neighboring intervals differ over how much Poisson counts would.
  var dispersion: Estimate?
  /// Standard deviation of handle time over its mean.
  var handleTimeVariation: Estimate?
  /// The wait in seconds that even quiet intervals have.
  var waitAtRest: Estimate?
  /// The share of contacts that were neither answered nor abandoned nor blocked.
  var otherExits: Double?

  /// Reads the history of a queue; `rows` are its intervals with their simulated waits.
  init(_ service: ActualService, rows: [ValidationRow]) {
    patienceSeconds = Self.patience(service)
    dispersion = Self.dispersion(service.offered)
    handleTimeVariation = Self.variation(service)
    waitAtRest = Self.rest(rows)
    otherExits = Self.exits(service)
  }

  /// Mean patience under exponential patience, those answered being censored.
  ///
  /// *Formula*: all seconds waited over the number that gave up, the maximum-likelihood estimate; its relative standard
  /// error is 1/√n.
  /// *Source*: Brown et al. (2005), Statistical analysis of a telephone call center, JASA 100, 36–50,
  /// doi:10.1198/016214504000001808, section 5.
  static func patience(_ service: ActualService) -> Estimate? {
    var (seconds, abandoned) = (0.0, 0.0)
    for index in service.offered.indices {
      guard let waited = service.waits.answered[index], let left = service.waits.abandoned[index],
        let gone = service.abandoned[index]
      else { continue }
      seconds += waited + left
      abandoned += gone
    }
    guard abandoned >= 1, seconds > 0 else { return nil }
    return Estimate(value: seconds / abandoned, count: Int(min(abandoned, 1e9)))
  }

  /// The index of dispersion of counts against a line through their neighbors.
  ///
  /// *Formula*: the mean of (a − 2b + c)² / (a + 4b + c) over neighbors a, b, c, which is 1 for Poisson counts whose
  /// rate runs straight; the second difference takes out whatever the rate does smoothly.
  /// *Edge cases*: triples of fewer than 20 contacts are left out, where the quotient is far from normal.
  static func dispersion(_ offered: [Double]) -> Estimate? {
    var (sum, count) = (0.0, 0)
    for index in offered.indices.dropFirst().dropLast() {
      let (a, b, c) = (offered[index - 1], offered[index], offered[index + 1])
      // An opening or a closing is no burst.
      guard a > 0, b > 0, c > 0, a + b + c >= 20 else { continue }
      let difference = a - 2 * b + c
      sum += difference * difference / (a + 4 * b + c)
      count += 1
    }
    return count >= 20 ? Estimate(value: sum / Double(count), count: count) : nil
  }

  /// How handle times spread, from how far the means of neighboring intervals lie apart.
  ///
  /// *Formula*: cv² is the mean of (x − y)² / (1/m + 1/n) over the square of the mean handle time, x and y being the
  /// means of m and n contacts in neighboring intervals: a mean of n contacts has the variance σ²/n, and what
  /// changes with the time of day cancels between neighbors.
  static func variation(_ service: ActualService) -> Estimate? {
    var (squares, pairs, seconds, contacts) = (0.0, 0, 0.0, 0.0)
    var last: (mean: Double, contacts: Double)?
    for index in service.offered.indices {
      guard let total = service.handleSeconds[index], let taken = service.answered[index],
        taken >= 1
      else {
        last = nil
        continue
      }
      let mean = total / taken
      seconds += total
      contacts += taken
      if let last {
        let difference = mean - last.mean
        squares += difference * difference / (1 / taken + 1 / last.contacts)
        pairs += 1
      }
      last = (mean, taken)
    }
    guard pairs >= 50, contacts > 0, seconds > 0 else { return nil }
    let mean = seconds / contacts
    return Estimate(value: (squares / Double(pairs)).squareRoot() / mean, count: pairs)
  }

  /// What three in four of the intervals in which the simulation lets nobody wait exceed as ASA.
  ///
  /// A quarter, not a half: where contacts come in bursts many quiet intervals have waits, but not nearly all.
  static func rest(_ rows: [ValidationRow]) -> Estimate? {
    let quiet = rows.compactMap { row -> Double? in
      guard let simulated = row[.asaSeconds].simulated, simulated < 1, row.offered >= 3 else {
        return nil
      }
      return row[.asaSeconds].actual
    }.sorted()
    guard quiet.count >= 10 else { return nil }
    return Estimate(value: quiet[quiet.count / 4], count: quiet.count)
  }

  private static func exits(_ service: ActualService) -> Double? {
    var (left, all) = (0.0, 0.0)
    for index in service.offered.indices {
      guard let taken = service.answered[index], let gone = service.abandoned[index] else {
        continue
      }
      all += service.offered[index]
      left += service.offered[index] - taken - gone - (service.blocked[index] ?? 0)
    }
    return all > 0 ? left / all : nil
  }
}
