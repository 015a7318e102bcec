import ContactCenter
import Testing

@testable import muster

@Suite struct ForecastArchiveTests {
  @Test("An entry's name reads back, and anything else is no entry")
  func names() throws {
    let name = EntryName(
      firstDay: try #require(CivilDate(text: "2026-03-09")), count: 3, hash: "5f2c91d0a3be")
    #expect(name.text == "2026-03-09-03-5f2c91d0a3be")
    #expect(EntryName(text: name.text) == name)
    for text in [
      "", ".muster.lock", "2026-03-09", "2026-03-09-0-5f2c91d0a3be", "2026-02-30-01-5f2c91d0a3be",
      "2026-03-09-01-5f2c91d0a3bz", "2026-03-09-01-5f2c",
      "2026-03-09-99999999999999999999-5f2c91d0a3be",
    ] {
      #expect(EntryName(text: text) == nil, "\(text)")
    }
  }

  @Test("Entries are in order of day and count, also beyond ninety-nine")
  func order() throws {
    let names = [
      "2026-03-09-100-000000000000", "2026-03-09-99-ffffffffffff", "2026-03-08-01-abcdefabcdef",
    ]
    #expect(
      names.compactMap { EntryName(text: $0) }.sorted().map(\.text) == [
        names[2], names[1], names[0],
      ])
  }
}
