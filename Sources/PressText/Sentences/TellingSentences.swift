public import PressModel

/// Which sentences of a document tell something of a date that they name.
public struct TellingSentences {
  private let bytes: [UInt8]
  private let datelines: Datelines
  private let blocks: SpanIndex
  private let rows: Set<Span>
  /// The dates, which are no words of a sentence's own.
  private let marks: [Span]
  private let works: SpanIndex
  private let embargo: Span?
  /// The last sentence that was asked about: one may name thousands of dates.
  private var last: (sentence: Span, tells: Bool)?

  private static let notes = PhraseTable("legal-notes") { $0.count > 1 && $0[1] == "notice" }
  private static let labels = PhraseTable("date-labels") {
    $0.count > 1 && ["published", "updated", "reviewed"].contains($0[1])
  }
  private static let laws = PhraseTable("legal-notes") { $0.count > 1 && $0[1] == "law" }

  public init(_ document: Document) {
    bytes = document.text.bytes
    datelines = Datelines(document)
    blocks = SpanIndex(document.blocks.map(\.span))
    rows = Set(document.blocks.lazy.filter { $0.type == .tableRow }.map(\.span))
    marks = document.facts(DateExpression.self).map(\.mention.span)
    works = SpanIndex(document.facts(Work.self).flatMap(\.mentions).map(\.span).sorted())
    embargo = document.metadata.evidence["embargo"]?.span
  }

  /// The sentence without the dateline before it.
  public func words(of sentence: Span) -> Span { datelines.sentence(sentence) }

  /// Whether a sentence tells something of a date: it is no row of a table, no legal note and no
  /// line of an embargo, it has words of its own beside its dates, and the date is not part of a
  /// name. Where nothing has cut the text into sentences, the date stands alone and is kept.
  public mutating func tells(_ sentence: Span, of date: Span) -> Bool {
    guard sentence != date || isBlock(sentence) else { return true }
    if works.holding(date) != nil || isOfLaw(date) { return false }
    if let last, last.sentence == sentence { return last.tells }
    let tells = tells(sentence)
    last = (sentence, tells)
    return tells
  }

  private func tells(_ sentence: Span) -> Bool {
    if let block = blocks.holding(sentence), rows.contains(block) { return false }
    let words = ownWords(of: self.words(of: sentence))
    // "Embargoed until 00:01 on 3 May 2021", and no sentence that goes on behind it.
    if words.count <= 8, embargo.map(sentence.overlaps) ?? false { return false }
    // "Posted on 3 May 2021" says no more than the date of issue does.
    if words.count <= 3, Self.labels.prefix(of: sentence, in: bytes) != nil { return false }
    return words.count >= 2 && words.contains { isLower($0) } && !isNote(sentence)
  }

  private func isBlock(_ span: Span) -> Bool { blocks.holding(span) == span }

  /// The words of a stretch outside its dates: runs of letters.
  private func ownWords(of span: Span) -> [Span] {
    var words: [Span] = []
    var start: Int?
    var next = marks.partitioningIndex { $0.end > span.start }
    var offset = span.start
    func finish() {
      if let start, offset - start > 1 || bytes[start] == 0x61 || bytes[start] == 0x41 {
        words.append(Span(start, offset))
      }
      start = nil
    }
    while offset < span.end {
      while next < marks.count, marks[next].end <= offset { next += 1 }
      let isDate = next < marks.count && marks[next].contains(offset)
      let byte = bytes[offset]
      let isLetter = byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      if isLetter, !isDate { start = start ?? offset } else { finish() }
      offset += 1
    }
    finish()
    return words
  }

  private func isLower(_ word: Span) -> Bool {
    bytes[word.start] >= 0x61 && bytes[word.start] <= 0x7A
  }

  /// "Reform Act of 1995", "Companies Act 2006"; "© 2006" too.
  private func isOfLaw(_ date: Span) -> Bool {
    guard date.count == 4 else { return false }
    if bytes[..<date.start].suffix(3).elementsEqual("© ".utf8) { return true }
    var words: [Span] = []
    var end = date.start
    while words.count < 2 {
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      var start = end
      while start > 0, PrintedDate.isAlphanumeric(bytes[start - 1]) { start -= 1 }
      guard start < end else { break }
      words.append(Span(start, end))
      end = start
    }
    guard let last = words.first else { return false }
    let isOf = bytes[last.start..<last.end].elementsEqual("of".utf8)
    guard let law = isOf ? words.dropFirst().first : last else { return false }
    return bytes[law.start] < 0x61 && Self.laws.whole(law, in: bytes) != nil
  }

  private func isNote(_ sentence: Span) -> Bool {
    var isStart = true
    for offset in sentence.start..<sentence.end {
      let isWord = PrintedDate.isAlphanumeric(bytes[offset])
      if isStart, isWord, Self.notes.prefix(of: Span(offset, sentence.end), in: bytes) != nil {
        return true
      }
      isStart = !isWord
    }
    return false
  }
}
