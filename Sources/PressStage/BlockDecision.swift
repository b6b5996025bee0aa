public import PressModel

/// Whether a block of the source came into a document's text, and why: what
/// `presswork read --explain` shows.
public struct BlockDecision: Hashable, Sendable {
  /// What became of a block.
  public enum Fate: String, Sendable {
    /// It is a block of the text.
    case kept
    /// It is no part of the text, and holds words that say what the document is, such as its title.
    case metadata
    case dropped
  }

  public var fate: Fate
  public var type: BlockType
  /// The bytes of the source from its first word to its last.
  public var source: Span
  /// The block's words, white space in order.
  public var words: String
  /// How much speaks for the block, above 0, or against it, in logits; nil where a rule decided.
  public var score: Double?
  /// The strongest reasons first, each a few words.
  public var reasons: [String]

  public init(
    _ fate: Fate, _ type: BlockType, at source: Span, words: String, score: Double? = nil,
    reasons: [String]
  ) {
    self.fate = fate
    self.type = type
    self.source = source
    self.words = words
    self.score = score
    self.reasons = reasons
  }
}
