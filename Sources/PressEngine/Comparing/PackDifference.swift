public import PressText

/// What is not the same in two packs.
public struct PackDifference: Hashable, Sendable {
  /// The one reason that is given for a difference.
  public enum Cause: Hashable, Sendable {
    case newDocument
    /// `fate`: what the later pack says of the item; nil where it has not seen it.
    case documentGone(fate: String?)
    case editedDocument
    case stageVersion(stage: String, from: Int, to: Int)
    case setting(stage: String, from: String, to: String)
    case stageAdded(String)
    case stageRemoved(String)
    case engineVersion(from: String, to: String)
    /// The moment that the run stood for.
    case asOf(from: String?, to: String?)
    /// Nothing that the packs record: the same bytes, stages, settings and version.
    case unrecorded
  }

  public enum Change: String, CaseIterable, Sendable { case new, gone, changed, reworded }

  /// A value of a fact; `from` and `to` are its cells, empty for none.
  public struct Field: Hashable, Sendable {
    public var name: String
    public var from: String
    public var to: String
  }

  public struct FactChange: Hashable, Sendable {
    public var change: Change
    /// The kind of fact, or `document` for what the document says of itself.
    public var kind: String
    /// The fact's identifiers; nil in the pack that does not have it.
    public var from: String?
    public var to: String?
    /// Its words in each of the packs.
    public var oldWords: String?
    public var newWords: String?
    /// Values that are not the same.
    public var fields: [Field]
    public var cause: Cause
  }

  public struct DocumentChange: Hashable, Sendable {
    public enum State: String, CaseIterable, Sendable { case new, gone, edited, moved, kept }

    /// `kept`: the same bytes, read otherwise.
    public var state: State
    public var from: PublishedPack.Entry?
    public var to: PublishedPack.Entry?
    public var cause: Cause
    public var facts: [FactChange]
    /// For an edited document: what was corrected in its text.
    public var redline: Redline?

    /// Where it is from, in the later pack if it is there.
    public var origin: String { to?.origin ?? from?.origin ?? "" }
  }

  /// A table whose rows are not the same.
  public struct TableChange: Hashable, Sendable {
    public var name: String
    public var new: Int
    public var gone: Int
  }

  /// What differs between the two runs.
  public var causes: [Cause] = []
  /// In the order of their origins.
  public var documents: [DocumentChange] = []
  public var unchangedDocuments = 0
  public var tables: [TableChange] = []
  /// Files with other bytes, or in one pack only.
  public var files: [String] = []

  public var isEmpty: Bool {
    causes.isEmpty && documents.isEmpty && tables.isEmpty && files.isEmpty
  }

  public func count(_ state: DocumentChange.State) -> Int { documents.count { $0.state == state } }

  public func count(_ change: Change) -> Int {
    documents.reduce(0) { $0 + $1.facts.count { $0.change == change && $0.kind != "document" } }
  }
}
