internal import Glibc
internal import Synchronization

extension HiGHSLibrary {
  /// One program of several, with what it starts from.
  public struct Task: Sendable {
    /// What to solve.
    public var program: LinearProgram
    /// Gap, limits, seed.
    public var options: ProgramOptions
    /// Values of all columns to begin from.
    public var start: [Double]?

    /// Creates a task.
    public init(
      _ program: LinearProgram, options: ProgramOptions = ProgramOptions(),
      start: [Double]? = nil
    ) {
      self.program = program
      self.options = options
      self.start = start
    }
  }

  /// Solves independent programs on up to `threads` threads; outcomes come in the order of `tasks`.
  ///
  /// Each program is solved by one thread on a model of its own, so the outcomes do not depend on `threads`.
  ///
  /// - Throws: the error of the first task, in order, that has one; the others are solved all the same.
  public func solve(
    _ tasks: [Task], threads: Int
  ) throws(MathematicalProgrammingError) -> [ProgramOutcome] {
    let work = SharedWork(library: self, tasks: tasks)
    let helpers = (1..<max(1, min(threads, tasks.count))).compactMap { _ in work.startThread() }
    work.run()
    for helper in helpers { pthread_join(helper, nil) }
    var outcomes: [ProgramOutcome] = []
    for result in work.results() {
      switch result {
      case .success(let outcome): outcomes.append(outcome)
      case .failure(let error): throw error
      }
    }
    return outcomes
  }
}

/// Tasks that several threads take one by one.
///
/// Threads of the system and not tasks of Swift's pool: a solve runs for seconds without a point where it could
/// yield, and the pool has no more threads than cores.
private final class SharedWork: Sendable {
  typealias Outcome = Result<ProgramOutcome, MathematicalProgrammingError>

  private let library: HiGHSLibrary
  private let tasks: [HiGHSLibrary.Task]
  private let next = Atomic<Int>(0)
  private let outcomes: Mutex<[Outcome?]>

  init(library: HiGHSLibrary, tasks: [HiGHSLibrary.Task]) {
    self.library = library
    self.tasks = tasks
    outcomes = Mutex([Outcome?](repeating: nil, count: tasks.count))
  }

  /// Takes tasks until none is left.
  func run() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < tasks.count else { return }
      let task = tasks[index]
      let outcome: Outcome
      do throws(MathematicalProgrammingError) {
        outcome = .success(
          try library.solve(task.program, options: task.options, start: task.start))
      } catch {
        outcome = .failure(error)
      }
      outcomes.withLock { $0[index] = outcome }
    }
  }

  /// Starts a thread that helps; nil where the system gives none, and then the others do its share.
  func startThread() -> pthread_t? {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { raw in
        guard let raw else { return nil }
        Unmanaged<SharedWork>.fromOpaque(raw).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    guard status == 0 else {
      context.release()
      return nil
    }
    return thread
  }

  func results() -> [Outcome] { outcomes.withLock { $0.compactMap { $0 } } }
}
