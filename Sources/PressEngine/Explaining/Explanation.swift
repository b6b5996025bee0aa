public import PressModel

/// Where a fact of a pack comes from, back to the bytes of its source.
public struct Explanation: Hashable, Sendable {
  /// Words in the raw source.
  public struct Excerpt: Hashable, Sendable {
    /// A line of the source, or what of it stands about the words.
    public struct Line: Hashable, Sendable {
      public var number: Int
      /// In turn what is not and what is of the words; the first is not, and may be empty.
      public var pieces: [String]
    }

    /// The words as the canonical text has them.
    public var text: String
    /// Byte offsets in the source, the last exclusive.
    public var source: Span
    /// Whether the words were taken out of a binary format: line, column and lines are those of the
    /// text that was.
    public var isExtracted: Bool
    /// From 1; the column in Unicode scalars. Zero where the pack has not kept the source.
    public var line: Int
    public var column: Int
    public var lines: [Line]
  }

  public struct FactOrigin: Hashable, Sendable {
    public var id: String
    public var kind: String
    public var document: PublishedPack.Entry
    /// The columns as cells, in their order.
    public var values: [PackDifference.Field]
    /// The extractors that add this kind, and the reader of the document.
    public var stages: [RunRecord.StageUse]
    public var mentions: [Excerpt]
    /// Identifiers of the facts that it was made of.
    public var derivedFrom: [String]
    /// What does not hold; empty where every word stands where the pack says.
    public var faults: [String]
    /// Whether the words were compared with the raw source, which the pack has kept.
    public var isProven: Bool

    /// Whether words were taken out of a binary format, where the source proves no more than that it
    /// is the same.
    public var isExtracted: Bool { mentions.contains(where: \.isExtracted) }
  }

  public struct Row: Hashable, Sendable {
    /// `tables/NAME:NUMBER`.
    public var id: String
    public var values: [PackDifference.Field]
    /// The transforms of the run, one of which made the table.
    public var stages: [RunRecord.StageUse]
    public var derivedFrom: [String]
  }

  /// What was asked for.
  public var place: String
  /// The line of the file, where a line was asked for.
  public var line: String?
  public var rows: [Row] = []
  /// In their order on the line; then those that they were made of.
  public var facts: [FactOrigin] = []
  /// The facts that a row or a fact names and that are not listed because they are too many.
  public var unlisted = 0
}
