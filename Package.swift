// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

/// An optimised build may call the C library for a square root, which is correctly rounded everywhere.
let mathematics: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

/// Layers, lowest first. A target may depend only on targets above it in this list.
let package = Package(
  name: "Beredskap",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "SimulationKernel", targets: ["SimulationKernel"]),
    .library(name: "RandomStreams", targets: ["RandomStreams"]),
    .library(name: "OutputStatistics", targets: ["OutputStatistics"]),
    .library(name: "CareModel", targets: ["CareModel"]),
    .library(name: "CarePolicies", targets: ["CarePolicies"]),
    .library(name: "ScenarioFiles", targets: ["ScenarioFiles"]),
    .library(name: "BatchRunner", targets: ["BatchRunner"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .executable(name: "beredskap", targets: ["beredskap"]),
  ],
  targets: [
    // Kernel: knows time, knows no hospitals.
    .target(name: "SimulationKernel", swiftSettings: settings),
    .target(name: "RandomStreams", swiftSettings: settings, linkerSettings: mathematics),
    .target(name: "OutputStatistics", swiftSettings: settings, linkerSettings: mathematics),
    // Domain: knows hospitals, knows no files.
    .target(
      name: "CareModel",
      dependencies: ["SimulationKernel", "RandomStreams", "OutputStatistics"],
      swiftSettings: settings),
    .target(
      name: "CarePolicies", dependencies: ["CareModel", "RandomStreams"], swiftSettings: settings),
    // Edge: files in, files out.
    .target(
      name: "ScenarioFiles", dependencies: ["CareModel", "CarePolicies", "RandomStreams"],
      swiftSettings: settings),
    .target(
      name: "BatchRunner",
      dependencies: [
        "ScenarioFiles", "CareModel", "CarePolicies", "OutputStatistics", "RandomStreams", "SimulationKernel",
      ],
      swiftSettings: settings),
    .target(
      name: "Reporting",
      dependencies: [
        "BatchRunner", "ScenarioFiles", "CareModel", "OutputStatistics", "RandomStreams", "SimulationKernel",
      ],
      swiftSettings: settings),
    .target(
      name: "BenchmarkModels",
      dependencies: [
        "BatchRunner", "ScenarioFiles", "CarePolicies", "CareModel", "OutputStatistics", "RandomStreams",
        "SimulationKernel",
      ],
      path: "Benchmarks/BenchmarkModels", swiftSettings: settings),
    .executableTarget(
      name: "beredskap",
      dependencies: [
        "BenchmarkModels", "Reporting", "BatchRunner", "ScenarioFiles", "CarePolicies", "CareModel",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SimulationKernelTests", dependencies: ["SimulationKernel", "RandomStreams"],
      swiftSettings: settings),
    .testTarget(
      name: "RandomStreamsTests", dependencies: ["RandomStreams", "OutputStatistics"],
      swiftSettings: settings),
    .testTarget(
      name: "OutputStatisticsTests", dependencies: ["OutputStatistics", "RandomStreams"],
      swiftSettings: settings),
    .testTarget(
      name: "CareModelTests",
      dependencies: [
        "CareModel", "CarePolicies", "OutputStatistics", "SimulationKernel", "RandomStreams",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CarePoliciesTests",
      dependencies: ["CarePolicies", "CareModel", "OutputStatistics", "RandomStreams"],
      swiftSettings: settings),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: ["ScenarioFiles", "CareModel", "CarePolicies", "RandomStreams"],
      swiftSettings: settings),
    .testTarget(
      name: "BatchRunnerTests",
      dependencies: [
        "BatchRunner", "ScenarioFiles", "CareModel", "CarePolicies", "OutputStatistics", "RandomStreams",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "BatchRunner", "ScenarioFiles", "CareModel", "RandomStreams"],
      swiftSettings: settings),
    .testTarget(
      name: "BenchmarkModelsTests", dependencies: ["BenchmarkModels"], swiftSettings: settings),
    .testTarget(
      name: "SwedenModelTests",
      dependencies: [
        "BatchRunner", "ScenarioFiles", "CarePolicies", "CareModel", "OutputStatistics", "RandomStreams",
        "SimulationKernel",
      ],
      swiftSettings: settings),
    .testTarget(name: "CommandTests", dependencies: ["beredskap"], swiftSettings: settings),
  ]
)
