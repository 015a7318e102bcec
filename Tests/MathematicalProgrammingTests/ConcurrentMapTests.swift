import MathematicalProgramming
import Testing

@Suite struct ConcurrentMapTests {
  struct Refused: Error, Equatable { var index: Int }

  @Test("results come in order on any number of threads", arguments: [-1, 0, 1, 2, 7, 100])
  func order(threads: Int) {
    #expect(concurrentMap(count: 50, threads: threads) { $0 * $0 } == (0..<50).map { $0 * $0 })
  }

  @Test("nothing to do is nothing done")
  func empty() {
    #expect(concurrentMap(count: 0, threads: 4) { $0 }.isEmpty)
  }

  @Test("the error of the lowest index is thrown", arguments: [1, 3])
  func error(threads: Int) {
    #expect(throws: Refused(index: 4)) {
      try concurrentMap(count: 20, threads: threads) { (index) throws(Refused) in
        if index >= 4 { throw Refused(index: index) }
        return index
      }
    }
  }

  @Test(
    "programs solved together answer like each alone", arguments: [2, 5])
  func programs(threads: Int) throws {
    guard let library = FoundLibrary.library else {
      try Test.cancel("\(FoundLibrary.skipReason)")
    }
    let programs = HiGHSLibrarySolveTests.knapsacks.map(\.program)
    let together = try concurrentMap(count: programs.count, threads: threads) {
      (index) throws(MathematicalProgrammingError) in try library.solve(programs[index])
    }
    #expect(try together == programs.map { try library.solve($0) })
  }
}
