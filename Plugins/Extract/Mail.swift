import PressHTML
import PressModel
import PressStage
import PressText

/// Reads mail messages (RFC 5322): the text, and what the headers say of it.
///
/// Reads the plain text, or the HTML where that is all there is, in any of the codings and charsets
/// of MIME; text that flows is put together. Adds the title from Subject, the day of issue from Date,
/// and the issuer or author from From. Quoted replies and signatures stay as they are. Attachments
/// are left to the source `mailbox`: the evidence of `attachments` names them.
struct Mail: Reader {
  static let summary = "Reads mail messages (RFC 5322): the text, and what the headers say of it"

  static let examples = [
    StageExample(
      .finds, "subject, date, sender and text", .raw(message, as: "message/rfc822"),
      gives: .metadata("title", "Café opens at the quay"),
      .metadata("published", "2020-03-03T10:00:00+01:00"),
      .metadata("issuer", "Port Authority Press Office"),
      .blocks([
        ("paragraph", "The café at the quay opened today, the port authority said."),
        ("paragraph", "It closes at ten."),
      ])),
    StageExample(
      .leavesAlone, "plain text", .raw("Not a message.", as: "text/plain"), gives: .refused("")),
    StageExample(
      .trap, "of two forms of one text one is read", .raw(alternatives, as: "message/rfc822"),
      gives: .blocks([("paragraph", "The quay is open again, the port authority said.")])),
    StageExample(
      .trap, "a message that only brings a file",
      .raw(
        "Subject: See file\nContent-Type: application/pdf; name=\"a.pdf\"\n\nJVBERi0=\n",
        as: "message/rfc822"),
      gives: .refused("attachments are not read: a.pdf")),
  ]

  func suitability(of raw: RawBytes) -> Suitability {
    raw.mediaType == "message/rfc822" ? .certain : .none
  }

  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws {
    // Mailboxes put a line before each message.
    guard let message = MailPart(raw.bytes), !message.fields.fields.isEmpty else {
      throw StageError("the bytes are no message: they have no headers")
    }
    let attachments = message.all.compactMap(\.attachment)
    guard let part = message.text(in: raw.bytes) else {
      let names = attachments.joined(separator: ", ")
      throw StageError(
        "the message holds no text"
          + (names.isEmpty ? "" : "; its attachments are not read: \(names)"))
    }
    var (text, encoding) = try MailText.decoded(part, of: raw.bytes)
    if part.mediaType != "text/html",
      part.parameter("format", of: "content-type")?.lowercased() == "flowed"
    {
      let deletes = part.parameter("delsp", of: "content-type")?.lowercased() == "yes"
      text = MailText.unflowed(text, deletesSpace: deletes)
    }
    document.derive(text)
    let inner = RawBytes(
      text.bytes, mediaType: part.mediaType == "text/html" ? "text/html" : "text/plain",
      path: raw.path, url: raw.url, charset: "utf-8")
    if part.mediaType == "text/html" {
      try HTML().read(inner, into: &document)
    } else {
      try PlainText().read(inner, into: &document)
    }
    // Where nothing was declared, the reader of the text has told it.
    if encoding != .utf8 { document.encoding = encoding.name }
    describe(message, &document.metadata)
    if !attachments.isEmpty {
      document.metadata.evidence["attachments"] = Evidence(
        text: attachments.joined(separator: ", "), field: "not read")
    }
  }

  /// What the headers say goes before what the text looks like.
  private func describe(_ message: MailPart, _ metadata: inout PressModel.Metadata) {
    func evidence(_ words: String, _ header: String) -> Evidence {
      Evidence(text: words, field: "\(header) header")
    }
    if let subject = message.fields["subject"].map(MailText.decoded(header:)) {
      let title = withoutPrefixes(subject)
      if !title.isEmpty {
        metadata.title = title
        metadata.evidence["title"] = evidence(subject, "Subject")
      }
    }
    if let value = message.fields["date"], let date = MachineDate(withoutComment(value)) {
      metadata.published = date.moment ?? date.day
      metadata.evidence["published"] = evidence(value, "Date")
    }
    if let sender = message.fields["from"].flatMap(name(ofSender:)) {
      let bytes = Array(sender.utf8)
      if IssuerName.isName(Span(0, bytes.count), in: bytes) {
        metadata.issuer = Issuer(name: sender)
        metadata.evidence["issuer"] = evidence(sender, "From")
      } else if metadata.authors.isEmpty {
        metadata.authors = [sender]
        metadata.evidence["authors"] = evidence(sender, "From")
      }
    }
  }

  /// "Fwd: Re: Harbour opens" without what mail programs put before it.
  private func withoutPrefixes(_ subject: String) -> String {
    var subject = subject[...]
    while let prefix = ["re:", "fw:", "fwd:", "aw:", "wg:", "tr:"].first(where: {
      subject.lowercased().hasPrefix($0)
    }) {
      subject = subject.dropFirst(prefix.count).drop { $0 == " " }
    }
    return String(subject)
  }

  private func withoutComment(_ value: String) -> String { String(value.prefix { $0 != "(" }) }

  /// The name before an address in angle brackets; nil where there is none.
  private func name(ofSender value: String) -> String? {
    guard let bracket = value.firstIndex(of: "<") else { return nil }
    let name = MailText.decoded(header: value[..<bracket].filter { $0 != "\"" && $0 != "\\" })
    return name.isEmpty || name.contains("@") ? nil : name
  }

  private static let message = """
    From: "Port Authority Press Office" <press@port.example>
    Subject: Fwd: =?iso-8859-1?Q?Caf=E9_opens?=
     at the quay
    Date: Tue, 3 Mar 2020 10:00:00 +0100
    Content-Type: text/plain; charset=utf-8; format=flowed
    Content-Transfer-Encoding: quoted-printable

    The caf=C3=A9 at the quay opened today, the port=20
    authority said.

    It closes at t=
    en.
    """

  private static let alternatives = """
    Subject: Quay
    Content-Type: multipart/alternative; boundary="x"

    --x
    Content-Type: text/plain

    The quay is open again, the port authority said.
    --x
    Content-Type: text/html

    <p>The quay is open again, <b>the port authority</b> said.</p>
    --x--
    """
}
