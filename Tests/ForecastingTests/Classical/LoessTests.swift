import Testing

@testable import Forecasting

@Suite("Loess")
struct LoessTests {
  private func smooth(_ y: [Double], _ window: Loess.Window) -> [Double] {
    var result = y
    var weights = y
    y.withUnsafeBufferPointer { y in
      result.withUnsafeMutableBufferPointer { result in
        weights.withUnsafeMutableBufferPointer { weights in
          Loess.smooth(y, window, into: result, weights: weights)
        }
      }
    }
    return result
  }

  @Test("A local line leaves a line as it is, whatever window and jump", arguments: [5, 21, 101])
  func lines(length: Int) {
    let y = (0..<60).map { 3 + 0.25 * Double($0) }
    for (a, b) in zip(smooth(y, Loess.Window(length: length, degree: 1)), y) {
      #expect(abs(a - b) < 1e-9)
    }
  }

  @Test("A local mean leaves a constant as it is, and one value too")
  func constants() {
    let y = [Double](repeating: 4, count: 9)
    for a in smooth(y, Loess.Window(length: 7, degree: 0)) { #expect(abs(a - 4) < 1e-12) }
    #expect(smooth([2], Loess.Window(length: 7, degree: 1)) == [2])
    #expect(smooth([], Loess.Window(length: 7, degree: 1)) == [])
  }

  @Test("Windows are odd and jumps a tenth of what was asked for, rounded up")
  func windows() {
    #expect(Loess.Window(length: 24, degree: 1).length == 25)
    #expect(Loess.Window(length: 25, degree: 1).jump == 3)
    #expect(Loess.Window(length: 1, degree: 0).length == 3)
  }
}
