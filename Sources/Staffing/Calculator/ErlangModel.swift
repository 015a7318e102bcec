/// The models that the calculator knows.
public enum ErlangModel: String, Hashable, Sendable, CaseIterable {
  case erlangA = "erlang-a"
  case erlangB = "erlang-b"
  case erlangC = "erlang-c"
  case limitedLines = "mmnk"
  case limitedLinesPatience = "mmnk-a"
  case generalPatience = "mmn-g"
  case generalService = "mgn"
  case redials = "erlang-x"
  case chat

  /// One sentence for help pages.
  public var summary: String {
    switch self {
    case .erlangA: "waiting customers give up after an exponential patience"
    case .erlangB: "nobody waits: who finds every agent or line busy is lost"
    case .erlangC: "customers wait as long as it takes"
    case .limitedLines: "Erlang C with so many lines; who finds none free is lost"
    case .limitedLinesPatience: "Erlang A with so many lines"
    case .generalPatience: "patience of any law, such as lognormal(120, 0.5)"
    case .generalService: "handle times and arrivals of any variation, approximately"
    case .redials: "Erlang A whose lost customers call again"
    case .chat: "agents hold several sessions, each slower the more there are"
    }
  }

  /// What the model reads beside volume, handle time, agents, threshold and targets.
  public var parameters: [ErlangParameter] {
    switch self {
    case .erlangB: []
    case .erlangC: [.maximumSessions]
    case .erlangA: [.patienceSeconds, .patience, .maximumSessions]
    case .limitedLines: [.lines]
    case .limitedLinesPatience: [.lines, .patienceSeconds, .patience]
    case .generalPatience: [.patienceSeconds, .patience]
    case .generalService: [.arrivalVariation, .serviceVariation, .approximation]
    case .redials:
      [
        .lines, .patienceSeconds, .patience, .redialAbandon, .redialBlock, .redialDelaySeconds,
      ]
    case .chat: [.patienceSeconds, .patience, .maximumSessions, .slowdown]
    }
  }

  /// Everything the model reads.
  public var reads: ErlangParameters {
    ErlangParameters(
      parameters + [
        .model, .contactsPerHour, .handleSeconds, .agents, .thresholdSeconds, .target, .targetKind,
        .maximumOccupancy, .definition,
      ])
  }
}
