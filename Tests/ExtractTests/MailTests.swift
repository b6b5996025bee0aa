import PressModel
import PressStage
import Testing

@testable import Extract

@Suite struct MailTests {
  private func read(_ message: String) throws -> Document {
    try read(Array(message.utf8))
  }

  private func read(_ bytes: [UInt8]) throws -> Document {
    var builder = DocumentBuilder(source: bytes)
    try Mail().read(RawBytes(bytes, mediaType: "message/rfc822"), into: &builder)
    return builder.build(
      id: "m", source: SourceReference(mediaType: "message/rfc822", sha256: "", bytes: bytes.count),
      reader: "mail")
  }

  /// The bytes of the source under some words of the text.
  private func source(of words: String, in document: Document, _ bytes: [UInt8]) throws -> String {
    let text = Array(document.text[Span(0, document.text.count)].utf8)
    let words = Array(words.utf8)
    let start = try #require(
      (0...(text.count - words.count)).first { text[$0...].starts(with: words) })
    let span = document.map.bounds(of: Span(start, start + words.count))
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  @Test func quotedPrintableLeadsToItsBytes() throws {
    let message = """
      Content-Transfer-Encoding: quoted-printable
      Content-Type: text/plain; charset="utf-8"

      The minister=E2=80=99s of=
      fice said: caf=C3=A9s open.
      """
    let document = try read(message)
    #expect(
      document.text[Span(0, document.text.count)] == "The minister’s office said: cafés open.")
    let bytes = Array(message.utf8)
    #expect(try source(of: "’", in: document, bytes) == "=E2=80=99")
    #expect(try source(of: "office", in: document, bytes) == "of=\nfice")
    #expect(try source(of: "said", in: document, bytes) == "said")
  }

  @Test func base64LeadsToTheLettersOfItsWords() throws {
    let message = """
      Content-Transfer-Encoding: base64
      Content-Type: text/plain; charset=windows-1252

      VGhlIGNhZukgb3BlbnMg
      dG9kYXku
      """
    let document = try read(message)
    #expect(document.text[Span(0, document.text.count)] == "The café opens today.")
    #expect(document.source.encoding == "windows-1252")
    let bytes = Array(message.utf8)
    // "caf" ends one group of four letters, and the last letter starts the next.
    #expect(try source(of: "café", in: document, bytes) == "IGNhZukg")
  }

  @Test(arguments: [
    ("iso-8859-2", "=A1", "Ą"), ("koi8-r", "=E1", "А"), ("windows-1252", "=93", "“"),
    ("us-ascii", "=C3=A9", "é"), ("no-such-charset", "=C3=A9", "é"),
  ])
  func charsetsAreRead(charset: String, coded: String, expected: String) throws {
    let document = try read(
      "Content-Type: text/plain; charset=\(charset)\n"
        + "Content-Transfer-Encoding: quoted-printable\n\nIt is \(coded) here.")
    #expect(document.text[Span(0, document.text.count)] == "It is \(expected) here.")
  }

  @Test func attachmentsAreNamed() throws {
    let document = try read(
      """
      Content-Type: multipart/mixed; boundary=out

      --out
      Content-Type: multipart/alternative; boundary="in side"

      --in side
      Content-Type: text/html

      <p>Harbour opened today, and it will stay open all night.</p>
      --in side--
      --out
      Content-Type: application/pdf
      Content-Disposition: attachment; filename="=?utf-8?Q?Fact=20sheet.pdf?="

      JVBERi0=
      --out--
      """)
    let words = "Harbour opened today, and it will stay open all night."
    #expect(document.text[Span(0, document.text.count)] == words)
    #expect(document.metadata.evidence["attachments"]?.text == "Fact sheet.pdf")
  }

  @Test(arguments: [
    ("Jane Roe <jane@a.example>", ["Jane Roe"]), ("jane@a.example", []),
    ("\"=?utf-8?B?SmFuZSBSw7Zl?=\" <j@a.example>", ["Jane Röe"]),
  ])
  func aSendersNameIsTheAuthor(from: String, authors: [String]) throws {
    let document = try read("From: \(from)\n\nIt is open.")
    #expect(document.metadata.authors == authors)
  }

  @Test func endlessNestingEnds() throws {
    var message = ""
    for depth in 0..<200 {
      message += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n"
    }
    #expect(throws: StageError.self) { try read(message + "\n\nIt is open.") }
  }

  @Test(arguments: ["", "no headers here", "Subject: x\n\n"])
  func whatHoldsNoTextIsRefused(message: String) {
    #expect(throws: StageError.self) { try read(message) }
  }
}
