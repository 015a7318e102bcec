import ArgumentParser
import ContactCenter
import Planning

/// Flags for the question of the day; each answers beside the plan's own answer.
struct LeverOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What if so many more or fewer contacts came: +10%, -5%, or contacts per interval.",
      discussion:
        "--handle-time +15s, --agents -2 and --absence 12% likewise; with any of these the requirement or outcome is shown with the difference to the plan.",
      valueName: "change"))
  var volume: String?

  @Option(
    help: ArgumentHelp(
      "What if this share of shifts were missed, in place of the ledger's unplanned absence.",
      valueName: "share"))
  var absence: String?

  /// The levers, with a signed `--handle-time` taken out of the plan's flags.
  ///
  /// *Throws*: `CommandFailure` with status 64.
  func levers(agents: String?, plan: inout PlanOptions) throws -> Levers {
    var levers = Levers()
    levers.volume = try volume.map {
      try readFlag($0, "--volume", example: "+10%") { Levers.Change(text: $0) }
    }
    levers.agents = try agents.map {
      try readFlag($0, "--agents", example: "-2") { Levers.Change(text: $0) }
    }
    levers.absence = try absence.map {
      try readFlag($0, "--absence", example: "12%") { text in
        Share(text: text).flatMap { $0.value < 1 ? $0 : nil }
      }
    }
    if let text = plan.handleTime, let sign = text.first, sign == "+" || sign == "-" {
      levers.handleTime = try readFlag(text, "--handle-time", example: "+15s") {
        Levers.Change(text: $0, isDuration: true)
      }
      plan.handleTime = nil
    }
    return levers
  }

  /// What the levers change, in the words of the command line.
  static func text(_ levers: Levers) -> String {
    func signed(_ change: Levers.Change, _ unit: String) -> String {
      switch change {
      case .factor(let factor):
        let percent = (factor - 1) * 100
        return (percent >= 0 ? "+" : "") + NumberText.plain(percent) + "%"
      case .amount(let amount): return (amount >= 0 ? "+" : "") + NumberText.plain(amount) + unit
      }
    }
    return [
      levers.volume.map { "volume " + signed($0, "") },
      levers.handleTime.map { "handle time " + signed($0, "s") },
      levers.agents.map { "agents " + signed($0, "") },
      levers.absence.map { "absence " + $0.text },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
