import PressEngine
import PressStage

/// The first form of a new pipeline's file.
struct PipelineScaffold {
  let name: String
  let registry: StageRegistry

  var text: String {
    """
    # yaml-language-server: $schema=../.presswork/pipeline.schema.json
    presswork: 1
    pipeline: \(name)
    title: \(title)

    sources:
      - use: files
        with: {paths: ["../\(Self.inbox)/*"]}

    extract:
    \(list(StageRole.reader))
    \(list(StageRole.extractor))

    \(transforms)render:
    \(list(StageRole.renderer))

    checks:
      - {metric: documents, min: 1, severity: fail}

    publish:
      dir: "Reports/${pipeline}/${run.date}"
      latest: true

    """
  }

  /// The folder beside `Pipelines/` that a new pipeline reads.
  static let inbox = "Inbox"

  /// The transforms that do without a decision of the pipeline's author.
  private var transforms: String {
    let names = ["near-duplicates", "merge-people", "merge-organizations", "timeline"]
      .filter { registry[$0, .transform] != nil }
    return names.isEmpty
      ? "" : "transform:\n" + names.map { "  - \($0)\n" }.joined() + "\n"
  }

  private var title: String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  /// The stages that need no setting, in an order that works.
  private func list(_ role: StageRole) -> String {
    let names: [String]
    switch role {
    case .reader: names = registry.entries(.reader).map(\.name)
    case .extractor: names = PipelineScaffold.extractors(registry)
    default: names = registry.entries(role).map(\.name)
    }
    return names.map { "  - \($0)" }.joined(separator: "\n")
  }
}

extension PipelineScaffold {
  private static func extractors(_ registry: StageRegistry) -> [String] {
    StageOrder.extractors(of: registry).map { type(of: $0).name }
  }
}
