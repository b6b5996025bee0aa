import Foundation
import PressStage
import TestSupport

extension FuzzTarget {
  /// Inputs of the project's own that show what the target reads, in a fixed order.
  public var seeds: [[UInt8]] {
    switch name {
    case "pipeline-file": Self.contents(of: "Pipelines", "yaml")
    case "json": Self.contents(of: "Documentation", "json") + Self.json.map { Array($0.utf8) }
    default: Self.examples(as: name) + Self.contents(of: "Pipelines/Samples", "txt")
    }
  }

  private static let json = [
    "{\"a\": [1, -2.5e3, true, false, null, \"b\\n\\u00e9\\ud83d\\ude00\"], \"a\": {}}", "[[[[]]]]",
    "\"\"", "-0.0",
  ]

  private static func contents(of folder: String, _ suffix: String) -> [[UInt8]] {
    let folder = packageRoot.appending(path: folder)
    let files = (try? files(below: folder)) ?? [:]
    return files.filter { $0.key.hasSuffix(".\(suffix)") }.sorted { $0.key < $1.key }
      .map { Array($0.value) }
  }

  /// The inputs of the stages' examples that are texts, in the form of a reader.
  private static func examples(as reader: String) -> [[UInt8]] {
    var seeds: [String] = []
    for entry in registry.entries {
      for example in entry.type.examples {
        switch example.input {
        case .raw(let text, _):
          seeds.append(text)
        case .text(let text):
          seeds.append(reader == "html" ? page(text) : text)
        case .documents(let documents):
          seeds += documents.map { reader == "html" ? page($0.text) : $0.text }
        case .files:
          break
        }
      }
    }
    return seeds.map { Array($0.utf8) }
  }

  private static func page(_ text: String) -> String {
    let paragraphs = text.components(separatedBy: "\n\n").map { "<p>\($0)</p>" }
    return "<html><head><title>T</title></head><body><h1>T</h1><article>"
      + paragraphs.joined(separator: "\n") + "</article></body></html>"
  }
}
