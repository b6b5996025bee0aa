import PressStage
import PressText

/// Finds the entries of feeds: RSS, Atom and JSON Feed, from the web or from files.
///
/// Adds one raw item an entry: with `follow` the page that it leads to, else a page made of the
/// entry's own content under a head that says its title, day and author. Asks with conditions, waits
/// between requests, keeps to robots.txt, and goes to no private address that `allow_hosts` does not
/// name. An entry or a feed that cannot be had is one item that failed; a host that is not allowed or a
/// program that is missing fails the source.
struct Feed: Source {
  static let summary =
    "Finds the entries of feeds: RSS, Atom and JSON Feed, from the web or from files"

  @Setting("Addresses of feeds", example: "[https://example.org/news.xml]")
  var urls: [String] = []

  @Setting("Patterns of files that hold feeds", example: "[Inbox/*.xml]")
  var paths: [String] = []

  @Setting("Most entries to take of one feed, from its top", range: 1...10_000)
  var limit = 100

  @Setting("Read the page that an entry leads to, not the entry's own content")
  var follow = false

  @Setting("Longest that one answer may take", range: .seconds(1) ... .seconds(600))
  var timeout = Duration.seconds(30)

  @Setting("Largest answer to take, in bytes", range: 1...(1 << 28))
  var maxBytes = 16_777_216

  @Setting("Least time between two requests to one host", range: .zero ... .seconds(60))
  var delay = Duration.seconds(1)

  @Setting("Hosts that may be at private addresses, by name", example: "[press.intranet]")
  var allowHosts: [String] = []

  static let examples = [
    StageExample(
      .finds, "the entries of RSS, each by its page's address", with: ["paths": "[in/*.xml]"],
      .files([
        (
          "in/news.xml",
          """
          <rss version="2.0"><channel><title>News</title>
          <item><title>Quay</title><link>http://a.example/1</link>
          <description>&lt;p&gt;It is open.&lt;/p&gt;</description></item>
          <item><title>Bridge</title><guid>http://a.example/2</guid></item></channel></rss>
          """
        )
      ]),
      gives: .origins(["http://a.example/1", "http://a.example/2"])),
    StageExample(
      .finds, "the entries of Atom and JSON Feed", with: ["paths": "[in/*]"],
      .files([
        (
          "in/a.atom",
          """
          <feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="http://a.example/1"/>
          <content type="xhtml"><div>Open.</div></content></entry></feed>
          """
        ),
        (
          "in/b.json",
          #"{"items": [{"id": "7", "url": "http://b.example/1", "content_text": "Open."}]}"#
        ),
      ]),
      gives: .origins(["http://a.example/1", "http://b.example/1"])),
    StageExample(
      .leavesAlone, "entries beyond the limit, and an address that came before",
      with: ["paths": "[in/*.json]", "limit": "2"],
      .files([
        (
          "in/a.json",
          #"{"items": [{"url": "http://b.example/1"}, {"url": "http://b.example/1"}, {"url": "x"}]}"#
        )
      ]),
      gives: .origins(["http://b.example/1"])),
    StageExample(
      .trap, "a page is no feed", with: ["paths": "[in/*.html]"],
      .files([("in/a.html", "<html><body>Not found</body></html>")]),
      gives: .refused("the feed cannot be read: it is no feed: its root is 'html'")),
  ]

  func items(_ context: SourceContext) async throws -> [RawItem] {
    guard !urls.isEmpty || !paths.isEmpty else {
      throw StageError("neither 'urls' nor 'paths' names a feed")
    }
    var items: [RawItem] = []
    var seen: Set<String> = []
    func add(_ feed: FeedEntries, from origin: String) async {
      for _ in feed.entries.dropFirst(limit) { context.leaveOut("entries beyond the limit") }
      for (index, entry) in feed.entries.prefix(limit).enumerated() {
        let address = entry.link.flatMap { link in
          WebAddress(origin)?.resolve(link) ?? WebAddress(link)
        }
        let name = address?.text ?? "\(origin)#\(entry.id ?? "\(index + 1)")"
        guard seen.insert(name).inserted else {
          context.leaveOut("entries whose address came before")
          continue
        }
        items.append(await item(of: entry, named: name, address, feed.language, context))
      }
    }
    /// A feed that cannot be read is an item that failed: the others are not the worse for it.
    func fail(_ origin: String, isAddress: Bool, _ error: any Error, _ bytes: [UInt8] = []) {
      guard seen.insert(origin).inserted else { return }
      items.append(
        RawItem(
          path: isAddress ? nil : origin, url: isAddress ? origin : nil,
          content: .failed(reason: "the feed cannot be read: \(error)", bytes: bytes)))
    }
    for pattern in paths {
      let files = try context.files(matching: pattern)
      for path in files {
        var bytes: [UInt8] = []
        do {
          bytes = try context.read(path)
          await add(try FeedEntries(bytes, charset: nil), from: path)
        } catch {
          fail(path, isAddress: false, error, bytes)
        }
      }
    }
    for url in urls {
      var bytes: [UInt8] = []
      do {
        let answer = try await context.fetch(request(url))
        bytes = answer.bytes
        await add(try FeedEntries(bytes, charset: answer.charset), from: answer.url)
      } catch let failure as WebFailure where failure.isLocal {
        throw StageError("the feed '\(url)' cannot be read: \(failure)")
      } catch {
        fail(url, isAddress: true, error, bytes)
      }
    }
    return items
  }

  private func item(
    of entry: FeedEntry, named name: String, _ address: WebAddress?, _ language: String?,
    _ context: SourceContext
  ) async -> RawItem {
    func item(_ mediaType: String?, _ charset: String?, _ content: RawItem.Content) -> RawItem {
      RawItem(
        path: address == nil ? name : nil, url: address == nil ? nil : name, mediaType: mediaType,
        charset: charset, content: content)
    }
    guard follow, let address else {
      guard !entry.content.allSatisfy({ $0 <= 0x20 }) else {
        let reason = "the feed names the entry and holds no text of it; follow: true reads its page"
        return item("text/html", nil, .failed(reason: reason, bytes: []))
      }
      return item("text/html", "utf-8", .bytes(entry.page(language: language)))
    }
    do {
      let answer = try await context.fetch(request(address.text))
      return item(answer.mediaType ?? "text/html", answer.charset, .bytes(answer.bytes))
    } catch {
      return item("text/html", nil, .failed(reason: "\(error)", bytes: []))
    }
  }

  private func request(_ url: String) -> WebRequest {
    func seconds(_ duration: Duration) -> Double {
      Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
    return WebRequest(
      url: url, maxBytes: maxBytes, seconds: seconds(timeout), delay: seconds(delay),
      allowedHosts: allowHosts)
  }
}
