/// How a channel occupies agents and customers.
///
/// A channel is data: nothing in Muster asks for its name.
public struct Channel: Hashable, Sendable {
  /// How contacts of a channel are worked.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// One at a time while the customer waits: voice, video.
    case live
    /// Several at a time while the customers wait: chat, messaging.
    case concurrent
    /// Later, within a deadline: email, social, back office.
    case deferred
  }

  /// The name in files and plans, such as `voice`.
  public var name: String
  /// How its contacts are worked.
  public var mode: Mode
  /// Contacts that one agent takes at the same time unless the plan says otherwise.
  public var usualSessions: Int

  /// Creates a channel.
  public init(name: String, mode: Mode, usualSessions: Int = 1) {
    self.name = name
    self.mode = mode
    self.usualSessions = usualSessions
  }
}

/// The channels that Muster knows by name.
///
/// A new channel is one entry here and one sample.
public enum ChannelCatalog {
  /// All known channels, in alphabetical order.
  public static let all: [Channel] = [
    Channel(name: "back-office", mode: .deferred),
    Channel(name: "callback", mode: .live),
    Channel(name: "chat", mode: .concurrent, usualSessions: 2),
    Channel(name: "email", mode: .deferred),
    Channel(name: "messaging", mode: .concurrent, usualSessions: 3),
    Channel(name: "outbound", mode: .live),
    Channel(name: "sms", mode: .concurrent, usualSessions: 3),
    Channel(name: "social", mode: .deferred),
    Channel(name: "video", mode: .live),
    Channel(name: "voice", mode: .live),
  ]

  /// The channel of a name, or nil where it is not known.
  public static func channel(named name: String) -> Channel? { all.first { $0.name == name } }
}
