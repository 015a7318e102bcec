import Foundation
import Testing

/// A case for the calculator's table, and what a reference table says of it.
struct ReferenceCase {
  /// How an answer is held against its reference.
  enum Expected {
    /// |x − reference| ≤ 1e-9 · max(1, |reference|).
    case close(String)
    /// Relative 1e-6 down to 1e-300; below that anything below 1e-300.
    case tail(String)
    /// The same text.
    case exact(String)
  }

  /// The table and row, for messages.
  var place: String
  /// The cells of the case by column.
  var cells: [String: String]
  /// The columns of its answer.
  var expected: [String: Expected]
  /// Whether there is no steady state.
  var isRefused = false

  /// The columns of a table of cases.
  static let columns = [
    "model", "contacts_per_hour", "handle_seconds", "agents", "lines", "patience_seconds",
    "patience", "threshold_seconds", "redial_abandon", "redial_block", "redial_delay_seconds",
    "max_sessions", "slowdown", "arrival_cv2", "service_cv2", "approximation", "target",
    "target_kind", "max_occupancy", "definition",
  ]
}

/// The tables of `Tests/QueueingTests/Data` as cases, each row as an outsider would write it down.
enum ReferenceCases {
  private typealias Row = [String: String]

  /// Every row of every formula table.
  static func all() throws -> [ReferenceCase] {
    var cases: [ReferenceCase] = []
    for (file, make) in makers {
      let rows = try rows(of: file)
      #expect(!rows.isEmpty, "\(file)")
      for (number, row) in rows.enumerated() {
        for var made in make(row) {
          made.place = "\(file) row \(number + 1)"
          cases.append(made)
        }
      }
    }
    return cases
  }

  /// The columns that Erlang A and its relatives share.
  private static let measures = [
    "a_erl": "load_erlangs", "p_wait": "wait_probability", "p_block": "block_probability",
    "p_abandon": "abandonment", "asa_all_s": "asa_all_seconds",
    "asa_served_s": "asa_answered_seconds", "wait_given_delayed_s": "asa_delayed_seconds",
    "sl_offered": "service_level_offered", "sl_excl_short_abandons": "service_level_forgive",
    "sl_answered": "service_level_answered", "sl_answered_plus_abandoned": "service_level_credit",
    "abandoned_within_T": "abandoned_in_threshold", "lq": "queue_length",
    "occupancy": "occupancy",
  ]

  private static let definitions = [
    "sl_offered": "offered", "sl_excl_short_abandons": "forgive", "sl_answered": "answered",
    "sl_answered_plus_abandoned": "credit",
  ]

  private static func usual(_ row: Row) -> [String: ReferenceCase.Expected] {
    var expected: [String: ReferenceCase.Expected] = [:]
    for (column, measure) in measures {
      if let value = row[column], !value.isEmpty { expected[measure] = .close(value) }
    }
    if let tail = row["p_offered_wait_gt_T"] { expected["wait_tail"] = .tail(tail) }
    return expected
  }

  private static func close(_ row: Row, _ columns: [(String, String)]) -> [String: ReferenceCase
    .Expected]
  {
    var expected: [String: ReferenceCase.Expected] = [:]
    for (measure, column) in columns {
      if let value = row[column], !value.isEmpty { expected[measure] = .close(value) }
    }
    return expected
  }

  private static func one(
    _ row: Row, _ model: String, _ cells: [String: String?],
    _ expected: [String: ReferenceCase.Expected], refused: Bool = false
  ) -> ReferenceCase {
    var all: [String: String] = [
      "model": model, "contacts_per_hour": row["calls_per_hour"] ?? row["chats_per_hour"] ?? "",
      "handle_seconds": row["aht_s"] ?? "", "agents": row["n"] ?? "",
      "patience_seconds": row["patience_s"] ?? "", "threshold_seconds": row["T_s"] ?? "",
    ]
    for (name, value) in cells { all[name] = value ?? "" }
    return ReferenceCase(
      place: "", cells: all, expected: refused ? [:] : expected, isRefused: refused)
  }

  private static let makers: [(String, @Sendable (Row) -> [ReferenceCase])] = [
    (
      "erlang_b.csv",
      { row in
        [
          one(
            row, "erlang-b",
            ["contacts_per_hour": row["a_erl"], "handle_seconds": "3600"],
            [
              "block_probability": .tail(row["blocking"] ?? ""),
              "load_erlangs": .close(row["a_erl"] ?? ""),
            ].merging(close(row, [("occupancy", "occupancy")])) { $1 })
        ]
      }
    ),
    (
      "erlang_b_servers.csv",
      { row in
        [
          one(
            row, "erlang-b",
            [
              "contacts_per_hour": row["a_erl"], "handle_seconds": "3600",
              "target": row["target_blocking"], "target_kind": "blocking",
            ],
            [
              "agents": .exact(row["servers"] ?? ""),
              "block_probability": .tail(row["blocking_at_n"] ?? ""),
            ])
        ]
      }
    ),
    (
      "erlang_b_load.csv",
      { row in
        [
          one(
            row, "erlang-b",
            [
              "handle_seconds": "3600", "target": row["target_blocking"],
              "target_kind": "blocking",
            ], close(row, [("contacts_per_hour", "max_load_erl")]))
        ]
      }
    ),
    (
      "erlang_c.csv",
      { row in
        [
          one(
            row, "erlang-c", [:],
            close(
              row,
              [
                ("wait_probability", "p_wait"), ("asa_answered_seconds", "asa_s"),
                ("asa_all_seconds", "asa_s"), ("asa_delayed_seconds", "asa_delayed_s"),
                ("service_level_offered", "sl"), ("service_level_virtual", "sl"),
                ("queue_length", "lq"), ("occupancy", "occupancy"),
              ]
            ).merging(["wait_tail": .tail(row["p_wait_gt_T"] ?? "")]) { $1 },
            refused: row["stable"] == "0")
        ]
      }
    ),
    (
      "erlang_c_required.csv",
      { row in
        [
          one(
            row, "erlang-c",
            [
              "agents": nil, "target": row["target"],
              "target_kind": row["kind"] == "asa" ? "asa" : "service-level",
              "max_occupancy": row["max_occ"],
            ], ["agents": .exact(row["n"] ?? "")])
        ]
      }
    ),
    ("erlang_a.csv", { row in [one(row, "erlang-a", [:], usual(row))] }),
    (
      "erlang_a_real_n.csv",
      { row in [one(row, "erlang-a", ["agents": row["x_servers"]], usual(row))] }
    ),
    (
      "erlang_a_required.csv",
      { row in
        let definition = definitions[row["measure"] ?? ""]
        return [
          one(
            row, "erlang-a",
            [
              "agents": nil, "target": row["target"], "definition": definition,
              "target_kind": definition == nil ? "abandonment" : "service-level",
            ], ["agents": .exact(row["n"] ?? "")])
        ]
      }
    ),
    (
      "erlang_bc_real_n.csv",
      { row in
        let erlangs = ["contacts_per_hour": row["a_erl"], "handle_seconds": "3600"]
        let agents = ["agents": row["x_servers"], "threshold_seconds": "400"]
        return [
          one(
            row, "erlang-b", erlangs.merging(agents) { $1 },
            ["block_probability": .tail(row["blocking"] ?? "")]),
          // The table's 180 s and 20 s, in units of 1/20: only ratios count.
          one(
            row, "erlang-c", erlangs.merging(agents) { $1 },
            close(row, [("wait_probability", "p_wait"), ("service_level_offered", "sl")]),
            refused: row["stable"] == "0"),
        ]
      }
    ),
    (
      "mmnk_trunks.csv",
      { row in
        [
          one(
            row, "mmnk", ["lines": row["K"]],
            close(
              row,
              [
                ("load_erlangs", "a_erl"), ("block_probability", "p_block"),
                ("wait_probability", "p_wait"), ("asa_all_seconds", "asa_entered_s"),
                ("asa_answered_seconds", "asa_entered_s"),
                ("asa_delayed_seconds", "asa_delayed_s"),
                ("service_level_offered", "sl_offered"), ("service_level_answered", "sl_entered"),
                ("queue_length", "lq"), ("occupancy", "occupancy"),
              ]
            ).merging(["wait_tail": .tail(row["p_wait_gt_T"] ?? "")]) { $1 })
        ]
      }
    ),
    (
      "mmnk_patience.csv",
      { row in [one(row, "mmnk-a", ["lines": row["K"]], usual(row))] }
    ),
    (
      "mmn_g_patience.csv",
      { row in
        let names = ["det": "deterministic", "hyperexp2": "hyperexponential"]
        let law = row["patience"] ?? ""
        let parameters = (row["params"] ?? "").replacing(";", with: ", ")
        return [
          one(row, "mmn-g", ["patience": "\(names[law] ?? law)(\(parameters))"], usual(row))
        ]
      }
    ),
    ("mgn_approx.csv", { generalService($0) }),
    (
      "erlang_x_fixed_point.csv",
      { row in
        [
          one(
            row, "erlang-x",
            [
              "lines": row["K"], "redial_abandon": row["redial_abandon"],
              "redial_block": row["redial_block"],
            ],
            close(
              row,
              [
                ("attempts_per_contact", "attempts_per_call"), ("block_probability", "p_block"),
                ("abandonment", "p_abandon"), ("asa_answered_seconds", "asa_served_s"),
                ("service_level_offered", "sl_offered"), ("occupancy", "occupancy"),
              ]), refused: row["solvable"] == "0")
        ]
      }
    ),
    (
      "chat_balanced.csv",
      { row in
        var expected = usual(row)
        expected["occupancy"] = .close(row["agent_active"] ?? "")
        return [
          one(
            row, "chat", ["max_sessions": row["max_sessions"], "slowdown": row["slowdown"]],
            expected)
        ]
      }
    ),
  ]

  private static func generalService(_ row: Row) -> [ReferenceCase] {
    [
      ("allen-cunneen", "asa_allen_cunneen_s"), ("lee-longton", "asa_lee_longton_s"),
      ("sakasegawa", "asa_sakasegawa_s"),
    ].compactMap { approximation, column in
      guard let rho = Double(row["rho"] ?? ""), let agents = Double(row["n"] ?? ""),
        let handle = Double(row["aht_s"] ?? ""), row[column]?.isEmpty == false
      else { return nil }
      var columns = [("asa_all_seconds", column), ("asa_answered_seconds", column)]
      if approximation != "sakasegawa" { columns.append(("wait_probability", "p_wait_mmn")) }
      if approximation == "allen-cunneen" {
        columns.append(("service_level_offered", "sl_allen_cunneen"))
      }
      return one(
        row, "mgn",
        [
          "contacts_per_hour": "\(rho * agents * 3600 / handle)", "arrival_cv2": row["ca2"],
          "service_cv2": row["cs2"], "approximation": approximation,
        ], close(row, columns))
    }
  }

  /// The rows of a table; very small values are taken from the table of its tails, computed with more digits.
  private static func rows(of file: String) throws -> [Row] {
    let tails: [String: [String]] = [
      "erlang_a.csv": ["calls_per_hour", "aht_s", "n", "patience_s", "T_s"],
      "mmn_g_patience.csv": ["patience", "params", "calls_per_hour", "n", "T_s"],
      "chat_balanced.csv": [
        "chats_per_hour", "aht_s", "n", "max_sessions", "slowdown", "patience_s", "T_s",
      ],
    ]
    let names = ["erlang_a.csv": "erlang_a_tails.csv", "mmn_g_patience.csv": "mmn_g_tails.csv"]
    let rows = try read(file)
    guard let keys = tails[file] else { return rows }
    let better = try read(names[file] ?? "chat_tails.csv")
    return rows.map { row in
      let match = better.first { tail in keys.allSatisfy { tail[$0] == nil || tail[$0] == row[$0] }
      }
      return match.map { row.merging($0) { $1 } } ?? row
    }
  }

  private static func read(_ file: String) throws -> [Row] {
    let path = Binary.checkout.appendingPathComponent("Tests/QueueingTests/Data/\(file)")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}
