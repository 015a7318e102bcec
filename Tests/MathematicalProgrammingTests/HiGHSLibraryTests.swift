import MathematicalProgramming
import Testing

@Suite struct HiGHSLibraryTests {
  @Test("an absent library is a typed error with the loader's reason and a hint")
  func absent() throws {
    let error = try #require(throws: MathematicalProgrammingError.self) {
      try HiGHSLibrary.open(candidates: ["/nowhere/libhighs.so", "libhighs-absent.so"])
    }
    let message = "\(error)"
    #expect(
      message.hasPrefix(
        "HiGHS not found: libhighs-absent.so: cannot open shared object file"))
    #expect(message.contains("\nMaybe "))
    #expect(message.contains("scripts/get-highs"))
  }

  @Test("no candidate at all is the same error")
  func none() {
    #expect(throws: MathematicalProgrammingError.self) {
      try HiGHSLibrary.open(candidates: [])
    }
  }

  @Test("a library that is there and is not HiGHS says which function it lacks")
  func otherLibrary() throws {
    let error = try #require(throws: MathematicalProgrammingError.self) {
      try HiGHSLibrary.open(candidates: ["libm.so.6", "libhighs-absent.so"])
    }
    #expect("\(error)".contains("libm.so.6: no function Highs_create"))
  }

  @Test("candidates go upward from the working folder and end with the system's names")
  func candidates() {
    #expect(
      HiGHSLibrary.candidates(named: nil, executableFolder: "/opt/bin", workingFolder: "/a/b c/")
        == [
          "/opt/bin/libhighs.so", "/a/b c/.highs/lib/libhighs.so", "/a/.highs/lib/libhighs.so",
          "libhighs.so.1", "libhighs.so",
        ])
  }

  @Test("a library that is named is the only candidate")
  func named() {
    #expect(
      HiGHSLibrary.candidates(named: "/x.so", executableFolder: "/opt", workingFolder: "/a")
        == ["/x.so"])
  }

  @Test("the root folder and a relative one end the way upward")
  func ends() {
    #expect(
      HiGHSLibrary.candidates(named: "", executableFolder: nil, workingFolder: "/")
        == ["/.highs/lib/libhighs.so", "libhighs.so.1", "libhighs.so"])
    #expect(
      HiGHSLibrary.candidates(named: nil, executableFolder: nil, workingFolder: "a/b")
        == ["libhighs.so.1", "libhighs.so"])
  }

  @Test(
    "the opened library tells its version",
    .enabled(if: FoundLibrary.library != nil, "\(FoundLibrary.skipReason)"))
  func version() throws {
    let library = try #require(FoundLibrary.library)
    #expect(library.version.split(separator: ".").count == 3)
    #expect(library.version.hasPrefix("1."))
  }
}
