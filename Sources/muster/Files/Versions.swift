import Foundation
import LinearAlgebra
import MathematicalProgramming

/// The versions of everything that can move a number.
enum Versions {
  /// Muster's own version.
  static let muster = "0.1.0"

  /// Name and version of each part.
  static func all() -> [String: String] {
    [
      "muster": muster,
      "swift": swift,
      "blas": LinearAlgebra.libraryVersion(),
      "highs": Solver.versionText,
      "highs_source": Solver.sourceText,
      "tzdata": tzdata,
    ]
  }

  /// The version of the time zone data on this machine.
  static var tzdata: String {
    let known = ["/usr/share/zoneinfo/tzdata.zi", "/usr/share/zoneinfo/+VERSION"]
    for path in known {
      guard let handle = FileHandle(forReadingAtPath: path) else { continue }
      let head = String(decoding: handle.readData(ofLength: 64), as: UTF8.self)
      if let line = head.split(separator: "\n").first {
        return line.replacingOccurrences(of: "# version ", with: "")
      }
    }
    return "unknown"
  }

  private static var swift: String {
    #if compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
