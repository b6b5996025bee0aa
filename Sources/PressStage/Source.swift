import PressModel

/// Finds raw items: bytes with an origin.
public protocol Source: Stage {
  /// The items, in an order that depends on nothing but what is there. Throws `StageError` where
  /// the whole source cannot be read; one item that cannot be read fails when it is loaded.
  func items(_ context: SourceContext) async throws -> [RawItem]
}

/// What a source may see of the outside. The engine implements it.
public struct SourceContext: Sendable {
  /// The regular files under a pattern, sorted by path, none outside the pattern's literal folder.
  /// In a pattern `*` and `?` match within a name, `**` any folders.
  public var files: @Sendable (_ pattern: String) throws -> [String]
  /// All bytes of standard input.
  public var standardInput: @Sendable () throws -> [UInt8]

  public init(
    files: @escaping @Sendable (String) throws -> [String],
    standardInput: @escaping @Sendable () throws -> [UInt8]
  ) {
    self.files = files
    self.standardInput = standardInput
  }
}

/// One raw item: where it is from, and its bytes or where the engine finds them.
public struct RawItem: Sendable {
  public enum Content: Sendable {
    case bytes([UInt8])
    /// A file that the engine reads when the item's turn comes.
    case file(path: String)
  }

  /// The path that names the item, as the source was given it; nil for one without a path.
  public var path: String?
  public var url: String?
  /// An Internet media type, guessed from the path's ending where the source gives none.
  public var mediaType: String
  public var content: Content

  public init(path: String? = nil, url: String? = nil, mediaType: String? = nil, content: Content) {
    self.path = path
    self.url = url
    self.mediaType = mediaType ?? RawItem.mediaType(ofPath: path ?? url ?? "")
    self.content = content
  }

  /// The path or URL that names the item to a person.
  public var origin: String { url ?? path ?? "standard input" }

  /// The media type that a path's ending stands for; `application/octet-stream` for others.
  public static func mediaType(ofPath path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    guard parts.count > 1, let ending = parts.last?.lowercased() else {
      return "application/octet-stream"
    }
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
