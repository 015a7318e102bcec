/// The twelve models whose chains were solved.
extension MultiskillCenter {
  /// As multiskill_cases.yaml of the reference set states them: calls an hour, seconds, indices into classes and pools.
  static let all: [MultiskillCenter] = [
    MultiskillCenter(
      name: "V_priority_same_aht",
      classes: [
        .init("gold", 40, patience: 120, route: [0], handle: [240]),
        .init("silver", 50, patience: 180, route: [0], handle: [240]),
      ],
      pools: [
        .init("all", 6, [0, 1])
      ], rooms: [25, 45]),
    MultiskillCenter(
      name: "V_priority_diff_aht",
      classes: [
        .init("gold", 24, patience: 90, route: [0], handle: [180]),
        .init("silver", 30, patience: 240, route: [0], handle: [330]),
      ],
      pools: [
        .init("all", 4, [0, 1])
      ], rooms: [30, 45]),
    MultiskillCenter(
      name: "N_own_first",
      classes: [
        .init("A", 45, patience: 120, route: [0, 1], handle: [240, 240]),
        .init("B", 30, patience: 150, route: [1], handle: [nil, 240]),
      ],
      pools: [
        .init("spec_A", 3, [0]),
        .init("flex", 3, [1, 0]),
      ], rooms: [40, 35]),
    MultiskillCenter(
      name: "N_flex_prefers_A_slower",
      classes: [
        .init("A", 50, patience: 150, route: [0, 1], handle: [210, 270]),
        .init("B", 22, patience: 100, route: [1], handle: [nil, 300]),
      ],
      pools: [
        .init("spec_A", 3, [0]),
        .init("flex", 3, [0, 1]),
      ], rooms: [40, 30]),
    MultiskillCenter(
      name: "W_three_classes",
      classes: [
        .init("A", 22, patience: 120, route: [0], handle: [240, nil]),
        .init("AB", 30, patience: 120, route: [0, 1], handle: [240, 240]),
        .init("B", 25, patience: 120, route: [1], handle: [nil, 240]),
      ],
      pools: [
        .init("P1", 3, [0, 1]),
        .init("P2", 3, [2, 1]),
      ], rooms: [8, 8, 8]),
    MultiskillCenter(
      name: "M_two_spec_one_flex",
      classes: [
        .init("A", 35, patience: 120, route: [0, 2], handle: [240, nil, 260]),
        .init("B", 28, patience: 180, route: [1, 2], handle: [nil, 280, 300]),
      ],
      pools: [
        .init("specA", 2, [0]),
        .init("specB", 2, [1]),
        .init("flex", 2, [0, 1]),
      ], rooms: [30, 35]),
    MultiskillCenter(
      name: "X_fastest_first",
      classes: [
        .init("A", 38, patience: 120, route: [0, 1], handle: [200, 300]),
        .init("B", 33, patience: 120, route: [1, 0], handle: [320, 220]),
      ],
      pools: [
        .init("P1", 3, [0, 1]),
        .init("P2", 3, [1, 0]),
      ], rooms: [25, 25]),
    MultiskillCenter(
      name: "X_most_idle",
      classes: [
        .init("A", 40, patience: 120, route: [0, 1], handle: [240, 240]),
        .init("B", 20, patience: 120, route: [1, 0], handle: [240, 240]),
      ],
      pools: [
        .init("P1", 4, [0, 1]),
        .init("P2", 3, [1, 0]),
      ], rooms: [25, 25], isMostIdle: true),
    MultiskillCenter(
      name: "N_reserve1",
      classes: [
        .init("A", 50, patience: 120, route: [0, 1], handle: [240, 240]),
        .init("B", 24, patience: 150, route: [1], handle: [nil, 240]),
      ],
      pools: [
        .init("spec_A", 3, [0]),
        .init("flex", 3, [1, 0]),
      ], rooms: [40, 30], reserve: .init(own: 0, pool: 1, agents: 1)),
    MultiskillCenter(
      name: "overflow_loss",
      classes: [
        .init("A", 30, patience: nil, route: [0, 1], handle: [300, 300]),
        .init("B", 20, patience: nil, route: [1], handle: [nil, 300]),
      ],
      pools: [
        .init("P1", 2, [0]),
        .init("P2", 3, [1, 0]),
      ], rooms: [0, 0]),
    MultiskillCenter(
      name: "N_fcfs_room8",
      classes: [
        .init("A", 32, patience: 150, route: [0, 1], handle: [240, 270]),
        .init("B", 24, patience: 120, route: [1], handle: [nil, 210]),
      ],
      pools: [
        .init("spec_A", 2, [0]),
        .init("flex", 2, [0, 1]),
      ], sharedRoom: 8, isOldestFirst: true),
    MultiskillCenter(
      name: "X_fcfs_room7",
      classes: [
        .init("A", 30, patience: 150, route: [0, 1], handle: [220, 300]),
        .init("B", 26, patience: 90, route: [1, 0], handle: [310, 230]),
      ],
      pools: [
        .init("P1", 2, [0, 1]),
        .init("P2", 2, [1, 0]),
      ], sharedRoom: 7, isOldestFirst: true),
  ]
}
