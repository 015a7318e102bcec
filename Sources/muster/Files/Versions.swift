enum Versions { static let muster = "0.1.0" }
