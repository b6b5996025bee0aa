import PressStage
import PressText

/// Finds messages in mail files and mailboxes, and the files attached to them.
///
/// Adds one raw item a message, for the reader `mail`, and one an attachment of the media types that
/// `types` names, by the message's name and its own. A message that is nothing but such attachments
/// is no item of its own. Leaves other attachments, such as logos, to the evidence of `mail`.
struct Mailbox: Source {
  static let summary = "Finds messages in mail files and mailboxes, and the files attached to them"

  @Setting(
    "Patterns of the files to read: * and ? within a name, ** over folders", required: true,
    example: "[Inbox/*.eml, Inbox/*.mbox]")
  var paths: [String] = []

  @Setting("Media types of the attachments to take")
  var types = [
    "application/pdf", "text/html", "text/plain", "text/markdown", "message/rfc822",
  ]

  static let examples = [
    StageExample(
      .finds, "a message and the file that it brings", with: ["paths": "[in/*.eml]"],
      .files([("in/a.eml", message(text: true, file: "Fact sheet.txt", type: "text/plain"))]),
      gives: .origins(["in/a.eml", "in/a.eml/Fact sheet.txt"])),
    StageExample(
      .finds, "the messages of a mailbox", with: ["paths": "[in/*.mbox]"],
      .files([
        (
          "in/a.mbox",
          "From a@a.example Tue Mar  3 10:00:00 2020\nSubject: Quay\n\nIt is open.\n\n"
            + "From b@b.example Tue Mar  3 11:00:00 2020\nSubject: Lock\n\nIt is shut.\n"
        )
      ]),
      gives: .origins(["in/a.mbox#1", "in/a.mbox#2"])),
    StageExample(
      .leavesAlone, "attachments of other types", with: ["paths": "[in/*.eml]"],
      .files([("in/a.eml", message(text: true, file: "logo.png", type: "image/png"))]),
      gives: .origins(["in/a.eml"])),
    StageExample(
      .trap, "a message without words of its own", with: ["paths": "[in/*.eml]"],
      .files([("in/a.eml", message(text: false, file: "a.pdf", type: "application/octet-stream"))]),
      gives: .origins(["in/a.eml/a.pdf"])),
  ]

  func items(_ context: SourceContext) async throws -> [RawItem] {
    var items: [RawItem] = []
    var seen: Set<String> = []
    for pattern in paths {
      for path in try context.files(matching: pattern) where seen.insert(path).inserted {
        let file = try context.read(path)
        let messages = MailboxMessages.ranges(in: file)
        for (index, range) in messages.enumerated() {
          let name = file.starts(with: MailboxMessages.mark) ? "\(path)#\(index + 1)" : path
          append(Array(file[range]), named: name, to: &items, context)
        }
      }
    }
    return items
  }

  private func append(
    _ message: [UInt8], named name: String, to items: inout [RawItem], _ context: SourceContext
  ) {
    let parts = MailPart(message)
    let attachments = parts?.all.compactMap { part in
      part.attachment.flatMap { item(of: part, $0, in: message, context) }
    }
    if attachments?.isEmpty != false || parts?.text(in: message) != nil {
      items.append(RawItem(path: name, mediaType: "message/rfc822", content: .bytes(message)))
    }
    var names: Set<String> = []
    for (number, attachment) in (attachments ?? []).enumerated() {
      let isNew = names.insert(attachment.name).inserted
      let file = isNew ? attachment.name : "\(number + 1)-\(attachment.name)"
      items.append(
        RawItem(
          path: "\(name)/\(file)", mediaType: attachment.mediaType, charset: attachment.charset,
          content: .bytes(attachment.bytes)))
    }
  }

  /// Nil for a part that is not to be taken.
  private func item(
    of part: MailPart, _ file: String, in message: [UInt8], _ context: SourceContext
  ) -> (name: String, mediaType: String, charset: String?, bytes: [UInt8])? {
    // A name is no path, and goes into lists that people read.
    let name = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last
      .map { String($0.filter { $0.unicodeScalars.allSatisfy { $0.value > 0x1F } }) }
    guard let name, !name.isEmpty else { return nil }
    let isUntold = part.mediaType == "application/octet-stream"
    let type = isUntold ? RawItem.mediaType(ofPath: name) : part.mediaType
    guard types.contains(where: { $0.lowercased() == type }) else {
      context.leaveOut("attachments of type \(type)")
      return nil
    }
    return (
      name, type, part.parameter("charset", of: "content-type"),
      MailText.uncoded(part, of: message).bytes
    )
  }

  private static func message(text: Bool, file: String, type: String) -> String {
    """
    Subject: Quay
    Content-Type: multipart/mixed; boundary="x"

    \(text ? "--x\n\nThe quay is open again.\n" : "")--x
    Content-Type: \(type)
    Content-Disposition: attachment; filename="\(file)"
    Content-Transfer-Encoding: base64

    VGhlIHF1YXkgaXMgb3Blbi4=
    --x--
    """
  }
}
