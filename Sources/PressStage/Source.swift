import PressModel

/// Finds raw items: bytes with an origin.
public protocol Source: Stage {
  /// The items, in an order that depends on nothing but what is there. Throws `StageError` where
  /// the whole source cannot be read; one item that cannot be read fails when it is loaded.
  func items(_ context: SourceContext) async throws -> [RawItem]
}

/// One raw item: where it is from, and its bytes or where the engine finds them.
public struct RawItem: Sendable {
  public enum Content: Sendable {
    case bytes([UInt8])
    /// A file that the engine reads when the item's turn comes.
    case file(path: String)
    /// What should be an item and cannot be had, for a reason; it is put into quarantine with the
    /// bytes that there are.
    case failed(reason: String, bytes: [UInt8])
  }

  /// The path that names the item, as the source was given it; nil for one without a path.
  public var path: String?
  public var url: String?
  /// An Internet media type, guessed from the path's ending where the source gives none.
  public var mediaType: String
  /// The label of the characters' encoding that came with the bytes, as in a Content-Type.
  public var charset: String?
  public var content: Content

  public init(
    path: String? = nil, url: String? = nil, mediaType: String? = nil, charset: String? = nil,
    content: Content
  ) {
    self.path = path
    self.url = url
    self.mediaType = mediaType ?? RawItem.mediaType(ofPath: path ?? url ?? "")
    self.charset = charset
    self.content = content
  }

  /// Why the item cannot be had, where its source has said so.
  public var failure: String? {
    if case .failed(let reason, _) = content { reason } else { nil }
  }

  /// The path or URL that names the item to a person.
  public var origin: String { url ?? path ?? "standard input" }

  /// The media type that a path's ending stands for; `application/octet-stream` for others.
  public static func mediaType(ofPath path: String) -> String {
    let (slash, stop) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var name = path.utf8[...]
    while name.last == slash || name.last == stop { name.removeLast() }
    guard let end = name.lastIndex(where: { $0 == slash || $0 == stop }), name[end] == stop,
      end > name.startIndex, name[name.index(before: end)] != slash
    else { return "application/octet-stream" }
    let ending = path[path.utf8.index(after: end)..<name.endIndex].lowercased()
    return switch ending {
    case "txt", "text": "text/plain"
    case "md", "markdown": "text/markdown"
    case "html", "htm", "xhtml": "text/html"
    case "json": "application/json"
    case "jsonl", "ndjson": "application/x-ndjson"
    case "eml": "message/rfc822"
    case "pdf": "application/pdf"
    case "xml", "rss", "atom": "application/xml"
    case "warc": "application/warc"
    default: "application/octet-stream"
    }
  }
}
