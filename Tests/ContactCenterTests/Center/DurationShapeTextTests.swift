import ContactCenter
import Testing

@Suite struct DurationShapeTextTests {
  @Test(
    "A shape is written as it is read",
    arguments: [
      ("constant", DurationShape.constant), ("exponential", .exponential), ("uniform", .uniform),
      ("lognormal 0.8", .lognormal(variation: 0.8)), ("gamma 2", .gamma(variation: 2)),
      ("erlang 3", .erlang(stages: 3)),
      ("hyperexponential 20% x5", .hyperexponential(share: 0.2, factor: 5)),
      ("weibull 0.7", .weibull(shape: 0.7)),
    ])
  func forms(text: String, shape: DurationShape) {
    #expect(DurationShape(text: text) == shape)
    #expect(shape.text == text)
  }

  @Test("Every form that messages show is one")
  func shown() {
    for form in DurationShape.forms { #expect(DurationShape(text: form)?.text == form) }
  }

  @Test("An empirical shape is written as a list of durations")
  func empirical() {
    #expect(DurationShape.empirical([120, 90.5, 0]).text == "[2m, 90.5s, 0s]")
  }

  @Test(
    "Anything else is no shape",
    arguments: [
      "", " ", "normal 1", "lognormal", "lognormal 0", "lognormal -1", "lognormal nan", "gamma 21",
      "erlang 0", "erlang 1001", "erlang 2.5", "erlang 99999999999999999999", "weibull 1 2",
      "constant 1", "hyperexponential 20% 5", "hyperexponential 120% x5", "hyperexponential 20% x0",
      "exponential 2", "uniform 1", "Erlang 3",
    ])
  func refused(text: String) {
    #expect(DurationShape(text: text) == nil)
  }
}
