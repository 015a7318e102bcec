import Testing

@testable import Tables

@Suite("Guessing the delimiter")
struct DelimiterSnifferTests {
  private func sniff(_ text: String, comments: Bool = false) -> DelimiterSniffer.Verdict {
    Array(text.utf8).withUnsafeBufferPointer {
      DelimiterSniffer.sniff($0, allowsComments: comments)
    }
  }

  @Test("The delimiter that is steady from line to line wins, whatever else occurs")
  func steady() {
    #expect(sniff("a,b,c\n1,2,3\n") == .found(UInt8(ascii: ",")))
    #expect(sniff("a;b\n1,5;2,5\n") == .found(UInt8(ascii: ";")))
    #expect(sniff("Offered, total;Answered, total;x\n1;2;3\n") == .found(UInt8(ascii: ";")))
    #expect(sniff("a\tb\n\"x,y\"\t1\n") == .found(UInt8(ascii: "\t")))
    #expect(sniff("a|b\n1|2\n") == .found(UInt8(ascii: "|")))
  }

  @Test("Text in quotes and comments does not count")
  func quotes() {
    #expect(sniff("\"a;b;c\",d\n\"1;2\n;3\",4\n") == .found(UInt8(ascii: ",")))
    #expect(sniff("# a;b;c;d\na,b\n1,2\n", comments: true) == .found(UInt8(ascii: ",")))
  }

  @Test("Without any candidate the table has one column")
  func none() {
    #expect(sniff("a\n1,5\n") == .found(UInt8(ascii: ",")))
    #expect(sniff("") == .found(UInt8(ascii: ",")))
  }

  @Test("Two candidates that fit equally well are not decided")
  func ambiguous() {
    #expect(sniff("a,b;c\n1,2;3\n") == .ambiguous(UInt8(ascii: ","), UInt8(ascii: ";")))
  }
}
