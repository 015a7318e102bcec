import Planning

/// The letter that a plan gives, or nil where it is read.
func letter(_ text: String) -> String? {
  do {
    _ = try PlanReader.read(text, file: "p")
    return nil
  } catch { return "\(error)" }
}

/// The letter that a plan gives whose queue `a` has these keys, beside a queue `b` and a group of both.
///
/// The keys stand on line 3 from column 8 on.
func queueLetter(_ keys: String) -> String? {
  letter(
    "timezone: UTC\nqueues:\n  a: { \(keys) }\n  b: {}\ngroups: { all: { queues: [a, b] }, bs: { queues: [b] } }\n"
  )
}
