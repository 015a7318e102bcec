import Scheduling

/// A roster as people read it: the weeks, then the hours.
enum RosterPages {
  /// Both, without a line end.
  static func text(_ subject: RosterUnderAudit, width: Int?, hasColor: Bool) -> String {
    [
      RosterWeek(subject: subject).text(width: width),
      CoverageHours(subject: subject).text(width: width, hasColor: hasColor),
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
