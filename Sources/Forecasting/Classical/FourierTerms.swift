#if canImport(Glibc)
  internal import Glibc
#endif

/// Sines and cosines that repeat with the seasons, the columns of a harmonic regression.
///
/// *Formula*: sin(2πkt/m) and cos(2πkt/m) for each harmonic k of each season m, at the steps t = 1, 2, …, as R's
/// `fourier`. A frequency that two seasons share, such as the day in the week, is taken once, and the sine of half a
/// cycle per step, which is always 0, is left out.
struct FourierTerms: Hashable, Sendable {
  /// How often a sine turns: `cycles` times in `steps` steps, in lowest terms.
  struct Frequency: Hashable, Sendable {
    var cycles: Int
    var steps: Int

    init(_ cycles: Int, per steps: Int) {
      let divisor = Self.divisor(cycles, steps)
      self.cycles = cycles / divisor
      self.steps = steps / divisor
    }

    private static func divisor(_ a: Int, _ b: Int) -> Int {
      b == 0 ? max(1, a) : divisor(b, a % b)
    }
  }

  /// The frequencies in the order of their columns, each once.
  let frequencies: [Frequency]

  /// Takes frequencies as they are.
  init(_ frequencies: [Frequency]) { self.frequencies = frequencies }

  /// The first harmonics of each season.
  ///
  /// *Edge cases*: seasons of one step or less have none; no more than half a season's length are taken.
  init(harmonics: [(period: Int, count: Int)]) {
    var found: [Frequency] = []
    var known: Set<Frequency> = []
    for season in harmonics where season.period > 1 {
      for k in stride(from: 1, through: min(season.count, season.period / 2), by: 1) {
        let frequency = Frequency(k, per: season.period)
        if known.insert(frequency).inserted { found.append(frequency) }
      }
    }
    frequencies = found
  }

  /// The columns at the steps `from`, `from` + 1, …, counted from 1: the sine and the cosine of each frequency.
  func columns(from start: Int, count: Int) -> [[Double]] {
    frequencies.flatMap { frequency -> [[Double]] in
      // Whole cycles are taken off in integers: the last digits of a long history would go with them otherwise.
      let m = frequency.steps
      let angles = (0..<m).map { 2 * Double.pi * Double($0) / Double(m) }
      func column(_ wave: [Double]) -> [Double] {
        var place = (frequency.cycles % m) * (start % m) % m
        let step = frequency.cycles % m
        return [Double](unsafeUninitializedCapacity: max(0, count)) { values, filled in
          wave.withUnsafeBufferPointer { wave in
            while filled < count {
              values[filled] = wave[place]
              filled += 1
              place += step
              if place >= m { place -= m }
            }
          }
        }
      }
      let cosine = column(angles.map { cos($0) })
      return m == 2 ? [cosine] : [column(angles.map { sin($0) }), cosine]
    }
  }
}
