import ContactCenter

extension LineConflict {
  /// What clashes, in words, and what to give up.
  func finding(agent: String, contract: String, question: LineQuestion) -> Finding {
    let advice =
      remedies.allSatisfy { $0.count == 1 }
      ? Self.words(remedies.compactMap(\.first).map { question.parts[$0] }, joinedBy: "or")
      : remedies.first.map {
        Self.words($0.map { question.parts[$0] }, joinedBy: "and") + " together"
      }
    return Finding(
      .error, code: "schedule.no-line",
      "no line of shifts under contract \(contract) keeps all of "
        + Self.words(clash.map { question.parts[$0] }, joinedBy: "and"),
      place: agent,
      advice: remedies.isEmpty ? "" : "Maybe give up \(advice ?? "")")
  }

  /// Names of parts: published shifts beyond two are counted, not listed.
  private static func words(_ parts: [LineQuestion.Part], joinedBy last: String) -> String {
    let dates = parts.compactMap(\.date).sorted()
    var names: [String] = []
    for part in parts {
      guard part.kind == .published, dates.count > 2, let from = dates.first, let to = dates.last
      else {
        names.append(part.text)
        continue
      }
      if part.date == from {
        let some = last == "or" ? "one of the" : "the"
        names.append("\(some) \(dates.count) published shifts from \(from.text) to \(to.text)")
      }
    }
    guard let final = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(last) \(final)"
  }
}
