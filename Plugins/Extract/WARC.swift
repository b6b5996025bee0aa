import PressStage

/// Finds the pages in web archives (WARC), plain or gzip by record.
///
/// Adds one raw item for each `response` record whose server answered 200 and each `resource`
/// record, with the address, the media type and the charset that came with it; the codings of the
/// transfer are undone within bounds. Leaves out other answers and other media types than `types`
/// names, and says how many, and records that hold no page. A record that is cut off or damaged fails
/// by itself.
struct WARC: Source {
  static let summary = "Finds the pages in web archives (WARC), plain or gzip by record"

  @Setting(
    "Patterns of the archives to read: * and ? within a name, ** over folders", required: true,
    example: "[Inbox/*.warc.gz]")
  var paths: [String] = []

  @Setting("Media types of the records to take", example: "[text/html]")
  var types = ["text/html", "application/xhtml+xml", "text/plain", "application/pdf"]

  @Setting("Largest page to take, in bytes", range: 1...(1 << 28))
  var maxBytes = 33_554_432

  static let examples = [
    StageExample(
      .finds, "the page of a response", with: ["paths": "[in/*.warc]"],
      .files([("in/a.warc", archive(page("http://a.example/1", "200 OK")))]),
      gives: .origins(["http://a.example/1"])),
    StageExample(
      .leavesAlone, "requests, and pages that were not there", with: ["paths": "[in/*.warc]"],
      .files([
        (
          "in/a.warc",
          archive(
            record("request", "http://a.example/1", "GET /1 HTTP/1.1\r\n\r\n"),
            page("http://a.example/2", "404 Not Found"), page("http://a.example/3", "200 OK"))
        )
      ]),
      gives: .origins(["http://a.example/3"])),
    StageExample(
      .trap, "a record that is cut off fails, and the others are read",
      with: ["paths": "[in/*.warc]"],
      .files([
        (
          "in/a.warc",
          archive(page("http://a.example/1", "200 OK"))
            + String(page("http://a.example/2", "200 OK").dropLast(30))
        )
      ]),
      gives: .origins(["http://a.example/1", "http://a.example/2"])),
  ]

  func items(_ context: SourceContext) async throws -> [RawItem] {
    var items: [RawItem] = []
    for pattern in paths {
      let files = try context.files(matching: pattern)
      for path in files {
        for record in WARCRecords.read(try context.read(path), context) {
          if let item = item(of: record, in: path, context) { items.append(item) }
        }
      }
    }
    return items
  }

  /// Nil for a record that is left out.
  private func item(of record: WARCRecord, in path: String, _ context: SourceContext) -> RawItem? {
    let url = record.fields["warc-target-uri"]?.filter { $0 != "<" && $0 != ">" }
    let type = record.fields["warc-type"]?.lowercased()
    let place = "record at byte \(record.offset) of '\(path)'"
    func failed(_ reason: String, _ bytes: [UInt8]) -> RawItem {
      RawItem(
        path: url == nil ? "\(path)@\(record.offset)" : nil, url: url,
        content: .failed(reason: "\(place): \(reason)", bytes: bytes))
    }
    if let fault = record.fault {
      return type == nil || type == "response" || type == "resource"
        ? failed(fault, record.block) : nil
    }
    switch type {
    case "resource":
      let (mediaType, charset) = WebAnswer.parts(
        ofContentType: record.fields["content-type"] ?? "")
      guard accepts(mediaType, context) else { return nil }
      guard record.block.count <= maxBytes else {
        return failed("it has more than \(maxBytes) bytes", [])
      }
      return RawItem(
        url: url, mediaType: mediaType, charset: charset, content: .bytes(record.block))
    case "response":
      guard url?.hasPrefix("http") == true else {
        context.leaveOut("answers of servers that are not on the web")
        return nil
      }
      guard let message = HTTPMessage(record.block) else {
        return failed("it holds no answer of a web server", record.block)
      }
      guard message.status == 200 else {
        context.leaveOut("pages that the server answered with \(message.status)")
        return nil
      }
      let header = message.fields["content-type"] ?? record.fields["warc-identified-payload-type"]
      let (mediaType, charset) = WebAnswer.parts(ofContentType: header ?? "")
      guard accepts(mediaType, context) else { return nil }
      do {
        let body = try message.decodedBody(context, limit: maxBytes)
        return RawItem(url: url, mediaType: mediaType, charset: charset, content: .bytes(body))
      } catch {
        return failed("\(error)", record.block)
      }
    case "warcinfo", "request", "metadata": return nil
    default:
      context.leaveOut("records of kind \(type ?? "unknown")")
      return nil
    }
  }

  private func accepts(_ mediaType: String?, _ context: SourceContext) -> Bool {
    guard let mediaType, !types.contains(where: { $0.lowercased() == mediaType }) else {
      return true
    }
    context.leaveOut("pages of type \(mediaType)")
    return false
  }

  private static func archive(_ records: String...) -> String { records.joined() }

  private static func page(_ url: String, _ status: String) -> String {
    record(
      "response", url,
      "HTTP/1.1 \(status)\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>It is open.</p>")
  }

  private static func record(_ type: String, _ url: String, _ block: String) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\n"
      + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }
}
