import PressStage

/// A stage's example as lines of text: its settings, what goes in, what comes out.
struct ExampleText {
  let lines: [String]

  init(_ example: StageExample) {
    var lines: [String] = []
    for key in example.settings.keys.sorted() {
      lines.append("with \(key): \(example.settings[key] ?? "")")
    }
    switch example.input {
    case .text(let text): lines += Self.quoted(text)
    case .raw(let text, let mediaType): lines += ["\(mediaType):"] + Self.quoted(text)
    case .documents(let documents):
      for document in documents { lines += ["\(document.name):"] + Self.quoted(document.text) }
    case .files(let files):
      for file in files { lines += ["\(file.path):"] + Self.quoted(file.content) }
    }
    for expectation in example.expected { lines += Self.lines(expectation) }
    self.lines = lines
  }

  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? ">" : "> \(line)"
    }
  }

  private static func lines(_ expectation: StageExample.Expectation) -> [String] {
    switch expectation {
    case .facts(let kind, let facts):
      if facts.isEmpty { return ["gives no \(kind)"] }
      return ["gives \(kind):"]
        + facts.map { fact in
          let cells = fact.keys.sorted().map { "\($0): \(fact[$0] ?? "")" }
          return "- " + cells.joined(separator: ", ")
        }
    case .blocks(let blocks): return ["gives blocks:"] + blocks.map { "- \($0.type): \($0.text)" }
    case .metadata(let field, let value): return ["gives \(field): \(value ?? "nothing")"]
    case .sentences(let sentences): return ["gives sentences:"] + sentences.map { "- \($0)" }
    case .documents(let names): return ["keeps: \(names.joined(separator: ", "))"]
    case .table(let name, let cells):
      return ["gives table \(name): \(cells.joined(separator: ", "))"]
    case .file(let path, let words): return ["writes \(path), which holds: \(words)"]
    case .origins(let origins): return ["finds: \(origins.joined(separator: ", "))"]
    case .refused(let words): return ["refuses: \(words)"]
    }
  }
}
