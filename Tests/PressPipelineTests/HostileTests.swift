import PressStage
import TestSupport
import Testing

@testable import PressPipeline

/// Files that nobody writes by mistake: each gives a clear error, soon, and never a crash.
struct HostileTests {
  private func diagnostics(_ bytes: [UInt8]) throws -> [Diagnostic] {
    PipelineFile.load(
      bytes: bytes, path: "demo.yaml", registry: try testRegistry(), context: PipelineContext()
    ).diagnostics
  }

  private func codes(_ text: String) throws -> [DiagnosticCode] {
    try diagnostics(Array(text.utf8)).map(\.code)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[[{a: [", "- - ", "!a &b [", "{", "\"", "'", "|\n "])
  func deepNesting(_ opening: String) throws {
    let clock = ContinuousClock()
    let time = try clock.measure {
      let found = try codes(String(repeating: opening, count: 100_000))
      #expect(!found.isEmpty)
    }
    #expect(time < .seconds(20))
  }

  @Test func nestingUpToTheLimitIsRead() {
    let depth = NodeComposer.maximumDepth
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(compose(text).1.isEmpty)
    #expect(compose("[" + text + "]").1.map(\.code) == [.tooDeep])
  }

  @Test func aliasesThatMultiplyAreNotFollowed() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let found = try codes(text)
    #expect(found.contains(.anchor))
    #expect(found.count < 400)
  }

  @Test func aFileOf100MegabytesIsNotParsed() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000_000)
    let time = try ContinuousClock().measure {
      let found = try diagnostics(bytes)
      #expect(found.map(\.code) == [.fileTooLarge])
    }
    #expect(time < .seconds(1))
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x70, 0], [0xFE, 0xFF, 0, 0x70], [0x70, 0, 0x3A, 0], [0, 0x70, 0, 0x3A],
    [0xFF, 0xFE, 0, 0], [0, 0, 0, 0x70],
  ])
  func otherEncodings(_ bytes: [Int]) throws {
    let found = try diagnostics(bytes.map { UInt8($0) })
    #expect(found.map(\.code) == [.notUTF8])
    #expect(found.first?.suggestion == "save it as UTF-8")
  }

  @Test(arguments: [
    [0x80], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF8], [0xFF], [0x61, 0xE2, 0x82],
  ])
  func bytesThatAreNotUTF8(_ bytes: [Int]) throws {
    let found = try diagnostics(bytes.map { UInt8($0) })
    #expect(found.first?.code == .notUTF8)
  }

  @Test func onlySpaceOrOnlyMarks() throws {
    #expect(try codes("") == [.notAPipeline])
    #expect(try codes("\n\n  \n") == [.notAPipeline])
    #expect(try codes("# a\n# b") == [.notAPipeline])
    #expect(try codes("---\n...\n") == [.notAPipeline])
    #expect(try codes("\u{FEFF}") == [.notAPipeline])
  }

  @Test func lineEndsAndByteOrderMarkChangeNothing() throws {
    let text = pipeline([("title", "News"), ("tittle", "x")])
    let expected = try load(text).diagnostics.map(\.place)
    #expect(expected.map(\.line) == [7])
    let windows = text.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
    #expect(try load(windows).diagnostics.map(\.place) == expected)
    let old = text.split(separator: "\n").joined(separator: "\r") + "\r"
    #expect(try load(old).diagnostics.map(\.place) == expected)
    #expect(try load("\u{FEFF}" + text).diagnostics.map(\.place) == expected)
    #expect(try load(windows).diagnostics.first?.sourceLine == "tittle: x")
  }

  @Test func aMegabyteIsReadWellWithinASecond() throws {
    var text = ""
    while text.utf8.count < 1_000_000 {
      text += "key\(text.utf8.count): {list: [one, \"two\", 'three'], text: \"costs $$5\"}\n"
    }
    let bytes = Array(text.utf8)
    let time = ContinuousClock().measure {
      let (file, problems) = compose(bytes)
      #expect(problems.isEmpty)
      #expect(file.root != nil)
    }
    print("a megabyte of YAML is composed in \(time)")
    // A debug build on a busy machine; a release build takes about a twentieth.
    #expect(time < .seconds(10))
  }

  @Test(arguments: [
    Repeated("-,", 200_000, before: "["), Repeated("*a ", 100_000),
    Repeated("${x}", 100_000, before: "a: \"", after: "\""),
    Repeated("'${x}',", 50_000, before: "a: [", after: "]"), Repeated("a: b\n", 100_000),
    Repeated(" \n", 200_000, before: "a: |\n"), Repeated("?x,", 100_000, before: "a: ["),
  ])
  func manyProblemsInOneLine(_ input: Repeated) throws {
    let time = try ContinuousClock().measure {
      let found = try codes(pipeline([("title", "x")]) + input.text)
      #expect(!found.isEmpty && found.count <= 500)
    }
    #expect(time < .seconds(30))
  }

  /// Bytes at random and files cut or changed at random: the checker comes back with places that
  /// stand in the file.
  @Test func arbitraryBytesNeverTrap() throws {
    var state: UInt64 = 20_071_114
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let seed = Array(diagnosticCases.flatMap { $0.bytes.count < 2000 ? $0.bytes : [] })
    let marks = Array("[]{}:-?,#&*!|>'\"%@`$ \n\t\r~<a1${}".utf8)
    for round in 0..<3000 {
      var bytes: [UInt8]
      if round % 3 == 0 {
        bytes = (0..<random(60)).map { _ in marks[random(marks.count)] }
      } else {
        let start = random(seed.count - 300)
        bytes = Array(seed[start..<(start + random(300))])
        for _ in 0..<random(6) where !bytes.isEmpty {
          bytes[random(bytes.count)] =
            random(4) == 0 ? UInt8(random(256)) : marks[random(marks.count)]
        }
      }
      let lines = bytes.count + 1
      for diagnostic in try diagnostics(bytes) {
        #expect((1...lines).contains(diagnostic.place.line))
        #expect(diagnostic.place.column >= 1)
        #expect(!diagnostic.rendered().isEmpty)
      }
    }
  }
}
