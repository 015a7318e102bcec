import ContactCenter
import Foundation
import Testing

@testable import Reporting

@Suite("Workbook")
struct WorkbookTests {
  /// Writes into a scratch folder and hands the file to `body`.
  private func written(_ workbook: Workbook, _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "workbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("report.tmp")
    try workbook.write(toTemporaryPath: file.path)
    try body(file)
  }

  private static let unzip = "/usr/bin/unzip"

  private func part(_ name: String, of file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.unzip)
    process.arguments = ["-p", file.path, name]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  private func sample() throws -> Workbook {
    let date = try #require(CivilDate(year: 2026, month: 3, day: 9))
    return Workbook(sheets: [
      Sheet(
        name: "fore:cast", header: ["queue", "mean", "start"],
        rows: [
          [
            .text("=cmd()"), .number(12.5, decimals: 3),
            .timestamp(LocalDateTime(date: date, secondOfDay: 43_200)),
          ],
          [.text("_x0041_ & <b>\u{1}"), .empty, .empty],
        ])
    ])
  }

  @Test("The file is a ZIP archive, and the same workbook gives the same bytes")
  func archive() throws {
    try written(try sample()) { one in
      let bytes = try Data(contentsOf: one)
      #expect(bytes.starts(with: Array("PK".utf8)))
      try written(try sample()) { other in
        let again = try Data(contentsOf: other)
        #expect(again == bytes)
      }
    }
  }

  @Test(
    "Texts stay texts, numbers and times are numbers with formats, the header is frozen",
    .enabled(if: FileManager.default.isExecutableFile(atPath: unzip), "needs unzip"))
  func cells() throws {
    try written(try sample()) { file in
      let strings = try part("xl/sharedStrings.xml", of: file)
      for text in ["queue", "=cmd()", ">_x005F_x0041_ &amp; &lt;b&gt;<"] {
        #expect(strings.contains(text), "\(text) in \(strings)")
      }
      let sheet = try part("xl/worksheets/sheet1.xml", of: file)
      #expect(!sheet.contains("<f>"))
      #expect(sheet.contains("<v>12.5</v>"))
      // 2026-03-09 is day 46,090 of Excel's count; noon is half a day more.
      #expect(sheet.contains("<v>46090.5</v>"))
      #expect(sheet.contains("state=\"frozen\""))
      let styles = try part("xl/styles.xml", of: file)
      #expect(styles.contains("yyyy-mm-dd hh:mm:ss") && styles.contains("\"0.000\""))
      #expect(try part("xl/workbook.xml", of: file).contains("name=\"fore-cast\""))
      // No clock is read: the bytes of tomorrow are those of today.
      #expect(try part("docProps/core.xml", of: file).contains(">1980-01-01T00:00:00Z<"))
    }
  }

  @Test("Too many rows are refused with the advice to split; as many as fit are not")
  func rows() throws {
    let full = Sheet(
      name: "roster", header: ["agent"],
      rows: [[Sheet.Cell]](repeating: [], count: Workbook.maximumRows))
    try Workbook.check(full)
    var over = full
    over.rows.append([])
    let error = #expect(throws: ReportingError.tooManyRows(sheet: "roster", count: 1_048_576)) {
      try Workbook(sheets: [over]).write(toTemporaryPath: "/nowhere/report.tmp")
    }
    #expect(error?.description.contains("\nMaybe split") == true)
  }

  @Test("NaN and infinity are refused by place", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(_ value: Double) throws {
    let sheet = Sheet(
      name: "outcome", header: ["name", "asa"], rows: [[], [.empty, .number(value, decimals: 1)]])
    let error = try #require(throws: ReportingError.self) { try Workbook.check(sheet) }
    #expect(error.description.hasPrefix("sheet outcome, row 3, column asa: the number is \(value)"))
  }

  @Test("A text that no cell holds and a year that Excel does not know are refused")
  func limits() throws {
    let long = String(repeating: "x", count: Workbook.maximumTextLength)
    try Workbook.check(Sheet(name: "a", header: [long]))
    #expect(throws: ReportingError.self) {
      try Workbook.check(Sheet(name: "a", header: [long + "x"]))
    }
    let date = try #require(CivilDate(year: 1899, month: 12, day: 31))
    let old = Sheet.Cell.timestamp(LocalDateTime(date: date, secondOfDay: 0))
    #expect(throws: ReportingError.self) {
      try Workbook.check(Sheet(name: "a", header: ["start"], rows: [[old]]))
    }
  }

  @Test("A folder that is not there is told as the library's error")
  func noFolder() {
    #expect(throws: ReportingError.self) {
      try Workbook(sheets: []).write(toTemporaryPath: "/nowhere/at/all/report.tmp")
    }
  }
}
