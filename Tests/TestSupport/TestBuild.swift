/// What kind of build the tests run in.
public enum TestBuild {
  /// Whether the code was compiled for release: the theory suites need millions of events.
  public static let isOptimized: Bool = {
    #if DEBUG
      false
    #else
      true
    #endif
  }()
}
