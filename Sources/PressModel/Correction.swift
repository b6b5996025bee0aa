/// A release that an earlier pack held and that came back with other bytes: what was corrected in it.
public struct Correction: Hashable, Sendable {
  /// One of the two forms of the release.
  public struct Edition: Hashable, Sendable {
    /// The document's identifier.
    public var document: String
    public var sha256: String
    /// The WHATWG name of the encoding of its bytes, where the pack keeps them and they say the
    /// words that went; nil where that cannot be shown.
    public var encoding: String?

    public init(document: String, sha256: String, encoding: String? = nil) {
      self.document = document
      self.sha256 = sha256
      self.encoding = encoding
    }
  }

  /// A run of words, with the space that parts it from those before it.
  public struct Piece: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable { case same, removed, added }

    public var kind: Kind
    public var text: String

    public init(kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// A sentence that is not as it was.
  public struct Sentence: Hashable, Sendable {
    /// Verbatim; nil for one that came.
    public var old: String?
    /// Verbatim; nil for one that went.
    public var new: String?
    /// The words of both in the order in which a redline shows them.
    public var pieces: [Piece]

    public init(old: String?, new: String?, pieces: [Piece]) {
      self.old = old
      self.new = new
      self.pieces = pieces
    }
  }

  /// The item's path or URL.
  public var origin: String
  public var title: String?
  public var from: Edition
  public var to: Edition
  public var sentences: [Sentence]
  /// The number of sentences that both have; nil where the earlier text was not at hand.
  public var unchanged: Int?

  public init(
    origin: String, title: String?, from: Edition, to: Edition, sentences: [Sentence] = [],
    unchanged: Int? = nil
  ) {
    self.origin = origin
    self.title = title
    self.from = from
    self.to = to
    self.sentences = sentences
    self.unchanged = unchanged
  }
}
