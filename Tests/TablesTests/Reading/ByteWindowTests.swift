import Tables
import TestSupport
import Testing

@Suite("Streaming")
struct ByteWindowTests {
  /// Serves `count` copies of one chunk.
  private func source(_ chunk: [UInt8], count: Int, header: String) -> ByteChunks {
    var served = -1
    return ByteChunks {
      served += 1
      if served == 0 { return Array(header.utf8) }
      return served <= count ? chunk : nil
    }
  }

  @Test("Memory does not grow with the file: a stream of many buffers leaves the buffer as it was")
  func constantMemory() throws {
    let line = "2026-03-09T10:00:00-05:00,billing,voice,26,25,1,7810.5\n"
    let chunk = Array(String(repeating: line, count: 1000).utf8)
    // 200 MB where the code is optimized, 11 MB where it is not.
    let chunks = TestBuild.isOptimized ? 200_000_000 / chunk.count : 200
    var table = try TableReader.open(
      source(chunk, count: chunks, header: "timestamp,queue,channel,offered,b,c,d\n"))
    let before = table.bufferCapacity
    var sum = 0.0
    while try table.next() { sum += try table.number(3) }
    #expect(table.rowCount == chunks * 1000)
    #expect(sum == 26 * Double(chunks * 1000))
    #expect(table.bufferCapacity == before)
    #expect(before == 1 << 18)
  }

  @Test("The buffer grows to the longest row and not beyond twice that")
  func growth() throws {
    let long = String(repeating: "é", count: 300_000)
    var table = try TableReader.open(
      ByteChunks("a,b\n1,2\n\(long),4\n5,6\n"), format: TableFormat(bufferBytes: 1024))
    while try table.next() {}
    #expect(table.rowCount == 3)
    #expect(table.bufferCapacity >= 600_000)
    #expect(table.bufferCapacity <= 1_300_000)
  }
}
