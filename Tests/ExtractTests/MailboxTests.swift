import PressStage
import Testing

@testable import Extract

@Suite struct MailboxTests {
  private func items(_ files: [String: String]) async throws -> [RawItem] {
    var source = Mailbox()
    source.paths = ["*"]
    let context = SourceContext(
      files: { _ in files.keys.sorted() }, standardInput: { [] },
      read: { Array((files[$0] ?? "").utf8) },
      inflate: { _, _, _ in throw StageError("") }, fetch: { _ in throw StageError("") })
    return try await source.items(context)
  }

  private func words(_ item: RawItem) -> String {
    if case .bytes(let bytes) = item.content { String(decoding: bytes, as: UTF8.self) } else { "" }
  }

  private func part(_ name: String, _ words: String) -> String {
    "--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=\"\(name)\"\n\n"
      + "\(words)\n"
  }

  @Test func everyMessageOfAMailboxIsItself() async throws {
    let box =
      "From a@a.example Tue Mar  3 10:00:00 2020\r\nSubject: A\r\n\r\nFrom the quay.\r\n\r\n"
      + "From b@b.example Tue Mar  3 11:00:00 2020\r\nSubject: B\r\n\r\nOne.\r\nFrom here on.\r\n"
    let found = try await items(["a.mbox": box])
    #expect(found.map(\.path) == ["a.mbox#1", "a.mbox#2"])
    #expect(found.map(words).joined() == box)
    for (item, title) in zip(found, ["A", "B"]) {
      let bytes = Array(words(item).utf8)
      var builder = DocumentBuilder(source: bytes)
      try Mail().read(RawBytes(bytes, mediaType: item.mediaType), into: &builder)
      #expect(builder.metadata.title == title)
    }
  }

  @Test func attachmentsHaveNamesOfTheirOwnAndNoPaths() async throws {
    let mail =
      "Subject: A\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\n\nIt is open.\n"
      + part("../../etc/note.txt", "One.") + part("note.txt", "Two.")
      + part("C:\\\\in\\\\plan.txt", "Three.") + "--x--\n"
    let found = try await items(["a.eml": mail])
    #expect(
      found.map(\.path) == ["a.eml", "a.eml/note.txt", "a.eml/2-note.txt", "a.eml/plan.txt"])
    #expect(found.dropFirst().map(words) == ["One.", "Two.", "Three."])
  }

  @Test func whatIsNoMessageIsLeftToTheReader() async throws {
    let found = try await items(["a.eml": "", "b.eml": "\u{0}\u{1}"])
    #expect(found.map(\.path) == ["a.eml", "b.eml"])
    #expect(found.allSatisfy { $0.mediaType == "message/rfc822" })
  }
}
