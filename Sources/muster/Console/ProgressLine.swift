import Scheduling

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

  /// The same for the search for a roster, which knows its cost and how low it could come, but not when it ends.
  static func search(quiet: Bool) -> (@Sendable (RosterAssignment.Progress) -> Void)? {
    guard !quiet, Console.messagesAreTerminal else { return nil }
    return { progress in
      let bound = progress.bound.isFinite ? ", at least \(NumberText.fixed(progress.bound, 1))" : ""
      let text =
        "\r\u{1B}[K\(progress.group): \(progress.step), "
        + "cost \(NumberText.fixed(progress.cost, 1))\(bound)"
      try? Descriptor.write(Array(text.utf8), to: 2)
    }
  }

  /// Takes the line away, where one may be shown.
  static func clear(quiet: Bool) {
    guard !quiet, Console.messagesAreTerminal else { return }
    try? Descriptor.write(Array("\r\u{1B}[K".utf8), to: 2)
  }
}
