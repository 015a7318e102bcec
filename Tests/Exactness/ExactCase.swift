public import Simulation

/// A model with its exact values.
public struct ExactCase: Sendable {
  /// The row, or rows, it stands for.
  public let name: String
  /// The model; one replication of it is one unit of the statistics.
  public let model: SimulationModel
  /// What is known.
  public let measures: [ExactMeasure]
  /// Contacts that one replication measures, on average.
  public let contacts: Double

  /// Creates a case.
  public init(
    name: String, model: SimulationModel, measures: [ExactMeasure], contacts: Double
  ) {
    self.name = name
    self.model = model
    self.measures = measures
    self.contacts = contacts
  }
}

extension [ExactCase] {
  /// Cases whose models are the same, run once: one session knows no slow-down, whatever the row says.
  var joined: [ExactCase] {
    var places: [SimulationModel: Int] = [:]
    var result: [ExactCase] = []
    for own in self {
      if let place = places[own.model] {
        let first = result[place]
        result[place] = ExactCase(
          name: first.name, model: first.model, measures: first.measures + own.measures,
          contacts: first.contacts)
      } else {
        places[own.model] = result.count
        result.append(own)
      }
    }
    return result
  }
}

/// All cases of one reference file.
public struct ExactTable: Sendable {
  /// The name of the file.
  public let name: String
  /// How many rows of the file are covered.
  public let rows: Int
  /// The cases.
  public let cases: [ExactCase]

  /// Creates a table.
  public init(name: String, rows: Int, cases: [ExactCase]) {
    self.name = name
    self.rows = rows
    self.cases = cases
  }
}
