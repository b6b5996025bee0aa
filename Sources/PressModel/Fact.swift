/// Something found in a document: a typed value whose words stand verbatim in the text.
///
/// A new kind of fact is a type that conforms to this; its `kind` says how JSON, CSV and Markdown
/// draw it, so no renderer knows it by name.
public protocol Fact: Codable, Hashable, Sendable {
  /// The declaration of the kind. Make it a `static let`.
  static var kind: FactKind { get }

  /// Where its words stand, in the order of the text. At least one, unless the fact is derived.
  var mentions: [Mention] { get }

  /// The identifiers of the facts that it was computed from; empty for a fact read from the text.
  var derivedFrom: [String] { get }
}

extension Fact {
  public var derivedFrom: [String] { [] }
}

/// The question of a briefing that a kind of fact answers.
public enum Question: String, CaseIterable, Sendable {
  case what, who, `where`, when, howMuch
}

/// What renderers need to know of a kind of fact.
public struct FactKind: Sendable {
  /// Whether a fact stands in one place or may be mentioned in several.
  public enum Form: Sendable { case span, mentions }

  /// The key in JSON and the name of the CSV file: `people`, `relatedDocuments`.
  public let name: String
  /// The heading over its list.
  public let title: String
  /// One sentence that says what a row is.
  public let help: String
  public let form: Form
  /// The question of the briefing's head that it answers, if any.
  public let answers: Question?
  /// Whether its sentences are key facts of a briefing.
  public let isKey: Bool
  /// Whether a fact's words are whole sentences and not a name or a figure.
  public let isSentence: Bool
  /// Where its list stands in a briefing: lower first, ties by name.
  public let rank: Int
  /// The values of a fact beside its mentions, in the order in which they are drawn.
  public let columns: [Column]
  /// Makes a fact of this kind from what its type encoded.
  public let decode: @Sendable (any Decoder) throws -> any Fact
  private let sameness: @Sendable (any Fact) -> String
  private let reading: @Sendable (any Fact) -> String

  /// Declares a kind; `reading` says how one fact reads in a line of Markdown-free prose. Facts of
  /// one document that have an equal `sameness` say the same and share a line; without one those do
  /// that read the same.
  public init<F: Fact>(
    _ name: String, of type: F.Type, title: String, help: String, form: Form = .span,
    answers: Question? = nil, isKey: Bool = false, isSentence: Bool = false, rank: Int = 500,
    columns: [FactColumn<F>],
    sameness: (@Sendable (F) -> String)? = nil,
    reading: @escaping @Sendable (F) -> String
  ) {
    self.name = name
    self.title = title
    self.help = help
    self.form = form
    self.answers = answers
    self.isKey = isKey
    self.isSentence = isSentence
    self.rank = rank
    self.columns = columns.map(Column.init)
    decode = { try F(from: $0) }
    self.sameness = { fact in (fact as? F).map(sameness ?? reading) ?? "" }
    self.reading = { fact in (fact as? F).map(reading) ?? "" }
  }

  /// How one fact of this kind reads in a line; empty for a fact of another kind.
  public func reading(of fact: any Fact) -> String { reading(fact) }

  /// Equal for two facts of one document that say the same.
  public func sameness(of fact: any Fact) -> String { sameness(fact) }
}
