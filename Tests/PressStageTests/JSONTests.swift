import PressStage
import TestSupport
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "01", "1.", "\"\\x\"", "\"\\ud800\"", "nul", "[1] 2", "\"a\nb\"",
    "\"\u{1}\"", "{\"a\":1,}", "+1", "--1", "\"open",
  ])
  func whatIsNotJSONIsRefused(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test func deepNestingIsRefusedAndDoesNotCrash() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes) }
  }

  @Test func valuesAreRead() throws {
    let value = try JSONValue(
      parsing: Array(#" {"a": [1, -2.5e3, "é\u00e9\ud83d\ude00\n", true, null]} "#.utf8))
    #expect(value["a"]?.array?[0].integer == 1)
    #expect(value["a"]?.array?[1] == .number("-2.5e3"))
    #expect(value["a"]?.array?[2].string == "éé😀\n")
    #expect(value["a"]?.array?[4] == .null)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let scalars = (0..<20).map { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &generator)) ?? "x"
      }
      let string = String(String.UnicodeScalarView(scalars))
      for pretty in [true, false] {
        var writer = JSONWriter(pretty: pretty)
        writer.object { json in
          json.key(string)
          json.array { json in
            json.value(string)
            json.value(7)
          }
        }
        let value = try JSONValue(parsing: writer.bytes)
        #expect(value[string]?.array?.first?.string == string)
      }
    }
  }

  @Test(arguments: [0, 7, -7, 10, -10, 99, 100, 1_234_567_890, Int.max, Int.min])
  func numbersAreWrittenInFigures(number: Int) {
    var writer = JSONWriter()
    writer.line([number])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[\(number)]")
  }

  @Test(arguments: [
    ("a.txt", "text/plain"), ("in.d/B.HTML", "text/html"), ("x/a.b.pdf", "application/pdf"),
    ("https://example.org/a.eml/", "message/rfc822"), ("in.txt/a", "application/octet-stream"),
    (".txt", "application/octet-stream"), ("a/.json", "application/octet-stream"),
    ("a.", "application/octet-stream"), ("", "application/octet-stream"),
  ])
  func endingsTellTheMediaType(path: String, expected: String) {
    #expect(RawItem.mediaType(ofPath: path) == expected)
  }

  @Test func arbitraryBytesNeverTrap() {
    var generator = SeededGenerator(seed: 5)
    let alphabet = Array("{}[]\",:\\u0012eE+-.tfn ".utf8) + [0xFF, 0xC3, 0x00]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...30, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      _ = try? JSONValue(parsing: bytes)
    }
  }
}
