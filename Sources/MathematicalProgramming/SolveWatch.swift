internal import CHiGHS

/// Stands between a running solve and the closures of its options.
///
/// Lives for one solve and is called on that thread only.
final class SolveWatch {
  /// Why the solve was interrupted, where it was.
  private(set) var interruption: ProgramSolution.Limit?
  private let options: ProgramOptions
  private var lastReport = -Double.infinity

  /// Distance of reports that bring no better answer.
  private static let secondsBetweenReports = 0.5

  init(_ options: ProgramOptions) { self.options = options }

  /// Whether options ask for anything that needs a watch.
  ///
  /// The simplex method keeps its own iteration limit; a search tree has none.
  static func isNeeded(for options: ProgramOptions, hasIntegers: Bool) -> Bool {
    options.progress != nil || options.isCancelled != nil
      || (hasIntegers && options.iterationLimit != nil)
  }

  /// Runs the model under this watch.
  func run(_ table: UnsafePointer<muster_highs>, _ model: UnsafeMutableRawPointer) -> Int32 {
    withExtendedLifetime(self) {
      var watch = muster_watch(
        table: table, owner: Unmanaged.passUnretained(self).toOpaque(),
        report: { owner, progress in
          guard let owner, let progress else { return 0 }
          let watch = Unmanaged<SolveWatch>.fromOpaque(owner).takeUnretainedValue()
          return watch.shouldStop(at: progress.pointee) ? 1 : 0
        })
      return muster_highs_run_watched(table, model, &watch)
    }
  }

  private func shouldStop(at state: muster_progress) -> Bool {
    if let progress = options.progress,
      state.is_improvement != 0 || state.seconds >= lastReport + Self.secondsBetweenReports
    {
      lastReport = state.seconds
      progress(Self.report(state))
    }
    if interruption != nil { return true }
    if options.isCancelled?() == true {
      interruption = .cancelled
    } else if state.is_mip != 0, let limit = options.iterationLimit,
      state.iterations >= Int64(clamping: limit)
    {
      interruption = .iterations
    }
    return interruption != nil
  }

  /// HiGHS says infinity (or 1e20 and beyond) where it has no value yet.
  private static func report(_ state: muster_progress) -> ProgramProgress {
    let known = { (value: Double) -> Double? in abs(value) < 1e20 ? value : nil }
    return ProgramProgress(
      seconds: state.seconds.isFinite ? state.seconds : 0, objective: known(state.objective),
      bound: state.is_mip != 0 ? known(state.bound) : nil, nodes: max(0, Int(state.nodes)),
      iterations: state.iterations < 0 ? nil : Int(state.iterations))
  }
}
