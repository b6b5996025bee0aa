// swift-tools-version: 6.2
import PackageDescription

// A package of its own that adds a stage to Presswork's and builds its own binary. In your package,
// name Presswork by its address instead of its path.
let package = Package(
  name: "mypress",
  dependencies: [.package(name: "presswork", path: "../../..")],
  targets: [
    // A stage module stands in a folder named Plugins.
    .target(
      name: "Greetings", dependencies: [.product(name: "PressStage", package: "presswork")],
      path: "Plugins/Greetings"),
    .executableTarget(
      name: "mypress",
      dependencies: [
        "Greetings", .product(name: "PressStages", package: "presswork"),
        .product(name: "PressCLI", package: "presswork"),
      ],
      plugins: [.plugin(name: "StageRegistry", package: "presswork")]),
  ],
  swiftLanguageModes: [.v6]
)
