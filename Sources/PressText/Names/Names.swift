public import PressModel

/// The people, organizations and places of a document, each with all its mentions: computed once
/// and shared by the extractors that need names.
///
///     let names = findings.shared(Names.self) { Names(tokens) }
public struct Names: Sendable {
  public let words: NameWords
  /// Every name in the order of the text.
  public let spans: [NameSpan]
  /// In the order of their first mention.
  public let people: [Person]
  public let organizations: [Organization]
  public let places: [Place]

  public init(_ tokens: Tokens, tagger: any NameTagger = TrainedNameTagger()) {
    words = NameWords(tokens)
    spans = tagger.names(in: words)
    organizations = OrganizationLinker(words, spans).link()
    people = PersonLinker(words, spans).link()
    places = PlaceLinker(words, spans).link()
  }
}
