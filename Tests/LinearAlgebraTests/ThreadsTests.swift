import LinearAlgebra
import Testing

@Suite("Threads")
struct ThreadsTests {
  @Test("After asking for one thread there is one, however often it is asked")
  func oneThread() {
    useOneThread()
    useOneThread()
    #expect(threadCount() == 1)
  }

  @Test("The library says what it is")
  func version() {
    #expect(libraryVersion().contains("OpenBLAS"))
  }
}
