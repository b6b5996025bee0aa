import PressStage
import TestSupport
import Testing

@testable import PressEngine

@Suite struct JSONSlicesTests {
  /// Stretches found without reading hold what a reader finds, wherever words of eight bytes begin.
  @Test func stretchesAreThoseOfTheReader() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      var writer = JSONWriter(pretty: Bool.random(using: &generator))
      let values = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        Self.text(using: &generator)
      }
      writer.object { json in
        json.key("before \"[")
        json.strings([Self.text(using: &generator)])
        json.key("documents")
        json.array { json in
          for value in values {
            json.object { json in
              json.key(value)
              json.strings([value, ""])
            }
          }
        }
        json.key("after")
        json.value(-1)
      }
      let bytes = writer.bytes
      let members = JSONSlices.members(of: bytes, bytes.indices)
      #expect(members.count == 3)
      let list = try #require(members.first { $0.key == "documents" }?.value)
      let elements = JSONSlices.elements(of: bytes, list)
      let read = try elements.map { try JSONValue(parsing: Array(bytes[$0])) }
      let whole = try JSONValue(parsing: bytes)
      #expect(read == whole["documents"]?.array)
    }
  }

  @Test func whatDoesNotEndIsNoTrap() {
    for text in ["[\"abcdefghijklmnop", "[\"abcdefghijklmno\\", "[[[[[[[[[[[[[[[[", "{\"a\":\"\\"] {
      let bytes = Array(text.utf8)
      for end in 0...bytes.count {
        _ = JSONSlices.elements(of: bytes, 0..<end)
        _ = JSONSlices.members(of: bytes, 0..<end)
      }
    }
  }

  private static func text(using generator: inout SeededGenerator) -> String {
    let alphabet = Array("ab{}[]\",:\\ é\n{")
    return String(
      (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? "x"
      })
  }
}
