import Foundation

/// The natural logarithm, so that other test files need not import Foundation.
func logarithm(_ x: Double) -> Double { log(x) }
