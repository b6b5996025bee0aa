import PressModel
import PressStage
import PressText

/// Gives quotations their sources: the words beside them, and the person or body that these mention or
/// stand for.
struct QuoteSources {
  private let text: Text
  private let tokens: Tokens
  private let speakers: Speakers
  private let antecedents: Antecedents
  /// Whom the last "he" or "she" stands for, and where it ends.
  private var last: (name: String, end: Int)?

  /// `quoted`: the document's quotations in their order; `labels`: those of its turns.
  init(_ document: Document, _ tokens: Tokens, quoted: [Span], labels: [TurnLabel]) {
    text = document.text
    self.tokens = tokens
    speakers = Speakers(document)
    antecedents = Antecedents(
      tokens, blocks: document.blocks, speakers: speakers, labels: labels, quoted: quoted)
  }

  mutating func attribute(_ quote: inout Quote, to attribution: SpeechAttribution) {
    let source = joint(attribution)
    quote.speakerMention = text.mention(source)
    if attribution.cue != attribution.source {
      quote.cue = text.mention(span(attribution.cue))
    }
    quote.speaker = speaker(attribution, source, quote.mention.span)
    last = isThirdPerson(attribution.source) ? quote.speaker.map { ($0, source.end) } : nil
  }

  /// The words of the source, up to the last of several people who issue a statement together:
  /// "Senators Ann Roe (D-WI), Bo Poe and Cy Doe released".
  private func joint(_ attribution: SpeechAttribution) -> Span {
    let source = span(attribution.source)
    guard attribution.cue.count > 1, attribution.cue.lowerBound > attribution.source.upperBound
    else { return source }
    var end = attribution.source.upperBound + 1
    while end < attribution.cue.lowerBound, isInList(end) { end += 1 }
    let limit = tokens[end - 1].span.end
    return Span(source.start, speakers.lastPerson(from: source.end, to: limit)?.end ?? source.end)
  }

  /// Whether a token may stand in a list of people with their offices.
  private func isInList(_ index: Int) -> Bool {
    guard tokens[index].case == .lower else { return true }
    return Self.inLists.contains(tokens.string(index))
  }

  private static let inLists: Set<String> = [
    "a", "an", "and", "both", "chair", "co-chair", "for", "member", "members", "of", "on", "the",
  ]

  private func speaker(
    _ attribution: SpeechAttribution, _ source: Span, _ quoted: Span
  ) -> String? {
    let first = attribution.source.lowerBound
    guard attribution.source.count == 1, tokens.is(first, .personalPronoun) else {
      if let name = apposition(behind: source) { return name }
      if let name = speakers.head(of: source, tokens) { return name }
      guard !speakers.hasPeople(in: source) else { return nil }
      return speakers.bearer(of: text[source]) ?? speakers.holder(of: text[source])
    }
    let offset = min(source.start, quoted.start)
    if tokens.is(first, "I") { return antecedents.speaker(at: offset) }
    // "we" and "they" stand for nobody who is named for sure.
    guard isThirdPerson(attribution.source) else { return nil }
    let isFemale = tokens.is(first, "she") || tokens.is(first, "She")
    return antecedents.person(before: offset, isFemale: isFemale, last: last)
  }

  /// "The owner of the pier, Ann Reed, said": the name behind a description, up to the mark that
  /// ends it.
  private func apposition(behind source: Span) -> String? {
    let comma = tokens.index(at: source.end)
    guard tokens.is(comma, .comma), comma + 1 < tokens.count,
      speakers.lastPerson(from: source.start, to: source.end)?.end != source.end,
      let person = speakers.person(at: tokens[comma + 1].span.start)
    else { return nil }
    let next = tokens.index(at: person.end)
    let isEnd = next >= tokens.count || tokens[next].startsLine || tokens.is(next, [.comma, .stop])
    return isEnd && !tokens.is(next + 1, "and") ? person.name : nil
  }

  /// "he" or "she".
  private func isThirdPerson(_ source: ClosedRange<Int>) -> Bool {
    let first = source.lowerBound
    return source.count == 1
      && (tokens.is(first, "he") || tokens.is(first, "He") || tokens.is(first, "she")
        || tokens.is(first, "She"))
  }

  private func span(_ range: ClosedRange<Int>) -> Span {
    Span(tokens[range.lowerBound].span.start, tokens[range.upperBound].span.end)
  }
}
