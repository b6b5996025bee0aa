/// The title of a document, law, report, book or programme named in the text.
public struct Work: Fact {
  public var title: String
  public var mentions: [Mention]

  public init(title: String, mentions: [Mention]) {
    self.title = title
    self.mentions = mentions
  }

  public static let kind = FactKind(
    "works", of: Work.self, title: "Works named",
    help: "The title of a document, law, report, book or programme.", form: .mentions, rank: 190,
    columns: [
      FactColumn("title", .string, "The title as printed.", verbatim: true) { .string($0.title) }
    ],
    reading: { work in work.title })
}
