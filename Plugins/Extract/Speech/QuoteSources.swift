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
    if attribution.cue.lowerBound > attribution.source.upperBound,
      let named = described(by: source, quote.mention.span)
    {
      quote.speaker = named.name
      quote.speakerMention = text.mention(named.span)
    }
    if attribution.cue.upperBound < attribution.source.lowerBound,
      let named = speakers.person(behind: source, tokens)
    {
      quote.speaker = named.name
      quote.speakerMention = text.mention(Span(source.start, named.end))
    }
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
      if let name = apposition(behind: source) ?? labelled(attribution) { return name }
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

  /// `Harbour Board Chair, President and CEO Ann Reed: "..."`: the name that a label ends in, before
  /// the colon.
  private func labelled(_ attribution: SpeechAttribution) -> String? {
    let colon = attribution.cue.lowerBound
    let start = tokens[attribution.source.lowerBound].span.start
    guard tokens.is(colon, .colon), tokens[attribution.source.lowerBound].startsLine,
      colon > attribution.source.upperBound, colon - attribution.source.upperBound < 20,
      let person = speakers.person(endingAt: tokens[colon - 1].span.end),
      person.span.start > start, !speakers.hasPeople(in: Span(start, person.span.start)),
      (attribution.source.lowerBound..<colon).allSatisfy({ isInList($0) || isLabel($0) })
    else { return nil }
    return person.name
  }

  private func isLabel(_ index: Int) -> Bool {
    tokens[index].case != .lower || tokens.is(index, .speakerNoun)
  }

  /// `Ann Reed, a friend of the Harbour Board, said: "It rains."`, with or without the second comma: who
  /// stands before a description that names nobody itself.
  private func described(by source: Span, _ quoted: Span) -> (name: String, span: Span)? {
    let first = tokens.index(at: source.start)
    guard source.end <= quoted.start, tokens[tokens.index(at: quoted.start)].isCapitalized,
      !tokens.is(first, .personalPronoun), !speakers.hasPeople(in: source), !isPlural(source)
    else { return nil }
    var comma = first - 1
    while comma > 0, first - comma < 20, isOfDescription(comma) { comma -= 1 }
    guard tokens.is(comma, .comma), comma < first else { return nil }
    let end = beforeParty(comma)
    guard end > 0, let person = speakers.person(endingAt: tokens[end - 1].span.end),
      opensClause(tokens.index(at: person.span.start))
    else { return nil }
    return person
  }

  /// A word of a description, with no verb: "the second mate of the", "a (retired)".
  private func isOfDescription(_ index: Int) -> Bool {
    guard tokens[index].kind == .word, !tokens[index].startsLine else {
      return tokens[index].kind == .number || tokens.is(index, byte: 0x2E)
    }
    return !tokens.is(index, [.auxiliary, .copula, .speechVerb, .pronoun, .according])
      || tokens[index].isCapitalized
  }

  /// "the senators": more than the one who is named before.
  private func isPlural(_ source: Span) -> Bool {
    let last = tokens[tokens.index(at: source.end - 1)]
    return last.case == .lower && text.bytes[last.span.end - 1] == 0x73
  }

  /// The token of the comma behind a name, before a party and state: "Reed, D-Ore.,", "Reed (Ore.),".
  private func beforeParty(_ comma: Int) -> Int {
    var index = comma - 1
    while index > 0, comma - index < 9 {
      if tokens.is(index, .comma) || tokens.is(index, .openBracket) { break }
      index -= 1
    }
    let isParty =
      tokens.is(index, .openBracket) && tokens.is(comma - 1, .closeBracket)
      || tokens.is(index, .comma) && isParty(index + 1)
    return isParty ? index : comma
  }

  /// "D-Ore", "I - Vt".
  private func isParty(_ index: Int) -> Bool {
    let span = tokens[index].span
    guard tokens[index].kind == .word, text.bytes[span.start] < 0x5B else { return false }
    return span.count == 1 ? tokens.is(index + 1, .dash) : text.bytes[span.start + 1] == 0x2D
  }

  /// Whether a clause starts with a name: only titles stand before it.
  private func opensClause(_ name: Int) -> Bool {
    var first = name
    while first > 0, name - first < 12, !tokens[first].startsLine {
      let isTitle =
        tokens[first - 1].isCapitalized && !tokens.is(first - 1, [.preposition, .starter])
        || tokens.is(first - 1, byte: 0x2E) && tokens.is(first - 2, .titleAbbreviation)
      guard isTitle else { break }
      first -= 1
    }
    return first == 0 || tokens[first].startsLine
      || tokens.is(first - 1, [.stop, .comma, .closeQuote, .colon, .conjunction, .dash])
      || tokens.is(first - 1, "As")
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
