// swift-tools-version: 6.2
import PackageDescription

// A package of its own, built by `make bench` alone: nobody who plans a center waits for it.
//
// A plain executable that counts CPU seconds, not ordo-one/benchmark: what is asked here is one ratio, ours against
// an outside program in C++, on a machine that may be busy. That takes the CPU time of one process on either side and
// the best and the median of a few runs; percentiles of wall time and counts of allocations would answer another
// question, at the price of three more dependencies.
let package = Package(
  name: "MusterBenchmarks",
  dependencies: [.package(name: "Muster", path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [.product(name: "MusterKit", package: "Muster")],
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
