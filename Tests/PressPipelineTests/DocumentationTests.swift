import Foundation
import PressStage
import RegisteredStages
import TestSupport
import Testing

@testable import PressPipeline

/// `Documentation/pipeline-files.md` says what the code does.
struct DocumentationTests {
  private static let page =
    (try? String(
      contentsOf: packageRoot.appending(path: "Documentation/pipeline-files.md"), encoding: .utf8))
    ?? ""
  private static let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    .map(String.init)

  /// The cells of the table whose header starts with these cells.
  private static func table(_ header: String) -> [[String]] {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("| " + header) }) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.dropFirst(2).dropLast(2).split(separator: " | ").map {
        $0.hasPrefix("`") && $0.hasSuffix("`") ? String($0.dropFirst().dropLast()) : String($0)
      }
    }
  }

  @Test func listsEveryCode() {
    let expected = DiagnosticCode.allCases.map { [$0.name, $0.summary] }
    #expect(Self.table("code | what is wrong |") == expected)
  }

  @Test func codesStandInTheirOrder() {
    let numbers = DiagnosticCode.allCases.map(\.rawValue)
    #expect(numbers == Array(1001..<(1001 + numbers.count)))
  }

  @Test func listsEveryKey() {
    #expect(
      Self.table("key | required |")
        == PipelineKey.allCases.map { [$0.rawValue, $0.isRequired ? "yes" : "no", $0.help] })
    #expect(
      Self.table("key | what it holds |") == StageKey.allCases.map { [$0.rawValue, $0.help] })
    #expect(
      Self.table("key | default |")
        == SettingForm(PublishKeys()).declarations.map {
          [$0.name, $0.defaultText ?? "", $0.help]
        })
  }

  @Test func listsEveryMetricAndType() {
    for metric in Check.Metric.simple { #expect(Self.page.contains("`\(metric.name)`")) }
    for type in VariableType.allCases { #expect(Self.page.contains("`\(type.rawValue)`")) }
  }

  @Test func itsReferencesAreKnown() {
    let references = Self.table("reference | what it stands for |").compactMap(\.first)
    #expect(references.count == 7)
    var filled = References(environment: { _ in "x" }, run: .placeholder)
    filled.pipeline = "demo"
    filled.variables["NAME"] = .value("x")
    for reference in references {
      var problems: [ReferenceProblem] = []
      #expect(filled.fill(reference, .settings, problems: &problems) != .unknown)
    }
  }

  @Test func itsExampleIsRight() throws {
    let start = try #require(Self.lines.firstIndex(of: "```yaml"))
    let text = Self.lines[(start + 1)...].prefix { $0 != "```" }.joined(separator: "\n")
    let (pipeline, diagnostics) = PipelineFile.load(
      bytes: Array(text.utf8), path: "weekly-news.yaml",
      registry: try StageRegistry(registeredStages), context: PipelineContext())
    #expect(diagnostics.map { $0.rendered() } == [])
    #expect(pipeline?.extractors.count == 5)
  }
}
