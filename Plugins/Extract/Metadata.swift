import PressModel
import PressStage
import PressText

/// Reads title, kind, day of issue, issuer, place, embargo and language from a document's head.
///
/// Reads the text, its blocks, and what the reader has found. Adds fields that are still empty,
/// each with the words that give it; a line between title and dateline is the subtitle, and where no
/// head gives a day of issue, a signature below the text does. Leaves a field empty where nothing is
/// printed: no day of issue is taken from the text's events, and no title from its prose.
struct Metadata: Extractor {
  static let version = 6
  static let summary =
    "Reads title, kind, day of issue, issuer, place, embargo and language from a document's head"

  static let adds: [DocumentPart] = [.metadata]

  static let examples = [
    StageExample(
      .finds, "labels, issuer and day of issue above the title",
      .text(
        """
        For Immediate Release

        Office of the Press Secretary

        March 3, 2020

        # Statement by the Minister on the Harbour

        The harbour will open again on Monday, the minister said in the capital today.
        """),
      gives: .metadata("published", "2020-03-03"), .metadata("kind", "statement"),
      .metadata("title", "Statement by the Minister on the Harbour")),
    StageExample(
      .finds, "place and day in a dateline",
      .text("# Harbour Opens\n\nPORTLAND, Maine (March 3, 2020) – The harbour opened today."),
      gives: .metadata("published", "2020-03-03"), .metadata("kind", "press-release")),
    StageExample(
      .leavesAlone, "the day of an event is not the day of issue",
      .text("# Harbour Opens\n\nThe harbour will open on March 3, 2020, the minister said."),
      gives: .metadata("published", nil)),
    StageExample(
      .trap, "a dash after a name is no dateline",
      .text("# Harbour Opens\n\nThe harbour – closed for years – opened on March 3, 2020."),
      gives: .metadata("published", nil)),
    StageExample(
      .trap, "the room where somebody speaks issues nothing",
      .text(
        "# Remarks by the Minister\n\nCabinet Office\n\n2:37 P.M. EST\n\nTHE MINISTER: Thank "
          + "you all for coming to the capital today."),
      gives: .metadata("issuer", nil), .metadata("place", "Cabinet Office")),
  ]

  func extract(from document: Document, into findings: inout Findings) throws {
    let head = ReleaseHead(text: document.text, blocks: document.blocks)
    let text = document.text
    func evidence(_ span: Span, _ field: String) -> Evidence {
      Evidence(text: text[span], field: field, span: span)
    }
    if findings.metadata.title == nil, let title = titleBlock(document) {
      findings.metadata.title = text[title.span]
      findings.metadata.evidence["title"] = evidence(title.span, "heading")
    }
    if findings.metadata.subtitle == nil, let title = findings.metadata.title,
      let line = Subheading.find(
        below: title, document.blocks, dateline: head.dateline, in: text.bytes)
    {
      findings.metadata.subtitle = text[line]
      findings.metadata.evidence["subtitle"] = evidence(line, "head")
    }
    if findings.metadata.published == nil, let date = head.published {
      findings.metadata.published = date.iso
      let isDateline = head.dateline?.date == date
      findings.metadata.evidence["published"] = evidence(
        date.span, isDateline ? "dateline" : head.isSigned ? "signature" : "head")
    }
    // A line of capitals that is printed twice is a title, whatever bodies it names.
    if findings.metadata.issuer == nil, let issuer = head.issuer,
      text[issuer] != findings.metadata.title
    {
      findings.metadata.issuer = Issuer(name: text[issuer])
      findings.metadata.evidence["issuer"] = evidence(issuer, "head")
    }
    if findings.metadata.place == nil, let dateline = head.dateline {
      findings.metadata.place = locality(dateline.place, of: text)
      findings.metadata.evidence["place"] = evidence(dateline.place, "dateline")
    }
    if findings.metadata.place == nil, let place = head.placeLine {
      findings.metadata.place = locality(place, of: text)
      findings.metadata.evidence["place"] = evidence(place, "place line")
    }
    if findings.metadata.embargo == nil { findEmbargo(head.embargo, in: text, &findings.metadata) }
    let known = findings.metadata.kind
    if known == .unknown || known == .article {
      let kind = kind(of: document, title: findings.metadata.title, head, known)
      if kind != known { findings.metadata.evidence["kind"] = nil }
      findings.metadata.kind = kind
    }
    if findings.metadata.language == nil {
      findings.metadata.language = LanguageGuess.language(of: text)
    }
  }

  /// From the head, and from a title that the text need not hold, as a mail's subject. A line whose
  /// moment is not understood is evidence of an embargo all the same.
  private func findEmbargo(
    _ head: EmbargoLine?, in text: Text, _ metadata: inout PressModel.Metadata
  ) {
    let title = Array((metadata.title ?? "").utf8)
    let named = EmbargoLine(Span(0, title.count), as: .title, in: title)
    guard let found = head.map({ head in named.map(head.joined) ?? head }) ?? named else { return }
    metadata.embargo = found.moment?.iso
    metadata.evidence["embargo"] =
      found == head
      ? Evidence(text: text[found.span], field: "head", span: found.span)
      : metadata.evidence["title"]
        ?? Evidence(text: String(decoding: title, as: UTF8.self), field: "title")
  }

  private func locality(_ place: Span, of text: Text) -> Locality {
    Locality(text: text[place], country: KnownPlace.country(of: place, in: text.bytes))
  }

  /// The first heading, if only lines of a head stand before it.
  private func titleBlock(_ document: Document) -> Block? {
    for block in document.blocks.prefix(8) {
      let bytes = document.text.bytes
      if block.type == .heading, EmbargoLine(block.span, as: .title, in: bytes) == nil,
        !DocumentKindWords.isShelf(block.span, in: bytes)
      {
        return PlainTitle.isNote(block.span, in: bytes) ? nil : block
      }
      if LineShape(document.text.bytes, block.span).words > 20 { return nil }
    }
    return nil
  }

  /// What title and labels say; else what the form shows: turns make a transcript, a dateline, a
  /// contact or how a release opens a release, an author, a reporter's sources or a day of issue an
  /// article. What is known for an article by
  /// its markup or its shelf is one unless its title or its form says more: agencies print
  /// datelines too.
  private func kind(
    of document: Document, title: String?, _ head: ReleaseHead, _ known: DocumentKind
  ) -> DocumentKind {
    if let kind = title.flatMap(DocumentKindWords.kind(of:)) { return kind }
    // "For Immediate Release" stands above transcripts too.
    if let kind = head.kind, kind.value != .pressRelease || !head.isTimed { return kind.value }
    if known != .unknown, !DocumentForm.mayHoldTurns(text: document.text, blocks: document.blocks) {
      return known
    }
    let form = DocumentForm(text: document.text, blocks: document.blocks)
    let isPage = document.reader == "page-text" || document.reader == "html"
    if let kind = form.kind(
      hasTitle: title != nil, isPage: isPage, isTimed: head.isTimed,
      isDatelined: head.dateline != nil),
      known == .unknown || form.turns >= 4 && kind != .advisory
    {
      return kind
    }
    if known != .unknown { return known }
    if let kind = head.kind { return kind.value }
    if head.dateline != nil { return form.isReport ? .article : .pressRelease }
    let metadata = document.metadata
    if !metadata.authors.isEmpty || (isPage && metadata.published != nil) { return .article }
    if isPage { return form.opensAsRelease || form.opensWithDay ? .article : .webPage }
    if form.prose > 0, form.isReport { return .article }
    if form.prose > 0, form.opensAsRelease || head.hasContact { return .pressRelease }
    if form.headlines > 8, form.headlines > form.prose * 8 { return .indexPage }
    return title != nil && form.prose > 1 ? .article : .unknown
  }
}
