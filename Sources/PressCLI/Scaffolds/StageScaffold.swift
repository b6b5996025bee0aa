import PressStage

/// The first form of a new stage module: a stage that builds and works, its examples, its test.
struct StageScaffold {
  let name: String
  let role: StageRole

  /// The type's name, which is the module's and the folder's too.
  var type: String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The files by path in the module's folder.
  var files: [String: String] {
    [
      "\(type).swift": stage,
      "Stages.swift": """
      public import PressStage

      /// The stages of this module, as the build registers them.
      public let stages: [any Stage.Type] = [
        \(type).self
      ]

      """,
      "Tests/\(type)Tests.swift": test,
    ]
  }

  private var test: String {
    """
    import PressEngine
    import PressStage
    import RegisteredStages
    import Testing

    @Suite struct \(type)Tests {
      /// With all stages that are compiled in, as in a pipeline: a text has its facts.
      @Test func itsExamplesHold() async throws {
        let registry = try StageRegistry(registeredStages)
        let entries = registry.entries.filter { $0.module == "\(type)" }
        #expect(!entries.isEmpty)
        for entry in entries {
          for example in entry.type.examples {
            let faults = await ExampleRunner(registry: registry).faults(of: example, for: entry)
            #expect(faults.isEmpty, "\\(example.title): \\(faults.joined(separator: "; "))")
          }
        }
      }
    }

    """
  }

  private var stage: String {
    switch role {
    case .source: source
    case .reader: reader
    case .extractor: extractor
    case .transformer: transformer
    case .renderer: renderer
    }
  }

  private var source: String {
    """
    import PressStage

    /// Finds the files of a folder that a pattern names
    ///
    /// Reads nothing; adds one item a file; leaves the files' bytes to the engine.
    struct \(type): Source {
      static let summary = "Finds the files of a folder that a pattern names"

      @Setting("Which files", example: "Inbox/*.txt") var pattern = "*.txt"

      static let examples = [
        StageExample(
          .finds, "a file", .files([("a.txt", "One.")]), gives: .origins(["a.txt"])),
        StageExample(
          .leavesAlone, "a file of another kind", .files([("a.txt", "One."), ("b.csv", "Two.")]),
          gives: .origins(["a.txt"])),
        StageExample(
          .trap, "a file in another folder", .files([("a.txt", "One."), ("b/c.txt", "Two.")]),
          gives: .origins(["a.txt"])),
      ]

      func items(_ context: SourceContext) async throws -> [RawItem] {
        try context.files(pattern).map { RawItem(path: $0, content: .file(path: $0)) }
      }
    }

    """
  }

  private var reader: String {
    """
    import PressModel
    import PressStage

    /// Reads a text whose every line is a paragraph
    ///
    /// Reads bytes of the media type text/x-\(name); adds a block for every line; leaves out empty
    /// lines.
    struct \(type): Reader {
      static let summary = "Reads a text whose every line is a paragraph"

      static let examples = [
        StageExample(
          .finds, "two lines", .raw("One.\\nTwo.\\n", as: "text/x-\(name)"),
          gives: .blocks([("paragraph", "One."), ("paragraph", "Two.")])),
        StageExample(
          .leavesAlone, "another media type", .raw("One.", as: "text/plain"),
          gives: .refused("")),
        StageExample(
          .trap, "empty lines and spaces", .raw("\\n  One. \\n\\n", as: "text/x-\(name)"),
          gives: .blocks([("paragraph", "One.")])),
      ]

      func suitability(of raw: RawBytes) -> Suitability {
        raw.mediaType == "text/x-\(name)" ? .certain : .none
      }

      func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
        var start = 0
        while start < raw.bytes.count {
          let end = raw.bytes[start...].firstIndex(of: UInt8(ascii: "\\n")) ?? raw.bytes.count
          document.block(.paragraph, Span(start, end))
          start = end + 1
        }
      }
    }

    """
  }

  private var extractor: String {
    """
    import PressModel
    import PressStage

    /// Finds numbers that stand after a number sign
    ///
    /// Reads the text; adds \(kind); leaves alone a sign that is part of a word.
    struct \(type): Extractor {
      static let summary = "Finds numbers that stand after a number sign"
      static let kinds = [Finding.kind]

      @Setting("Fewest digits", range: 1...20) var minDigits = 1

      static let examples = [
        StageExample(
          .finds, "a number", .text("See ticket #42."),
          gives: .facts("\(kind)", [["text": "#42", "number": "42"]])),
        StageExample(
          .leavesAlone, "other numbers", .text("In 42 days."),
          gives: .facts("\(kind)", [])),
        StageExample(
          .trap, "a sign in a word", .text("Written in F#7."),
          gives: .facts("\(kind)", [])),
      ]

      func extract(from document: Document, into findings: inout Findings) throws {
        let bytes = document.text.bytes
        var offset = 0
        while offset < bytes.count {
          let start = offset
          offset += 1
          guard bytes[start] == UInt8(ascii: "#"), start == 0 || !isWord(bytes[start - 1]) else {
            continue
          }
          while offset < bytes.count, isDigit(bytes[offset]) { offset += 1 }
          guard offset - start - 1 >= minDigits else { continue }
          findings.add(
            Finding(
              mention: document.text.mention(Span(start, offset)),
              number: document.text[Span(start + 1, offset)]))
        }
      }

      private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

      private func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
    }

    /// A fact of this stage's own kind: JSON, CSV and Markdown draw it by this declaration.
    struct Finding: Fact {
      var mention: Mention
      var number: String

      var mentions: [Mention] { [mention] }

      static let kind = FactKind(
        "\(kind)", of: Finding.self, title: "\(title)",
        help: "A number after a number sign.",
        columns: [
          FactColumn("number", .string, "The digits.", verbatim: true) { .string($0.number) }
        ],
        reading: { $0.mention.text })
    }

    """
  }

  private var renderer: String {
    """
    import PressModel
    import PressStage

    /// Writes the documents' titles, one a line
    ///
    /// Reads the documents; adds one text file.
    struct \(type): Renderer {
      static let summary = "Writes the documents' titles, one a line"

      @Setting("Name of the file in the pack") var file = "\(name).txt"

      static let examples = [
        StageExample(
          .finds, "a document", .documents([("a.txt", "Ministers met.")]),
          gives: .file("\(name).txt", contains: "a.txt")),
        StageExample(
          .leavesAlone, "no document", .documents([]),
          gives: .file("\(name).txt", contains: "")),
        StageExample(
          .trap, "a name in the settings", with: ["file": "titles.txt"],
          .documents([("a.txt", "Ministers met.")]),
          gives: .file("titles.txt", contains: "a.txt")),
      ]

      func render(_ pack: Pack, into folder: inout OutputFolder) throws {
        let lines = pack.documents.map { document in
          let path = document.source.path ?? document.id
          return document.metadata.title.map { "\\(path): \\($0)" } ?? path
        }
        try folder.write(file, lines.map { $0 + "\\n" }.joined())
      }
    }

    """
  }

  /// The key of the fact kind: the name in camelCase.
  var kind: String { type.prefix(1).lowercased() + type.dropFirst() }

  /// The name in words.
  var title: String {
    name.split(separator: "-").enumerated().map { index, word in
      index == 0 ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
    }.joined(separator: " ")
  }
}
