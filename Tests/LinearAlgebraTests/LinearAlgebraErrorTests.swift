import LinearAlgebra
import Testing

@Suite("Linear algebra errors")
struct LinearAlgebraErrorTests {
  @Test(
    "Every message carries its values and a hint",
    arguments: [
      (LinearAlgebraError.notFinite(operation: "product"), "product"),
      (.shape(operation: "product", expected: 2, found: 3), "expected 2 elements, found 3"),
      (.tooLarge(operation: "product", dimension: 5), "dimension 5"),
      (.notPositiveDefinite(minor: 4), "order 4"),
      (.notConverged(routine: "dgesdd", info: 1), "dgesdd"),
      (.rejected(routine: "dgelsd", argument: 3), "argument 3"),
    ])
  func messages(error: LinearAlgebraError, part: String) {
    #expect(error.description.contains(part))
    #expect(error.description.contains("Maybe"))
  }
}
