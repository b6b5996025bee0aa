import PressPipeline
import PressStage

/// Loads a text as the file `Pipelines/demo.yaml`.
func load(
  _ text: String, path: String = "Pipelines/demo.yaml", variables: [String: String] = [:],
  environment: [String: String] = [:], run: RunMoment = .placeholder, requiresValues: Bool = true
) throws -> (pipeline: Pipeline?, diagnostics: [Diagnostic]) {
  PipelineFile.load(
    bytes: Array(text.utf8), path: path, registry: try testRegistry(),
    context: PipelineContext(
      variables: variables, environment: { environment[$0] }, run: run,
      requiresValues: requiresValues))
}

/// A whole pipeline file in which some keys are written otherwise or besides.
func pipeline(_ changes: [(key: String, text: String)]) -> String {
  var parts = [
    ("presswork", "1"), ("pipeline", "demo"),
    ("sources", "[{use: files, with: {paths: [a.txt]}}]"), ("extract", "[page-text]"),
    ("render", "[json]"),
  ]
  for change in changes {
    if let index = parts.firstIndex(where: { $0.0 == change.key }) {
      parts[index].1 = change.text
    } else {
      parts.append(change)
    }
  }
  return parts.map { $0.0 + ":" + ($0.1.hasPrefix("\n") ? "" : " ") + $0.1 + "\n" }.joined()
}
