import ContactCenter
import Staffing
import Tables

/// How many digits answers have.
enum AnswerPrecision: String, CaseIterable {
  /// The decimals of the records: six of shares, three of seconds, four of erlangs and agents.
  case short
  /// As many digits as the same double needs to be read back, up to 17.
  case full
}

/// Writes answers as bytes of CSV.
struct AnswerWriter: Sendable {
  let precision: AnswerPrecision

  /// Appends the measures of an answer, a comma before each, then `ok`.
  func append(_ answer: ErlangAnswer, to bytes: inout [UInt8]) {
    for measure in ErlangMeasure.allCases {
      bytes.append(UInt8(ascii: ","))
      if let value = answer[measure] { append(value, decimals: measure.decimals, to: &bytes) }
    }
    bytes.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: "o"), UInt8(ascii: "k")])
  }

  /// Appends empty measures and a reason.
  func refuse(_ reason: String, to bytes: inout [UInt8]) {
    for _ in ErlangMeasure.allCases { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: ","))
    CSVCell.append(reason, to: &bytes)
  }

  /// Appends what was found: agents, a volume or a handle time.
  func appendFound(_ answer: ErlangAnswer, to bytes: inout [UInt8]) {
    switch answer.found {
    case .agents: append(answer.agents, decimals: RecordDecimals.agents, to: &bytes)
    case .contactsPerHour:
      append(answer.contactsPerHour, decimals: RecordDecimals.contacts, to: &bytes)
    case .handleSeconds: append(answer.handleSeconds, decimals: RecordDecimals.seconds, to: &bytes)
    default: break
    }
  }

  /// Appends a number.
  func append(_ value: Double, decimals: Int, to bytes: inout [UInt8]) {
    switch precision {
    case .short: _ = NumberFormatting.append(value, decimals: decimals, to: &bytes)
    case .full: _ = NumberFormatting.appendShortest(value, to: &bytes)
    }
  }
}

extension ErlangMeasure {
  /// Decimals where not all digits are asked for.
  var decimals: Int {
    switch self {
    case .loadErlangs, .queueLength: RecordDecimals.agents
    case .asaAnsweredSeconds, .asaAllSeconds, .asaDelayedSeconds: RecordDecimals.seconds
    default: RecordDecimals.shares
    }
  }
}
