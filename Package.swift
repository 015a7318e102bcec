// swift-tools-version: 6.2
import PackageDescription

// The house, floor by floor. scripts/check-layers holds every import in Sources/ against the same table:
// SwiftPM lets an undeclared import of a sibling module through, so the manifest alone is no wall.

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: data, swiftSettings: settings)
}

let package = Package(
  name: "Muster",
  products: [
    .executable(name: "muster", targets: ["muster"]),
    // What the package in Benchmarks/ measures; another package sees only products.
    .library(
      name: "MusterKit",
      targets: [
        "ContactCenter", "Exactness", "Forecasting", "LinearAlgebra", "MathematicalProgramming",
        "Queueing", "Records", "Scheduling", "Simulation", "Tables",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Floor 0: C libraries.
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CHiGHS", linkerSettings: [.linkedLibrary("dl")]),

    // Floor 1: nouns and tools.
    room("ContactCenter"),
    room("Tables"),
    room("Probability"),
    room("LinearAlgebra", ["COpenBLAS"]),
    room("MathematicalProgramming", ["CHiGHS"]),

    // Floor 2: the core, the formulas, and the side doors.
    room("Queueing", ["ContactCenter", "Probability"]),
    room("Simulation", ["ContactCenter", "Probability"]),
    room("Records", ["ContactCenter", "Tables"]),
    room("Reporting", ["ContactCenter", "Tables", "CXLSXWriter"]),

    // Floor 3: the crafts, which never meet.
    room("Forecasting", ["ContactCenter", "Probability", "LinearAlgebra"]),
    room(
      "Staffing",
      ["ContactCenter", "Probability", "Queueing", "Simulation", "MathematicalProgramming"]),
    room("Scheduling", ["ContactCenter", "Probability", "MathematicalProgramming", "Simulation"]),

    // Floor 4: the plan.
    room(
      "Planning",
      [
        "ContactCenter", "Probability", "Simulation", "Forecasting", "Staffing", "Scheduling",
        .product(name: "Yams", package: "Yams"),
      ]),

    // Floor 5: the only room with windows.
    .executableTarget(
      name: "muster",
      dependencies: [
        "ContactCenter", "Tables", "Probability", "LinearAlgebra", "MathematicalProgramming",
        "Queueing", "Simulation", "Records", "Reporting", "Forecasting", "Staffing", "Scheduling",
        "Planning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests mirror Sources; TestSupport holds the law-checkers.
    .target(
      name: "TestSupport",
      dependencies: [
        "ContactCenter", "Tables", "Probability", "Records", "Forecasting", "Simulation",
        "Scheduling", "Queueing",
      ],
      path: "Tests/TestSupport", swiftSettings: settings),
    // The simulation beside exact values: some of it in the tests, all of it in `make exactness`.
    .target(
      name: "Exactness", dependencies: ["ContactCenter", "Probability", "Simulation"],
      path: "Tests/Exactness", swiftSettings: settings),
    tests(of: "ContactCenter"),
    tests(of: "Tables"),
    tests(of: "Probability", data: ["Data"]),
    tests(of: "LinearAlgebra"),
    tests(of: "MathematicalProgramming"),
    tests(of: "Queueing", ["ContactCenter", "Tables"], data: ["Data"]),
    tests(
      of: "Simulation", ["ContactCenter", "Exactness", "Probability", "Queueing", "Tables"],
      data: ["Data"]),
    tests(of: "Records", ["ContactCenter", "Tables"]),
    tests(of: "Reporting", ["ContactCenter", "Tables"]),
    tests(
      of: "Forecasting", ["ContactCenter", "Probability", "LinearAlgebra", "Tables"],
      data: ["Data"]),
    tests(
      of: "Staffing",
      [
        "ContactCenter", "Exactness", "MathematicalProgramming", "Probability", "Queueing",
        "Simulation", "Tables",
      ], data: ["Data"]),
    tests(of: "Scheduling", ["ContactCenter", "MathematicalProgramming", "Simulation"]),
    tests(
      of: "Planning",
      [
        "ContactCenter", "Probability", "Queueing", "Forecasting", "Staffing", "Scheduling",
        "Simulation", "MathematicalProgramming",
      ]),
    tests(of: "muster", data: ["Golden", "Shared"]),
  ],
  swiftLanguageModes: [.v6]
)
