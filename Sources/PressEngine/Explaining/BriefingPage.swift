import PressModel
import PressStage

/// A briefing in Markdown, read back: which facts and rows are printed on a line.
///
/// No index leads back, so it works for every pack and every template that prints headings and
/// footnotes: the anchor or the heading tells the document, the footnote the bytes of the sentence,
/// and the words on the line the fact. A line may show words without what is around them, dates and
/// numbers as prose has them, and parts of a quotation each in its marks.
struct BriefingPage {
  private let lines: [String]

  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The number of lines.
  var count: Int { lines.last == "" ? lines.count - 1 : lines.count }

  /// A line by its number from 1.
  func line(_ number: Int) -> String? {
    number >= 1 && number <= count ? lines[number - 1] : nil
  }

  // MARK: - Rows

  /// The rows of tables of which the line prints every cell.
  func rows(on number: Int, of explainer: Explainer) throws(Explainer.NotThere)
    -> [Explanation.Row]
  {
    guard let line = line(number), line.hasPrefix("| "), line.hasSuffix(" |"),
      document(at: number, of: explainer.pack) == nil || explainer.pack.entries.count == 1
    else { return [] }
    let cells = Self.cells(line)
    guard cells.contains(where: { !$0.isEmpty }) else { return [] }
    for table in explainer.pack.tables.members ?? [] {
      for (index, row) in (table.value.array ?? []).enumerated() {
        let values = (row.members ?? []).filter { $0.key != "derivedFrom" }.map { member in
          let cell = Self.flat(member.value.cell)
          let title = explainer.entry(cell).map { Self.flat($0.title ?? $0.origin) }
          return [title, DateWords.reading(ofEDTF: cell), Self.whole(cell), cell]
            .compactMap { $0.map(Self.figures) }
        }
        // A column may be left out, never exchanged with another.
        var rest = values[...]
        let isPrinted = cells.allSatisfy { cell in
          guard let index = rest.firstIndex(where: { $0.contains(Self.figures(cell)) }) else {
            return false
          }
          rest = rest[(index + 1)...]
          return true
        }
        if isPrinted { return [try explainer.row(table.key, index + 1)] }
      }
    }
    return []
  }

  // MARK: - Facts

  /// The identifiers of the facts that a line prints: the one that covers most of it first.
  func facts(on number: Int, of explainer: Explainer) throws(Explainer.NotThere) -> [String] {
    guard let line = line(number) else { return [] }
    let isNote = Self.noteNumber(line) != nil
    let place = isNote ? firstUse(of: line) : number
    guard let place,
      let entry = document(at: place, of: explainer.pack) ?? linked(at: place, of: explainer.pack)
    else { return [] }
    let document: JSONValue
    do {
      document = try explainer.pack.document(entry)
    } catch {
      throw Explainer.NotThere(description: "\(error)")
    }
    let ranges = isNote ? [line].compactMap(Self.range) : noteRanges(of: line)
    let words = Self.flat(Self.plain(line))
    let pieces = isNote ? [] : Self.pieces(of: line)
    var found: [(id: String, kind: String, cover: Int)] = []
    for (kind, facts) in PublishedFact.facts(of: document) {
      for (fact, json) in zip(facts, document["facts"]?[kind]?.array ?? []) {
        let mention = json["mentions"]?.array?.first ?? json
        let source = (mention["source"]?.array ?? []).compactMap(\.integer)
        let isInNote =
          source.count == 2 && ranges.contains { $0.start <= source[0] && source[1] <= $0.end }
        guard ranges.isEmpty || isInNote else { continue }
        let cover =
          isNote && !ranges.isEmpty
          ? 1 : Self.cover(of: fact, json, in: words, pieces, isInNote: isInNote)
        if cover > 0 { found.append((fact.id, kind, cover)) }
      }
    }
    // A list under a kind's title holds that kind only.
    if let kind = (label(at: number) ?? heading(at: number, "### ")).flatMap({
      explainer.titles[$0]
    }) {
      let ofKind = found.filter { $0.kind == kind }
      if !isNote, !ofKind.isEmpty { found = ofKind }
    }
    let order = found.enumerated().sorted {
      ($1.element.cover, $0.offset) < ($0.element.cover, $1.offset)
    }
    return order.map(\.element.id)
  }

  /// How many bytes of the line a fact accounts for; 0 where it is not printed there.
  private static func cover(
    of fact: PublishedFact, _ json: JSONValue, in line: String, _ pieces: [String], isInNote: Bool
  ) -> Int {
    var cover = 0
    let words = flat(fact.words)
    var hasWords = !words.isEmpty && line.contains(withoutComma(words))
    if hasWords {
      cover += words.utf8.count
    } else if let piece = pieces.first(where: { words.contains($0) }) {
      // A sentence without its dateline.
      hasWords = true
      cover += piece.utf8.count
    }
    for value in fact.values where value.name != "mentions" {
      let parts = json[value.name]?.array?.map(\.cell) ?? [value.cell]
      for cell in parts.map({ withoutComma(flat($0)) }) where cell != withoutComma(words) {
        if cell.utf8.count >= 2, line.contains(cell) { cover += cell.utf8.count }
      }
    }
    return hasWords || isInNote ? cover : 0
  }

  // MARK: - Headings

  /// The document under whose heading a line stands: the headings of the documents come in their
  /// order, and those of tables between or before them.
  private func document(at number: Int, of pack: PublishedPack) -> PublishedPack.Entry? {
    var next = 0
    var anchored: PublishedPack.Entry?
    var current: PublishedPack.Entry?
    let hasAnchors = lines.contains { Self.anchor($0) != nil }
    for line in lines.prefix(number) {
      if let anchor = Self.anchor(line), pack.entries.indices.contains(anchor - 1) {
        anchored = pack.entries[anchor - 1]
      }
      guard line.hasPrefix("## ") else { continue }
      if hasAnchors {
        current = anchored
        anchored = nil
        continue
      }
      let heading = Self.plain(String(line.dropFirst(3)))
      if next < pack.entries.count,
        Self.flat(pack.entries[next].title ?? pack.entries[next].origin) == heading
      {
        current = pack.entries[next]
        next += 1
      } else {
        current = nil
      }
    }
    return current
  }

  /// The number of the document that an anchor stands before: `<span id="document-3"></span>`.
  private static func anchor(_ line: String) -> Int? {
    number(line, behind: #"<span id="document-"#)
  }

  private static func number(_ line: String, behind mark: String) -> Int? {
    guard let found = line.firstRange(of: mark) else { return nil }
    return Int(line[found.upperBound...].prefix { $0.isNumber })
  }

  /// The document that an entry of the list at the top leads to: its link stands on the line or, for
  /// what the document says, on the one above.
  private func linked(at number: Int, of pack: PublishedPack) -> PublishedPack.Entry? {
    guard let line = line(number), !line.hasPrefix("|") else { return nil }
    let above = line.hasPrefix("   ") ? self.line(number - 1) : nil
    guard let found = Self.number(above ?? line, behind: "(#document-"),
      pack.entries.indices.contains(found - 1)
    else { return nil }
    return pack.entries[found - 1]
  }

  /// The title that a paragraph starts with, `**Amounts:** `.
  private func label(at number: Int) -> String? {
    var first = number
    while let above = line(first - 1), !above.isEmpty { first -= 1 }
    guard let line = line(first), line.hasPrefix("**"), let end = line.firstRange(of: ":** ") else {
      return nil
    }
    return Self.plain(String(line[..<end.lowerBound].dropFirst(2)))
  }

  private func heading(at number: Int, _ mark: String) -> String? {
    for line in lines.prefix(number).reversed() where line.hasPrefix("##") {
      return line.hasPrefix(mark) ? Self.plain(String(line.dropFirst(mark.count))) : nil
    }
    return nil
  }

  // MARK: - Footnotes

  private func firstUse(of note: String) -> Int? {
    guard let number = Self.noteNumber(note) else { return nil }
    return lines.firstIndex { $0.contains("[^\(number)]") && Self.noteNumber($0) == nil }
      .map { $0 + 1 }
  }

  /// The ranges of source bytes that the footnotes of a line name.
  private func noteRanges(of line: String) -> [Span] {
    var numbers: [Int] = []
    for part in line.split(separator: "[^").dropFirst(line.hasPrefix("[^") ? 0 : 1) {
      if let number = Int(part.prefix { $0.isNumber }) { numbers.append(number) }
    }
    guard !numbers.isEmpty else { return [] }
    return lines.compactMap { line in
      Self.noteNumber(line).flatMap { numbers.contains($0) ? Self.range(line) : nil }
    }
  }

  /// The number of a line that is a footnote: `[^7]: ...`.
  private static func noteNumber(_ line: String) -> Int? {
    guard line.hasPrefix("[^"), let end = line.firstIndex(of: "]"),
      line[line.index(after: end)...].hasPrefix(": ")
    else { return nil }
    return Int(line[line.index(line.startIndex, offsetBy: 2)..<end])
  }

  /// The bytes at the end of a footnote: `bytes 1420–1571`.
  private static func range(_ note: String) -> Span? {
    guard let last = note.split(separator: " ").last else { return nil }
    let numbers = last.split(separator: "–").compactMap { Int($0) }
    return numbers.count == 2 ? Span(numbers[0], numbers[1]) : nil
  }
}
