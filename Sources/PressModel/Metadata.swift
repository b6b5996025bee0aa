/// What kind of document a text is, by how it was given to the public.
public enum DocumentKind: String, Codable, CaseIterable, Sendable {
  case pressRelease = "press-release"
  case remarks
  case pressConference = "press-conference"
  case briefingTranscript = "briefing-transcript"
  case statement
  case factSheet = "fact-sheet"
  case interview
  case testimony
  case readout
  case advisory
  case article
  case indexPage = "index-page"
  case webPage = "web-page"
  case unknown
}

/// Where a value was found: words of the text, or words of the source that the text leaves out.
public struct Evidence: Hashable, Codable, Sendable {
  /// The name of the field or markup that held it: "title", "meta article:published_time".
  public var field: String?
  /// Where it stands in the canonical text, if it does.
  public var span: Span?
  /// The bytes of the raw source that hold it, if known.
  public var source: Span?
  /// The verbatim words.
  public var text: String

  public init(text: String, field: String? = nil, span: Span? = nil, source: Span? = nil) {
    self.text = text
    self.field = field
    self.span = span
    self.source = source
  }
}

/// Who issued a document: the body nearest to it, and those that it belongs to.
public struct Issuer: Hashable, Codable, Sendable {
  public var name: String
  /// From the outermost in.
  public var parents: [String]

  public init(name: String, parents: [String] = []) {
    self.name = name
    self.parents = parents
  }
}

/// A dateline's place or the place of delivery.
public struct Locality: Hashable, Codable, Sendable {
  /// The place as printed.
  public var text: String
  /// ISO 3166-1 alpha-2, if known.
  public var country: String?

  public init(text: String, country: String? = nil) {
    self.text = text
    self.country = country
  }
}

/// What is known of a document beside its text. A field that the source does not give is nil:
/// nothing here is guessed.
public struct Metadata: Hashable, Codable, Sendable {
  public var kind = DocumentKind.unknown
  public var title: String?
  public var subtitle: String?
  /// ISO 8601, `YYYY-MM-DD` or with time and offset: the date of issue as printed. `YYYY-MM` where
  /// the source gives no more than the month.
  public var published: String?
  public var issuer: Issuer?
  /// From the outermost in, without the page itself.
  public var breadcrumb: [String] = []
  public var authors: [String] = []
  public var place: Locality?
  /// ISO 8601 date-time before which nothing of the document may be published.
  public var embargo: String?
  /// BCP 47.
  public var language: String?
  /// Where fields were found, by the field's name in JSON.
  public var evidence: [String: Evidence] = [:]

  public init() {}
}
