/// What a name names.
public enum NameKind: UInt8, CaseIterable, Sendable {
  case person, organization, place
}

/// The rules that find names: how far each can be trusted is the trained tagger's to learn.
enum NameRule: UInt8, Sendable {
  case none, acronymDefinition, organizationHead, organizationTable, bareHead, title
  case placeTable, stateAbbreviation, firstName, placeHead, evidence
}

/// A name in a text, as a tagger finds it: the seam between finding names and linking them.
public struct NameSpan: Hashable, Sendable {
  public var kind: NameKind
  /// The tokens of the name, without titles, articles and a possessive's ending.
  public var tokens: Range<Int>
  /// Where the title before a person's name starts; the name's first token without one.
  public var titleStart: Int
  /// Which rule found it.
  var rule = NameRule.none

  public init(_ kind: NameKind, _ tokens: Range<Int>, titleStart: Int? = nil) {
    self.kind = kind
    self.tokens = tokens
    self.titleStart = titleStart ?? tokens.lowerBound
  }
}

/// Finds the names of a text. `RuleNameTagger` works by tables and rules, `TrainedNameTagger` by those
/// and by trained weights; what links names to people, organizations and places does not know which.
public protocol NameTagger: Sendable {
  /// The names in the order of the text, without overlap.
  func names(in words: NameWords) -> [NameSpan]
}
