import PressHTML
import PressStage
import PressText

/// What a feed says of one of its entries.
struct FeedEntry {
  var id: String?
  var link: String?
  var title: String?
  /// As written.
  var published: String?
  var author: String?
  /// HTML; empty where the feed only names the page.
  var content: [UInt8] = []

  /// A page of the entry by itself: the content as the feed has it, under a head that says title,
  /// day and author.
  func page(language: String?) -> [UInt8] {
    var head = "<!DOCTYPE html>\n<html"
    if let language { head += " lang=\"\(Self.escaped(language))\"" }
    head += "><head><meta charset=\"utf-8\">\n"
    if let title { head += "<title>\(Self.escaped(title))</title>\n" }
    if let date = published.flatMap({ MachineDate($0) }) {
      head += "<meta property=\"article:published_time\" content=\"\(date.moment ?? date.day)\">\n"
    }
    if let author { head += "<meta name=\"author\" content=\"\(Self.escaped(author))\">\n" }
    head += "</head><body><article>\n"
    if let title { head += "<h1>\(Self.escaped(title))</h1>\n" }
    return Array(head.utf8) + content + Array("\n</article></body></html>\n".utf8)
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// Plain text as HTML: paragraphs where empty lines stand.
  static func html(ofText text: String) -> [UInt8] {
    var paragraphs: [String] = [""]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append("")
      } else {
        paragraphs[paragraphs.count - 1] += escaped(String(line)) + "\n"
      }
    }
    return Array(paragraphs.filter { !$0.isEmpty }.map { "<p>\($0)</p>\n" }.joined().utf8)
  }
}

/// A feed: RSS 2.0 and 1.0, Atom, or JSON Feed.
struct FeedEntries {
  private(set) var entries: [FeedEntry] = []
  private(set) var language: String?

  /// Throws `StageError` for what is no feed.
  init(_ bytes: [UInt8], charset: String?) throws {
    let text = try Self.decoded(bytes, charset: charset)
    let first = text.first { $0 > 0x20 }
    if first == 0x7B {
      try readJSON(text)
    } else if first == 0x3C, let root = XMLTree(text).root {
      try read(root, text)
    } else {
      throw StageError("it is no feed")
    }
  }

  private mutating func read(_ root: XMLElement, _ text: [UInt8]) throws {
    switch root.name {
    case "rss", "rdf:rdf":
      guard let channel = root.first("channel") else { throw StageError("the feed has no channel") }
      language = channel.first("language", "dc:language")?.words
      entries = (channel.all("item") + root.all("item")).map(Self.entry(ofRSS:))
    case "feed":
      language = root.attributes["xml:lang"]
      entries = root.all("entry").map { Self.entry(ofAtom: $0, root, text) }
    default:
      throw StageError("it is no feed: its root is '\(root.name.prefix(40))'")
    }
  }

  private static func entry(ofRSS item: XMLElement) -> FeedEntry {
    let guid = item.first("guid")
    let isLink = guid?.attributes["ispermalink"]?.lowercased() != "false"
    let id = guid?.words ?? item.attributes["rdf:about"]
    let content = item.first("content:encoded") ?? item.first("description")
    return FeedEntry(
      id: id, link: item.first("link")?.words ?? (isLink ? id : nil),
      title: item.first("title", "dc:title")?.words,
      published: item.first("pubdate", "dc:date")?.words,
      author: item.first("dc:creator", "author")?.words, content: content?.text ?? [])
  }

  private static func entry(
    ofAtom entry: XMLElement, _ feed: XMLElement, _ text: [UInt8]
  ) -> FeedEntry {
    let links = entry.all("link")
    let link =
      links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" } ?? links.first
    var content: [UInt8] = []
    if let element = entry.first("content") ?? entry.first("summary") {
      switch element.attributes["type"]?.lowercased() ?? "text" {
      case "html", "text/html": content = element.text
      case "xhtml", "application/xhtml+xml": content = Array(text[element.inner])
      default: content = FeedEntry.html(ofText: String(decoding: element.text, as: UTF8.self))
      }
    }
    let author = entry.first("author") ?? feed.first("author")
    return FeedEntry(
      id: entry.first("id")?.words, link: link?.attributes["href"],
      title: entry.first("title")?.words,
      published: entry.first("published", "updated")?.words,
      author: author?.first("name")?.words, content: content)
  }

  private mutating func readJSON(_ text: [UInt8]) throws {
    let feed: JSONValue
    do {
      feed = try JSONValue(
        parsing: text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text[3...]) : text)
    } catch {
      throw StageError("\(error)")
    }
    guard let items = feed["items"]?.array else { throw StageError("it is no feed: no items") }
    language = feed["language"]?.string
    entries = items.map { item in
      let html = item["content_html"]?.string.map { Array($0.utf8) }
      let text = (item["content_text"] ?? item["summary"])?.string.map(FeedEntry.html(ofText:))
      let author = item["authors"]?.array?.first ?? item["author"] ?? feed["authors"]?.array?.first
      return FeedEntry(
        id: item["id"]?.string, link: (item["url"] ?? item["external_url"])?.string,
        title: item["title"]?.string,
        published: (item["date_published"] ?? item["date_modified"])?.string,
        author: author?["name"]?.string, content: html ?? text ?? [])
    }
  }

  /// In UTF-8: by the byte order mark, what came with it, its declaration, or as it is.
  private static func decoded(_ bytes: [UInt8], charset: String?) throws -> [UInt8] {
    var label = charset
    let opening = String(decoding: bytes.prefix(200), as: UTF8.self)
    if opening.contains("<?xml"), let mark = opening.range(after: "encoding=") {
      let quoted = opening[mark...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
      // The transport's word is law (RFC 7303), and wrong more often than the file's own.
      label = String(quoted)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return bytes }
    var encoding = label.flatMap { HTMLEncoding(label: $0) } ?? .utf8
    if bytes.starts(with: [0xFF, 0xFE]) { encoding = .utf16LE }
    if bytes.starts(with: [0xFE, 0xFF]) { encoding = .utf16BE }
    guard let text = try? encoding.decode(bytes) else {
      throw StageError("its encoding '\(encoding.name)' is unknown to this system")
    }
    return Array(String(decoding: text.utf8, as: UTF8.self).utf8)
  }
}

extension String {
  /// Where the text after some words starts; nil without them.
  fileprivate func range(after words: String) -> Index? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(words) { return index(place, offsetBy: words.count) }
      place = index(after: place)
    }
    return nil
  }
}
