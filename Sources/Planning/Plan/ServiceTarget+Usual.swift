public import ContactCenter

extension ServiceTarget {
  /// 80/20 where customers wait, 90 % in four hours where work is deferred.
  public static func usual(
    for channel: Channel, definition: ServiceLevelDefinition = .offered
  ) -> ServiceTarget {
    switch channel.mode {
    case .live, .concurrent:
      ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20), definition: definition)
    case .deferred:
      ServiceTarget(serviceLevel: Share(0.9), threshold: Seconds(14_400), definition: definition)
    }
  }
}
