import PressPipeline
import PressStage
import Testing

/// A file, and exactly what is said of it.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let variables: [String: String]
  let expected: String

  init(_ name: String, bytes: [UInt8], gives expected: String) {
    self.name = name
    self.bytes = bytes
    variables = [:]
    self.expected = expected
  }

  init(
    _ name: String, _ text: String, variables: [String: String] = [:], gives expected: String
  ) {
    self.name = name
    bytes = Array(text.utf8)
    self.variables = variables
    self.expected = expected
  }

  var testDescription: String { name }

  func diagnostics() throws -> [Diagnostic] {
    PipelineFile.load(
      bytes: bytes, path: "Pipelines/demo.yaml", registry: try testRegistry(),
      context: PipelineContext(variables: variables)
    ).diagnostics
  }
}

let diagnosticCases = yamlCases + keyCases + meaningCases
