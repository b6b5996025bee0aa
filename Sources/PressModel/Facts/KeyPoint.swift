/// A sentence that says what a document is about.
public struct KeyPoint: Fact {
  /// The whole sentence.
  public var mention: Mention
  /// From 1, the most central first.
  public var rank: Int
  /// Between 0 and 1; comparable within one document only.
  public var score: Double

  public init(mention: Mention, rank: Int, score: Double) {
    self.mention = mention
    self.rank = rank
    self.score = score
  }

  public var mentions: [Mention] { [mention] }

  public static let kind = FactKind(
    "keyPoints", of: KeyPoint.self, title: "Key points",
    help: "A sentence that says what the document is about.", answers: .what, isSentence: true,
    rank: 5,
    columns: [
      FactColumn("rank", .integer, "From 1, the most central first.") { .integer($0.rank) },
      FactColumn("score", .number, "Between 0 and 1, within one document.") { .number($0.score) },
    ],
    reading: { point in point.mention.text })
}
