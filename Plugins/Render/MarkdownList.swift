import PressModel
import PressText

/// The facts of one kind in a document as a briefing lists them: those that say the same as one
/// line, in the order of the first of each.
struct MarkdownList {
  struct Line {
    /// Without markup.
    var reading: String
    fileprivate(set) var facts: [any Fact]
    fileprivate let isNamed: Bool

    /// The most sentences that a line leads to.
    private static let sentences = 8

    /// The notes on where it stands, each once, and how often that is where they do not show it.
    func marks(_ notes: inout MarkdownNotes, on page: inout MarkdownPage) -> String {
      var marks: [String] = []
      for fact in facts {
        guard marks.count < Self.sentences, let mention = fact.mentions.first else { continue }
        let mark = notes.mark(on: mention, on: &page)
        if !marks.contains(mark) { marks.append(mark) }
      }
      let count = isNamed ? facts.reduce(0) { $0 + $1.mentions.count } : facts.count
      let isSaid = isNamed ? count == 1 : marks.count < Self.sentences
      return (isSaid ? "" : " · \(count) mentions") + marks.joined(separator: " ")
    }
  }

  let kind: FactKind
  private(set) var lines: [Line] = []

  init(_ kind: FactKind, _ document: Document, _ datelines: Datelines) {
    self.kind = kind
    var places: [String: Int] = [:]
    for fact in document.facts[kind.name] {
      let reading = Self.reading(of: fact, kind, document, datelines)
      if let place = places[kind.sameness(of: fact)] {
        lines[place].facts.append(fact)
        // "March 3, 2026" says what "today (3 March 2026)" needs a bracket for.
        if reading.utf8.count < lines[place].reading.utf8.count, !lines[place].reading.isEmpty,
          lines[place].reading.hasSuffix(")"), !reading.hasSuffix(")")
        {
          lines[place].reading = reading
        }
      } else {
        places[kind.sameness(of: fact)] = lines.count
        lines.append(Line(reading: reading, facts: [fact], isNamed: kind.form == .mentions))
      }
    }
  }

  /// Whether they are names and figures, so that they run on in one paragraph.
  var isShort: Bool { !kind.isSentence && lines.allSatisfy { $0.reading.utf8.count <= 120 } }

  /// The longest line, in bytes, that shows all words of a turn: its note has them anyway.
  private static let longest = 600

  /// A sentence that is a fact by itself is shown without the dateline before it.
  private static func reading(
    of fact: any Fact, _ kind: FactKind, _ document: Document, _ datelines: Datelines
  ) -> String {
    let reading = kind.reading(of: fact)
    if kind.isSentence, reading.utf8.count > longest,
      let space = reading.utf8.prefix(longest).lastIndex(of: 0x20)
    {
      return "\(reading[..<space]) […]"
    }
    guard let mention = fact.mentions.first, mention.text == reading else { return reading }
    let span = datelines.sentence(mention.span)
    return span == mention.span ? reading : document.text[span]
  }
}

extension MarkdownPage {
  /// A list's lines as items.
  mutating func items(of list: MarkdownList, _ limit: Int, _ notes: inout MarkdownNotes) {
    for line in list.lines.prefix(limit) {
      item(Self.escapedLine(line.reading) + line.marks(&notes, on: &self))
    }
    let more = list.lines.count - limit
    if more > 0 { item("… and \(more) more in the pack") }
  }

  /// A list's lines as one paragraph behind its title, a line of the file each, so that a line
  /// leads back to its fact.
  mutating func paragraph(of list: MarkdownList, _ limit: Int, _ notes: inout MarkdownNotes) {
    var lines: [String] = []
    for (number, line) in list.lines.prefix(limit).enumerated() {
      let reading = number == 0 ? Self.escaped(line.reading) : Self.escapedLine(line.reading)
      lines.append(reading + line.marks(&notes, on: &self))
    }
    let more = list.lines.count - limit
    if more > 0 { lines.append("… and \(more) more in the pack") }
    paragraph("**\(Self.escaped(list.kind.title)):** " + lines.joined(separator: ";\n"))
  }
}
