public import PressModel

/// The people, organizations and places of a document, each with all its mentions: computed once
/// and shared by the extractors that need names.
///
///     let names = findings.shared(Names.self) { Names(tokens, of: document) }
public struct Names: Sendable {
  public let words: NameWords
  /// Every name in the order of the text.
  public let spans: [NameSpan]
  /// In the order of their first mention.
  public let people: [Person]
  public let organizations: [Organization]
  public let places: [Place]
  /// The titles of works, with which the bodies of their acronyms are told apart.
  let titles: WorkTitles

  /// The names of a document; what is known of its head helps to read them.
  public init(_ tokens: Tokens, of document: Document) {
    self.init(tokens, place: document.metadata.evidence["place"]?.span)
  }

  /// `place`: the words of the dateline's place or the place of delivery, where they are known.
  public init(
    _ tokens: Tokens, place: Span? = nil, tagger: any NameTagger = TrainedNameTagger()
  ) {
    words = NameWords(tokens)
    let names = NameRepairs(words: words).mended(tagger.names(in: words), place: place)
    let courts = CourtCases(words, names)
    let cases = courts.find()
    titles = WorkTitles(words, courts.withoutParties(cases), cases: cases)
    spans = titles.namesAlone()
    organizations = OrganizationLinker(words, spans).link()
    people = PersonLinker(words, spans).link()
    places = PlaceLinker(words, spans).link()
  }

  /// The first byte of the title before a person's name, of the name itself where it has none.
  public func titleStart(of name: Span) -> Int {
    let first = words.tokens.index(at: name.start)
    let index = spans.partitioningIndex { $0.tokens.lowerBound >= first }
    guard index < spans.count, spans[index].tokens.lowerBound == first,
      spans[index].kind == .person
    else { return name.start }
    return min(name.start, words.tokens[spans[index].titleStart].span.start)
  }
}
