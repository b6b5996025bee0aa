// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Every folder of Plugins/ that holds Swift code is a module of stages; nothing else names it.
// The package manager keeps what this file evaluates to and does not look again when a folder
// comes or goes: `make build` tells it to, and a plain `swift build` stops and says so.
let plugins = "\(Context.packageDirectory)/Plugins"
let stageModules = ((try? FileManager.default.contentsOfDirectory(atPath: plugins)) ?? [])
  .filter { folder in
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(plugins)/\(folder)")) ?? []
    return files.contains { $0.hasSuffix(".swift") }
  }
  .sorted()

/// The stage modules that bring tests of their own, in a folder `Tests` beside their code.
let testedModules = stageModules.filter {
  FileManager.default.fileExists(atPath: "\(plugins)/\($0)/Tests")
}

let stageDependencies: [Target.Dependency] = ["PressModel", "PressStage", "PressText", "PressHTML"]

let package = Package(
  name: "presswork",
  products: [
    .executable(name: "presswork", targets: ["presswork"]),
    // For packages that add stages of their own and build their own binary.
    .library(name: "PressStage", targets: ["PressModel", "PressStage", "PressText", "PressHTML"]),
    .library(name: "PressCLI", targets: ["PressPipeline", "PressEngine", "PressCLI"]),
    .library(name: "PressStages", targets: stageModules),
    .plugin(name: "StageRegistry", targets: ["StageRegistry"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CPressTables", exclude: ["tables"]),
    .target(name: "CPlatform"),
    .target(name: "PressModel"),
    .target(name: "PressHTML"),
    .target(name: "PressStage", dependencies: ["PressModel"]),
    .target(name: "PressText", dependencies: ["CPressTables", "PressModel", "PressStage"]),
    .target(name: "PressPipeline", dependencies: ["CLibYAML", "PressModel", "PressStage"]),
    .target(
      name: "PressState",
      dependencies: ["PressModel", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "PressEngine",
      dependencies: [
        "CNettle", "CPlatform", "CZlib", "PressHTML", "PressModel", "PressPipeline", "PressStage",
        "PressState", "PressText",
      ]),
    .target(
      name: "PressCLI",
      dependencies: [
        "PressModel", "PressStage", "PressPipeline", "PressEngine", "PressState",
        "PressText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "presswork", dependencies: ["PressCLI", "RegisteredStages"]),
    // Its path is the folder of the modules, so that a folder that comes or goes makes the build
    // plan stale and the registry's plugin runs and looks.
    .target(
      name: "RegisteredStages",
      dependencies: ["PressStage"] + stageModules.map { .target(name: $0) },
      path: "Plugins", exclude: stageModules, sources: ["Plugins.swift"],
      plugins: ["StageRegistry"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "PressEngine", "PressPipeline", "PressStage", "RegisteredStages", "TestSupport",
      ],
      path: "Tests/Fuzz/Targets"),
    .testTarget(
      name: "PressStateTests", dependencies: ["PressModel", "PressState", "TestSupport"]),
    .testTarget(name: "PressModelTests", dependencies: ["PressModel", "TestSupport"]),
    .testTarget(name: "PressHTMLTests", dependencies: ["PressHTML"]),
    .testTarget(
      name: "PressStageTests", dependencies: ["PressModel", "PressStage", "TestSupport"]),
    .testTarget(
      name: "PressPipelineTests",
      dependencies: [
        "PressModel", "PressPipeline", "PressStage", "RegisteredStages", "TestSupport",
      ]),
    .testTarget(
      name: "PressEngineTests",
      dependencies: ["PressEngine", "PressModel", "PressPipeline", "PressStage", "TestSupport"],
      exclude: ["Outside/misbehaving_server.py"]),
    .testTarget(
      name: "StageTests",
      dependencies: [
        "FuzzTargets", "PressEngine", "PressStage", "RegisteredStages", "TestSupport",
      ]),
    .testTarget(
      name: "PressCLITests", dependencies: ["PressCLI", "PressStage", "TestSupport", "presswork"]),
    .testTarget(
      name: "PressTextTests",
      dependencies: ["NameTraining", "PressModel", "PressText", "TestSupport"]),
    .testTarget(
      name: "ExtractTests",
      dependencies: ["Extract", "PressModel", "PressStage", "PressText", "TestSupport"]),
    .testTarget(name: "PackageTests", dependencies: ["TestSupport"]),
    .plugin(
      name: "StageRegistry", capability: .buildTool(), path: "BuildTools/StageRegistry"),
    // For whoever fits the weights of pages anew; no part of the program.
    .executableTarget(
      name: "page-features", dependencies: ["Extract", "PressText"],
      path: "BuildTools/PageWeights/Features"),
    .executableTarget(
      name: "sentence-features", dependencies: ["Extract"],
      path: "BuildTools/KeyPointWeights/Features"),
    // For whoever trains the tagger of names anew; no part of the program.
    .target(
      name: "NameTraining", dependencies: ["PressModel", "PressText"],
      path: "BuildTools/NameWeights/Training"),
    .executableTarget(
      name: "name-weights", dependencies: ["NameTraining", "PressModel", "PressText"],
      path: "BuildTools/NameWeights/Program"),
    // For the benchmarks: what the parser alone costs.
    .executableTarget(
      name: "parse-pages", dependencies: ["PressHTML"], path: "Benchmarks/ParsePages"),
  ]
    + stageModules.map { folder in
      .target(
        name: folder, dependencies: stageDependencies, path: "Plugins/\(folder)",
        exclude: testedModules.contains(folder) ? ["Tests"] : [])
    }
    + testedModules.map { folder in
      .testTarget(
        name: "\(folder)Tests",
        dependencies: ["PressEngine", "PressStage", "RegisteredStages", .target(name: folder)],
        path: "Plugins/\(folder)/Tests")
    },
  swiftLanguageModes: [.v6]
)

// `make check` and `make test` take no warning; other builds must not break with a newer compiler.
if Context.environment["PRESSWORK_STRICT"] != nil {
  for target in package.targets where ![.plugin, .system].contains(target.type) {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}

// `make fuzz`: libFuzzer and the address sanitizer over every module. The archive of the fuzzer is
// the toolchain's, and its path comes with the environment.
if let fuzzer = Context.environment["PRESSWORK_FUZZER"] {
  for target in package.targets where ![.plugin, .system].contains(target.type) {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [
        .unsafeFlags([
          "-sanitize=address",
          "-sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp,indirect-calls",
        ])
      ]
  }
  package.targets.append(
    .executableTarget(
      name: "presswork-fuzz", dependencies: ["FuzzTargets", "TestSupport"],
      path: "Tests/Fuzz/Program",
      swiftSettings: [
        .enableExperimentalFeature("Extern"),
        .unsafeFlags(["-sanitize=address"]),
      ],
      linkerSettings: [
        .unsafeFlags(["-sanitize=address", "-use-ld=lld", "-Xlinker", fuzzer, "-lstdc++"])
      ]))
}
