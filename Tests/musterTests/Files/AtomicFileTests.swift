import Foundation
import Testing

@testable import muster

@Suite struct AtomicFileTests {
  private let bytes = Array("new\n".utf8)

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func kind(_ path: String) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }

  @Test("A FIFO stays a FIFO and receives the bytes, whichever way they are written")
  func fifo() throws {
    try Binary.withScratch { folder in
      let path = folder.appendingPathComponent("pipe").path
      #expect(mkfifo(path, 0o600) == 0)
      // Open for both: nobody waits for the other end.
      let descriptor = open(path, O_RDWR | O_NONBLOCK)
      defer { close(descriptor) }
      try AtomicFile.write(bytes, to: path)
      try AtomicFile.write(to: path) { target, _ in try Descriptor.write(bytes, to: target) }
      var buffer = [UInt8](repeating: 0, count: 64)
      let count = read(descriptor, &buffer, buffer.count)
      #expect(Array(buffer.prefix(max(0, count))) == bytes + bytes)
      var status = stat()
      #expect(lstat(path, &status) == 0)
      #expect(status.st_mode & S_IFMT == S_IFIFO)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
    }
  }

  @Test("A FIFO written while waiting stays a FIFO")
  func waitingFIFO() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("muster test \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("pipe").path
    #expect(mkfifo(path, 0o600) == 0)
    let descriptor = open(path, O_RDWR | O_NONBLOCK)
    defer { close(descriptor) }
    try await AtomicFile.write(to: path) { (target: Int32) async throws in
      await Task.yield()
      try Descriptor.write(bytes, to: target)
    }
    var buffer = [UInt8](repeating: 0, count: 64)
    #expect(read(descriptor, &buffer, buffer.count) == bytes.count)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
  }

  @Test(
    "A symbolic link stays one, and what it points at has the new bytes", arguments: [true, false])
  func link(isThere: Bool) throws {
    try Binary.withScratch { folder in
      let inner = folder.appendingPathComponent("inner")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      let file = inner.appendingPathComponent("file").path
      if isThere { try "old".write(toFile: file, atomically: false, encoding: .utf8) }
      let first = folder.appendingPathComponent("first").path
      let second = folder.appendingPathComponent("second").path
      #expect(symlink("inner/file", second) == 0)
      #expect(symlink("second", first) == 0)
      try AtomicFile.write(bytes, to: first)
      #expect(try kind(first) == .typeSymbolicLink)
      #expect(try kind(second) == .typeSymbolicLink)
      #expect(try kind(file) == .typeRegular)
      #expect(try text(file) == "new\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: inner.path) == ["file"])
    }
  }

  @Test("A plain file is replaced, and kept where writing fails")
  func plain() throws {
    try Binary.withScratch { folder in
      let path = folder.appendingPathComponent("file").path
      try AtomicFile.write(bytes, to: path)
      #expect(throws: CommandFailure.self) {
        try AtomicFile.write(to: path) { descriptor, _ in
          try Descriptor.write([0x78], to: descriptor)
          throw SystemFault(number: ENOSPC)
        }
      }
      #expect(try text(path) == "new\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }
  }
}
