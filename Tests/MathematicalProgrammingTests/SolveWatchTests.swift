import MathematicalProgramming
import Synchronization
import Testing

@Suite(.enabled(if: FoundLibrary.library != nil, "\(FoundLibrary.skipReason)"))
struct SolveWatchTests {
  let library: HiGHSLibrary

  init() throws { library = try #require(FoundLibrary.library) }

  /// A market split: few rows, and a tree far larger than any test would wait for.
  static func hard(columns: Int = 40, rows: Int = 4) -> LinearProgram {
    var state: UInt64 = 7
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33).truncatingRemainder(dividingBy: 100)
    }
    var program = LinearProgram()
    let chosen = (0..<columns).map { _ in program.addColumn(cost: 0, in: 0...1, isInteger: true) }
    for _ in 0..<rows {
      let weights = chosen.map { ($0, draw()) }
      let half = (weights.reduce(0) { $0 + $1.1 } / 2).rounded(.down)
      let over = program.addColumn(cost: 1, in: 0...Double.infinity)
      let under = program.addColumn(cost: 1, in: 0...Double.infinity)
      program.addRow(equalTo: half, weights + [(over, -1), (under, 1)])
    }
    return program
  }

  @Test("an integer search that is cancelled gives its best answer so far and says so")
  func cancelled() throws {
    try withExtendedLifetime(Counter()) { counter in
      var options = ProgramOptions()
      options.isCancelled = { counter.next() > 20 }
      let outcome = try library.solve(Self.hard(), options: options)
      switch outcome {
      case .solved(let solution):
        #expect(solution.quality == .limited(.cancelled))
        #expect(solution.boundOrigin == .solver)
      case .undecided(let limit): #expect(limit == .cancelled)
      case .infeasible, .unbounded: Issue.record("it is feasible")
      }
    }
  }

  @Test("a linear program that is cancelled stops at once")
  func cancelledLinear() throws {
    var options = ProgramOptions(algorithm: .simplex)
    options.isCancelled = { true }
    let program = ProgramSessionTests.covering(rows: 60, columns: 300, seed: 3)
    #expect(try library.solve(program, options: options) == .undecided(.cancelled))
    options.algorithm = .interiorPoint
    #expect(try library.solve(program, options: options) == .undecided(.cancelled))
  }

  @Test("progress comes with each better answer and ends at the answer")
  func progress() throws {
    let reports = Reports()
    var options = ProgramOptions(nodeLimit: 50)
    options.progress = { report in reports.add(report) }
    let solution = try #require(try library.solve(Self.hard(), options: options).solution)
    #expect(solution.quality == .limited(.nodes))
    let objectives = reports.all.compactMap(\.objective)
    #expect(!objectives.isEmpty)
    #expect(abs((objectives.min() ?? 0) - solution.objective) < 1e-6)
    #expect(reports.all.allSatisfy { ($0.relativeGap ?? 0) >= 0 })
  }

  @Test("watching changes nothing about the answer")
  func harmless() throws {
    var options = ProgramOptions(nodeLimit: 50)
    let plain = try library.solve(Self.hard(), options: options)
    options.progress = { _ in }
    options.isCancelled = { false }
    #expect(try library.solve(Self.hard(), options: options) == plain)
  }

  @Test("limits of iterations and better answers end a search the same way each time")
  func deterministicLimits() throws {
    var options = ProgramOptions()
    options.iterationLimit = 2_000
    let first = try library.solve(Self.hard(), options: options)
    #expect(first.solution?.quality == .limited(.iterations))
    #expect(try library.solve(Self.hard(), options: options) == first)
    options.iterationLimit = nil
    options.improvementLimit = 2
    #expect(
      try library.solve(Self.hard(), options: options).solution?.quality
        == .limited(.improvements))
  }

  @Test("an iteration limit ends a linear program without an answer")
  func linearIterations() throws {
    var options = ProgramOptions(algorithm: .simplex)
    options.iterationLimit = 3
    let program = ProgramSessionTests.covering(rows: 60, columns: 300, seed: 3)
    #expect(try library.solve(program, options: options) == .undecided(.iterations))
    let session = try ProgramSession(program, library: library)
    options.iterationLimit = 10_000
    #expect(try session.solve(options: options).solution?.quality == .proven)
    #expect(try session.solve(options: options).solution?.quality == .proven)
  }

  @Test("an answer at the target ends the search")
  func target() throws {
    var options = ProgramOptions()
    options.objectiveTarget = 200
    let solution = try #require(try library.solve(Self.hard(), options: options).solution)
    #expect(solution.objective <= 200)
    #expect(solution.quality == .limited(.target))
  }

  @Test("a time limit counts each solve of a session by itself and says what it cut short")
  func timeLimit() throws {
    let session = try ProgramSession(Self.hard(), library: library)
    for _ in 0..<2 {
      let outcome = try session.solve(options: ProgramOptions(timeLimitSeconds: 0.1))
      #expect(outcome.solution?.quality == .limited(.time))
    }
  }

  @Test("a partial start is completed")
  func partialStart() throws {
    let program = Self.hard(columns: 16, rows: 2)
    let best = try #require(try library.solve(program).solution)
    let session = try ProgramSession(program, library: library)
    var options = ProgramOptions(nodeLimit: 1)
    options.improvementLimit = 1
    let known = Dictionary(
      uniqueKeysWithValues: (0..<16).map { (program.column(at: $0), best.values[$0]) })
    let answer = try #require(try session.solve(options: options, partialStart: known).solution)
    #expect(abs(answer.objective - best.objective) < 1e-6)
  }

  @Test("a knapsack of 2,000 items is solved to its gap")
  func largeKnapsack() throws {
    var state: UInt64 = 11
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33).truncatingRemainder(dividingBy: 1_000) + 1
    }
    let weights = (0..<2_000).map { _ in draw() }
    let knapsack = HiGHSLibrarySolveTests.Knapsack(
      weights: weights, values: (0..<2_000).map { _ in draw() },
      capacity: weights.reduce(0, +) / 2)
    let options = ProgramOptions(relativeGap: 1e-3)
    let solution = try #require(try library.solve(knapsack.program, options: options).solution)
    #expect(solution.quality == .proven && solution.relativeGap <= 1e-3)
    let relaxed = try #require(try library.solve(knapsack.program.relaxed).solution)
    #expect(relaxed.bound <= solution.objective)
  }

  /// Counts calls on whatever thread they come.
  private final class Counter: Sendable {
    private let count = Atomic<Int>(0)
    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
  }

  /// Collects reports.
  private final class Reports: Sendable {
    private let reports = Mutex<[ProgramProgress]>([])
    var all: [ProgramProgress] { reports.withLock { $0 } }
    func add(_ report: ProgramProgress) { reports.withLock { $0.append(report) } }
  }
}
