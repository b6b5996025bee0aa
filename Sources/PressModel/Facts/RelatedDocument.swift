/// Another document that this one lists or links to.
public struct RelatedDocument: Fact {
  /// The whole entry.
  public var mention: Mention
  /// ISO 8601 day, if printed.
  public var date: String?
  public var kindOfDocument: DocumentKind
  public var title: String
  public var speaker: String?
  public var role: String?
  public var place: String?
  /// The address that the entry leads to, as the source has it.
  public var link: Evidence?

  public init(
    mention: Mention, date: String?, kindOfDocument: DocumentKind, title: String,
    speaker: String? = nil, role: String? = nil, place: String? = nil, link: Evidence? = nil
  ) {
    self.mention = mention
    self.date = date
    self.kindOfDocument = kindOfDocument
    self.title = title
    self.speaker = speaker
    self.role = role
    self.place = place
    self.link = link
  }

  public var mentions: [Mention] { [mention] }

  public static let kind = FactKind(
    "relatedDocuments", of: RelatedDocument.self, title: "Related documents",
    help: "Another document that this one lists.", isSentence: true, rank: 200,
    columns: [
      FactColumn("date", .date, "Its date.") { .string($0.date) },
      FactColumn(
        "kind", .choice(DocumentKind.allCases.map(\.rawValue)), "What kind of document it is."
      ) { .string($0.kindOfDocument.rawValue) },
      FactColumn("title", .string, "Its title.", verbatim: true) { .string($0.title) },
      FactColumn("speaker", .string, "Who spoke.", verbatim: true) { .string($0.speaker) },
      FactColumn("role", .string, "The speaker's office.", verbatim: true) { .string($0.role) },
      FactColumn("place", .string, "Where.", verbatim: true) { .string($0.place) },
      FactColumn("link", .evidence, "The address that it leads to, as in the source.") {
        .evidence($0.link)
      },
    ],
    reading: { document in
      let date = document.date.map { (DateWords.reading(ofEDTF: $0) ?? $0) + ": " } ?? ""
      let speaker = [document.speaker, document.role].compactMap { $0 }.joined(separator: ", ")
      let place = document.place.flatMap { document.title.contains($0) ? nil : $0 }
      let parts = [document.title, speaker, place ?? ""].filter { !$0.isEmpty }
      return date + parts.joined(separator: "; ")
    })
}
