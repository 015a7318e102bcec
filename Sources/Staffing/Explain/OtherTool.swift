internal import ContactCenter

/// Another tool's way to a requirement, as far as its maker has published it.
///
/// What is not published is not guessed: such a tool's number is what its definition of service level asks for under
/// this plan's own formula, and the claims say so.
///
/// *Source*: Amazon Connect, "Metric definitions in Amazon Connect" (service level: contacts removed from the queue
/// within the threshold, by an agent, by abandoning or by asking for a callback, of those queued),
/// docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html, and "Capacity plan types" (one total
/// shrinkage percentage), docs.aws.amazon.com/connect/latest/adminguide/capacity-planning-plan-types.html. Genesys
/// Cloud, "Configure the service level calculation", help.mypurecloud.com/articles/configure-the-service-level-calculation,
/// and the maker's answers on its requirement (abandonment counts, not Erlang C, not published),
/// community.genesys.com/discussion/scheduling-engine-wfm. Erlang C as calculators use it: Erlang 1917.
public enum OtherTool: String, Hashable, Sendable, CaseIterable {
  case amazon, genesys
  case erlangC = "erlang-c"

  /// The name for a heading.
  public var title: String {
    switch self {
    case .amazon: "Amazon Connect"
    case .genesys: "Genesys Cloud"
    case .erlangC: "an Erlang C calculator"
    }
  }

  /// What is known of the tool, and what is not, one sentence each.
  public var claims: [String] {
    switch self {
    case .amazon:
      [
        "Amazon counts a contact that leaves the queue within the threshold as served, also by giving up or by asking for a callback: docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html.",
        "Its capacity plans take one total percentage of shrinkage: docs.aws.amazon.com/connect/latest/adminguide/capacity-planning-plan-types.html.",
        "How it gets from service level to staff is not published: the formula here is this plan's own.",
      ]
    case .genesys:
      [
        "Genesys counts (answered - answered late) / (answered + abandoned); three switches add flow-outs and take out short abandons or all abandons, for past dates too: help.mypurecloud.com/articles/configure-the-service-level-calculation. Without short abandons it is \"forgive-short\" above, without abandons \"answered\".",
        "Its requirement counts abandonment, is not Erlang C, and is made by optimization and simulation that are not published (community.genesys.com/discussion/scheduling-engine-wfm): the formula here is this plan's own.",
      ]
    case .erlangC:
      [
        "Erlang C has no abandonment: every customer waits as long as it takes, so where some in fact give up it asks for more agents, and never for fewer than the load.",
        "It takes each interval alone at its mean volume, whatever comes before it and however sure the forecast is.",
      ]
    }
  }

  /// One difference from this plan, applied after those before it.
  struct Change {
    var name: String
    var why: String
    var apply: (inout StaffingRequest) -> Void
  }

  /// The differences in order.
  var changes: [Change] {
    switch self {
    case .amazon:
      [
        Change(name: "definition", why: "service level counted as \"credit\"") {
          $0.count(as: .credit)
        },
        Change(name: "shrinkage", why: "one total percentage, categories added up") {
          $0.shrinkage.mode = .additive
          for index in $0.shrinkage.categories.indices
          where $0.shrinkage.categories[index].base == .loggedIn {
            $0.shrinkage.categories[index].base = .scheduled
          }
        },
      ]
    case .genesys:
      [
        Change(name: "definition", why: "service level counted as \"genesys\"") {
          $0.count(as: .genesys)
        }
      ]
    case .erlangC:
      [
        Change(name: "intervals alone", why: "each interval at its own mean volume") {
          $0.options.overTime = .sipp
          $0.options.risk = nil
          $0.options.staffingInterval = nil
          for index in $0.queues.indices { $0.queues[index].target.span = .interval }
        },
        Change(name: "no patience", why: "every customer waits as long as it takes") {
          $0.options.method = "erlang-c"
          for index in $0.queues.indices {
            $0.queues[index].patience = nil
            $0.queues[index].target.maximumAbandonment = nil
          }
        },
      ]
    }
  }

  /// The request as the tool would take it.
  public func request(_ request: StaffingRequest) -> StaffingRequest {
    changes.reduce(into: request) { $1.apply(&$0) }
  }
}

extension StaffingRequest {
  fileprivate mutating func count(as definition: ServiceLevelDefinition) {
    for index in queues.indices { queues[index].target.definition = definition }
  }
}

/// What another tool would say of one requirement, and why it differs.
public struct ToolComparison: Hashable, Sendable {
  /// The tool.
  public var tool: OtherTool
  /// This plan's agents, what each difference adds, and the tool's agents.
  public var steps: [StaffingExplanation.Step]
}
