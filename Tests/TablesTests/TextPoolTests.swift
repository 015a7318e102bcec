import Tables
import Testing

@Suite("Pooling texts")
struct TextPoolTests {
  private func index(_ text: String, _ pool: inout TextPool) -> Int {
    Array(text.utf8).withUnsafeBufferPointer { pool.index(of: $0) }
  }

  @Test("Equal texts get equal numbers, in the order in which they came")
  func numbers() {
    var pool = TextPool()
    #expect(index("billing", &pool) == 0)
    #expect(index("sales", &pool) == 1)
    #expect(index("billing", &pool) == 0)
    #expect(index("", &pool) == 2)
    #expect(index("", &pool) == 2)
    #expect(pool.texts == ["billing", "sales", ""])
  }

  @Test("Thousands of texts keep their numbers while the table grows")
  func many() {
    var pool = TextPool()
    for number in 0..<5_000 { #expect(index("queue \(number)", &pool) == number) }
    for number in stride(from: 4_999, through: 0, by: -7) {
      #expect(index("queue \(number)", &pool) == number)
    }
    #expect(pool.texts.count == 5_000)
  }
}
