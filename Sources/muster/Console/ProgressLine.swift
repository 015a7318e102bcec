/// One line on stderr that tells how far a long step has come; only where stderr is a terminal.
enum ProgressLine {
  /// What shows the line, or nil where nobody would see it.
  static func handler(
    _ what: String, quiet: Bool
  ) -> (@Sendable (_ done: Int, _ total: Int) -> Void)? {
    guard !quiet, Console.messagesAreTerminal else { return nil }
    return { done, total in
      let text = done == total ? "\r\u{1B}[K" : "\r\(what) \(done) of \(total)"
      try? Descriptor.write(Array(text.utf8), to: 2)
    }
  }
}
