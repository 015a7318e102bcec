import Foundation
import Testing

@testable import muster

@Suite struct OutputClashTests {
  private func input(_ path: String) -> Manifest.File {
    Manifest.File(path: path, record: "history", bytes: 0, rows: 0, sha256: "")
  }

  @Test("A result by any name of an input is refused, with status 64")
  func inputs() throws {
    try Binary.withScratch { folder in
      let file = folder.appendingPathComponent("x.csv").path
      try "x".write(toFile: file, atomically: false, encoding: .utf8)
      let link = folder.appendingPathComponent("link.csv").path
      #expect(symlink("x.csv", link) == 0)
      for name in [file, link, folder.path + "/./x.csv"] {
        let failure = #expect(throws: CommandFailure.self) {
          try OutputClash.check([("-o", name)], inputs: [input(file)])
        }
        #expect(failure?.status == .usage)
        #expect(failure?.letter.contains("\nMaybe") == true)
      }
      try OutputClash.check([("-o", folder.path + "/y.csv")], inputs: [input(file)])
    }
  }

  @Test("Two results in one file are refused, absent or not; standard output and devices are not")
  func outputs() throws {
    try Binary.withScratch { folder in
      let path = folder.appendingPathComponent("y.csv").path
      #expect(throws: CommandFailure.self) {
        try OutputClash.check(
          [("-o", path), ("--scores", folder.path + "//y.csv")], inputs: [])
      }
      try OutputClash.check([("-o", "-"), ("--scores", "-")], inputs: [input("-")])
      try OutputClash.check([("-o", "/dev/null"), ("--scores", "/dev/null")], inputs: [])
      try OutputClash.check([("-o", nil), ("--scores", path)], inputs: [])
    }
  }
}
