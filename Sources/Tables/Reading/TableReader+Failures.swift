extension TableReader {
  /// An error about the cell: `offered is "x", expected a number`, with line, column and excerpt.
  public func failure(_ column: Int, expected: String, hint: String) -> TableError {
    let name = column < columns.count ? columns[column] : "column \(column + 1)"
    let shown = isEmpty(column) ? "empty" : TableError.quoted(text(column))
    return failure(
      .value, column, message: "\(name) is \(shown), expected \(expected)", hint: hint)
  }

  /// An error about the cell in words of its own.
  public func failure(
    _ code: TableError.Code, _ column: Int, message: String, hint: String
  ) -> TableError {
    let cell = scanner.cells[column]
    let at = Int(cell.start) - (cell.isQuoted ? 1 : 0)
    var error = located(code, at: at, message: message, hint: hint)
    error.field = column < columns.count ? columns[column] : nil
    error.text = String(text(column).prefix(1_000))
    return error
  }

  /// An error of the scanner in words.
  func error(for problem: ScanProblem) -> TableError {
    let (code, message, hint): (TableError.Code, String, String) =
      switch problem.kind {
      case .unclosedQuote:
        (
          .unclosedQuote, "the quote that opens here is never closed",
          "Maybe a quote inside a text must be doubled (\"\"), or the file was cut."
        )
      case .textAfterQuote:
        (
          .textAfterQuote, "text follows a closing quote",
          "Maybe a quote inside a text must be doubled (\"\")."
        )
      case .bareQuote:
        (
          .bareQuote, "a quote stands inside a cell that does not begin with one",
          "Maybe the whole cell needs quotes and its inner ones must be doubled (\"\")."
        )
      case .nul:
        (
          .nul, "a NUL byte stands in the text",
          "Maybe the file is UTF-16 or not a text: save it as \"CSV UTF-8\"."
        )
      case .invalidUTF8:
        (
          .encoding, "the bytes here are not UTF-8 (byte \(window.offset + rowStart + problem.at))",
          "Maybe the file is Windows-1252 or Latin-1: save it as \"CSV UTF-8\"."
        )
      case .cellTooLong:
        (
          .tooLong, "the cell is longer than \(format.maximumCellBytes) bytes",
          "Maybe a quote is never closed; otherwise raise --max-field."
        )
      case .rowTooLong:
        (
          .tooLong, "the row is longer than \(format.maximumRowBytes) bytes",
          "Maybe the file has no line ends, or is not a table."
        )
      case .tooManyColumns:
        (
          .tooLong, "the row has more than \(format.maximumColumns) cells",
          "Maybe the file has no line ends; otherwise raise --max-columns."
        )
      }
    return located(code, at: problem.at, message: message, hint: hint)
  }

  /// An error at a byte of the current row: finds its line, its column in characters and the excerpt.
  private func located(
    _ code: TableError.Code, at: Int, message: String, hint: String
  ) -> TableError {
    let base = window.base
    let place = rowStart + at
    var lineStart = rowStart
    var lineNumber = line
    for index in rowStart..<max(rowStart, place) {
      let byte = base[index]
      if byte == 0x0A || (byte == 0x0D && base[index + 1] != 0x0A) {
        lineStart = index + 1
        lineNumber += 1
      }
    }
    var lineEnd = place
    while lineEnd < window.end && lineEnd - place < 400 && base[lineEnd] != 0x0A
      && base[lineEnd] != 0x0D
    {
      lineEnd += 1
    }
    let before = String(decoding: window.bytes(lineStart..<place), as: UTF8.self)
    let after = String(decoding: window.bytes(place..<lineEnd), as: UTF8.self)
    let kept = before.suffix(400)
    return TableError(
      code: code, line: lineNumber, column: before.count + 1, message: message, hint: hint,
      excerpt: kept + after, excerptColumn: kept.count + 1, byteOffset: window.offset + place)
  }
}

extension ByteWindow {
  /// The bytes at these positions of the buffer.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }
}
