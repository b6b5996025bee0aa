import PressStage
import Testing

@testable import PressPipeline

struct PipelineSchemaTests {
  private func schema() throws -> JSONValue {
    try JSONValue(parsing: Array(PipelineSchema.json(try testRegistry()).utf8))
  }

  @Test func isTheSameTextEveryTime() throws {
    #expect(PipelineSchema.json(try testRegistry()) == PipelineSchema.json(try testRegistry()))
  }

  @Test func knowsEveryKeyAndNoOther() throws {
    let schema = try schema()
    #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["properties"]?.members?.map(\.key) == PipelineKey.allCases.map(\.rawValue))
    #expect(schema["additionalProperties"] == .bool(false))
    #expect(
      schema["required"]?.array?.compactMap(\.string)
        == ["presswork", "pipeline", "sources", "extract", "render"])
  }

  @Test func completesTheStagesOfASection() throws {
    let names = try schema()["$defs"]?["extract-names"]?["oneOf"]?.array
    #expect(
      names?.compactMap { $0["const"]?.string } == ["page-text", "people", "quotes", "sentences"])
    #expect(names?.last?["description"]?.string == "Finds sentences")
  }

  @Test func describesSettings() throws {
    let definitions = try #require(try schema()["$defs"])
    let words = definitions["stage-quotes"]?["properties"]?["min_words"]
    #expect(words?["description"]?.string == "Shortest quotation to report, in words")
    #expect(words?["default"]?.integer == 4)
    let number = words?["anyOf"]?.array?.first
    #expect(number?["type"]?.string == "integer")
    #expect(number?["minimum"]?.integer == 1)
    #expect(number?["maximum"]?.integer == 100)
    let attribution = definitions["stage-quotes"]?["properties"]?["attribution"]
    #expect(
      attribution?["anyOf"]?.array?.first?["enum"]?.array?.compactMap(\.string)
        == ["near", "any", "none"])
    #expect(definitions["stage-files"]?["required"]?.array?.compactMap(\.string) == ["paths"])
    let headers = definitions["stage-feed"]?["properties"]?["headers"]
    #expect(headers?["type"]?.string == "array")
    #expect(headers?["items"]?["required"]?.array?.compactMap(\.string) == ["name"])
  }

  /// Every reference leads to a definition.
  @Test func hasNoDeadReference() throws {
    let schema = try schema()
    let names = schema["$defs"]?.members?.map { "#/$defs/" + $0.key } ?? []
    func check(_ value: JSONValue) {
      for member in value.members ?? [] {
        if member.key == "$ref", let target = member.value.string {
          #expect(names.contains(target))
        }
        check(member.value)
      }
      for element in value.array ?? [] { check(element) }
    }
    check(schema)
    #expect(names.count == 8 + 9)
  }
}
