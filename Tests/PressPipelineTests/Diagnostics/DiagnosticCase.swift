import PressPipeline
import PressStage
import Testing

/// A file, and exactly what is said of it.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let variables: [String: String]
  /// Stages beside those of `testRegistry`.
  let stages: [any Stage.Type]
  let expected: String

  init(_ name: String, bytes: [UInt8], gives expected: String) {
    self.name = name
    self.bytes = bytes
    variables = [:]
    stages = []
    self.expected = expected
  }

  init(
    _ name: String, _ text: String, variables: [String: String] = [:],
    stages: [any Stage.Type] = [], gives expected: String
  ) {
    self.name = name
    bytes = Array(text.utf8)
    self.variables = variables
    self.stages = stages
    self.expected = expected
  }

  var testDescription: String { name }

  func diagnostics() throws -> [Diagnostic] {
    PipelineFile.load(
      bytes: bytes, path: "Pipelines/demo.yaml", registry: try testRegistry(and: stages),
      context: PipelineContext(variables: variables)
    ).diagnostics
  }
}

let diagnosticCases = yamlCases + keyCases + meaningCases
