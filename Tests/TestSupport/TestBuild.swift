/// How the tests were built.
public enum TestBuild {
  /// Whether the optimizer ran; suites that need speed are enabled by it.
  public static let isOptimized: Bool = {
    #if DEBUG
      false
    #else
      true
    #endif
  }()
}
